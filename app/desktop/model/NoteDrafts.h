#pragma once
// Notes about exhibits that aren't saved yet, kept beside their case, so that nothing is lost whenever the program
// ends.

#include "core/Result.h"

#include <filesystem>
#include <string>

namespace exhibit::desktop {

/// A hidden folder beside the case, ".NAME.notes", mode 0700, with one text file an exhibit, mode 0600.
class NoteDrafts {
public:
    explicit NoteDrafts(const std::filesystem::path& casePath);

    /// In the place of what was kept for this exhibit; nothing is kept of an empty text.
    [[nodiscard]] Result<> keep(int exhibit, const std::string& text) const;
    /// Empty if nothing is kept, or what is there can't be read.
    [[nodiscard]] std::string load(int exhibit) const;
    void discard(int exhibit) const;
    /// Leaves nothing of any of them.
    void discardAll() const;

private:
    [[nodiscard]] std::filesystem::path fileOf(int exhibit) const;
    std::filesystem::path m_folder;
};

} // namespace exhibit::desktop
