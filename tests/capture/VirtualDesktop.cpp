#include "VirtualDesktop.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace test {

namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 1000;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::uint32_t big32(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < 4; ++index)
        value = value << 8 | static_cast<std::uint8_t>(bytes.at(at + index));
    return value;
}

} // namespace

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "exhibit17-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

VirtualDesktop::VirtualDesktop(WindowManager windowManager) {
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
    // The server looks for a free display number itself.
    m_server = std::make_unique<Process>(Arguments{"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0",
                                                   std::to_string(kWidth) + "x" + std::to_string(kHeight) + "x24",
                                                   "-nolisten", "tcp", "-nocursor", "-fbdir", folder().string()},
                                         environment(), ends[1]);
    close(ends[1]);
    m_display = ":" + readLine(ends[0], Seconds(10));
    close(ends[0]);
    if (m_display == ":")
        FAIL("Xvfb doesn't start. Is the package xvfb installed?");
    if (windowManager == WindowManager::None)
        return;
    // Before it has looked at all windows once, openbox may overlook a new one.
    const auto ready = folder() / "openbox-ready";
    m_windowManager = std::make_unique<Process>(
        Arguments{"openbox", "--sm-disable", "--startup", "touch " + ready.string()}, environment());
    const bool isUp = waitUntil([&] { return std::filesystem::exists(ready); }, Seconds(10));
    if (!isUp)
        FAIL("openbox doesn't start. Is the package openbox installed?");
}

Environment VirtualDesktop::environment() const {
    const char* const path = std::getenv("PATH");
    return {{"PATH", path == nullptr ? "/usr/bin:/bin" : path},
            {"LANG", "C.UTF-8"},
            {"DISPLAY", m_display},
            {"HOME", folder().string()},
            {"XDG_RUNTIME_DIR", folder().string()}};
}

std::string VirtualDesktop::tool(const Arguments& arguments, const std::string& input) const {
    const Finished finished = run(arguments, environment(), input);
    INFO(arguments.at(0) << ": " << finished.errors);
    REQUIRE(finished.status == 0);
    return finished.output;
}

std::string VirtualDesktop::window(const std::string& title) const {
    std::string ids;
    const bool isThere = waitUntil(
        [&] {
            // Fails also where some other window closes meanwhile, which `search --sync` doesn't survive.
            const Finished search = run({"xdotool", "search", "--onlyvisible", "--name", title}, environment());
            ids = search.output;
            return search.status == 0 && !ids.empty();
        },
        Seconds(20));
    INFO("no window " << title);
    REQUIRE(isThere);
    return ids.substr(0, ids.find('\n'));
}

Finished VirtualDesktop::captureProgram(const Arguments& arguments, const Environment& more) const {
    Arguments all{CAPTURE_PROGRAM};
    all.insert(all.end(), arguments.begin(), arguments.end());
    Environment changed = environment();
    for (const auto& [name, value] : more)
        changed[name] = value;
    return run(all, changed);
}

exhibit::Capture VirtualDesktop::capture(const Arguments& arguments, const Environment& more) const {
    const Finished finished = captureProgram(arguments, more);
    INFO(finished.errors);
    REQUIRE(finished.status == 0);
    const auto read = exhibit::readBundle(std::make_shared<exhibit::MemorySource>(finished.output));
    REQUIRE(read);
    return *read;
}

QImage VirtualDesktop::framebuffer() const {
    // X Window Dump format, XWDFile.h: 25 big-endian numbers, the window's name, the colour map, the pixels.
    const std::string dump = contentOf(folder() / "Xvfb_screen0");
    const std::size_t lineSize = big32(dump, 12 * 4);
    const std::size_t start = big32(dump, 0) + big32(dump, 19 * 4) * 12;
    REQUIRE(big32(dump, 11 * 4) == 32);
    REQUIRE(dump.size() >= start + lineSize * kHeight);
    const auto* const pixels = reinterpret_cast<const uchar*>(dump.data() + start);
    const QImage image(pixels, kWidth, kHeight, static_cast<qsizetype>(lineSize), QImage::Format_RGB32);
    return image.convertToFormat(QImage::Format_RGB888).convertToFormat(QImage::Format_RGB32);
}

QImage imageOf(const exhibit::Capture& capture) {
    for (const exhibit::CapturedItem& item : capture.items) {
        if (item.role != exhibit::Role::Screenshot)
            continue;
        const exhibit::Bytes png = item.bytes->readAll(1 << 26).value();
        return QImage::fromData(png.data(), static_cast<int>(png.size()), "PNG").convertToFormat(QImage::Format_RGB32);
    }
    return {};
}

exhibit::PictureFacts factsOf(const exhibit::Capture& capture) {
    return capture.items.at(0).picture.value();
}

std::optional<std::string> textOf(const exhibit::Capture& capture, exhibit::Role role) {
    std::optional<std::string> text;
    for (const exhibit::CapturedItem& item : capture.items) {
        if (item.role != role)
            continue;
        REQUIRE_FALSE(text);
        const exhibit::Bytes bytes = item.bytes->readAll(1 << 26).value();
        text = std::string(exhibit::textOf(bytes));
    }
    return text;
}

} // namespace test
