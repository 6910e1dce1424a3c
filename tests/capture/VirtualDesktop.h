#pragma once
// A display of its own, without a monitor, with a window manager and a home folder that vanish with it.

#include "Process.h"
#include "core/Capture.h"

#include <QImage>
#include <QRect>
#include <filesystem>
#include <memory>
#include <optional>

namespace test {

/// A folder that only its owner may open, gone with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

enum class WindowManager { None, Openbox };

class VirtualDesktop {
public:
    explicit VirtualDesktop(WindowManager windowManager = WindowManager::Openbox);

    /// What programs on this desktop see.
    [[nodiscard]] Environment environment() const;
    [[nodiscard]] const std::string& display() const { return m_display; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    /// Runs a tool that must succeed, and answers its output.
    std::string tool(const Arguments& arguments, const std::string& input = {}) const;
    /// The id of the first window that is seen with this in its title, as soon as there is one.
    [[nodiscard]] std::string window(const std::string& title) const;
    /// Runs exhibit17-capture with these arguments; `more` is added to its environment.
    [[nodiscard]] Finished captureProgram(const Arguments& arguments, const Environment& more = {}) const;
    /// A capture that must succeed, read back.
    [[nodiscard]] exhibit::Capture capture(const Arguments& arguments, const Environment& more = {}) const;
    /// What the display shows, by the X server's own account and not through any client.
    [[nodiscard]] QImage framebuffer() const;

private:
    TemporaryFolder m_folder;
    std::string m_display;
    std::unique_ptr<Process> m_server;
    std::unique_ptr<Process> m_windowManager;
};

[[nodiscard]] QImage imageOf(const exhibit::Capture& capture);
[[nodiscard]] exhibit::PictureFacts factsOf(const exhibit::Capture& capture);
/// The text of the only item with this role; nothing if there is none.
[[nodiscard]] std::optional<std::string> textOf(const exhibit::Capture& capture, exhibit::Role role);

} // namespace test
