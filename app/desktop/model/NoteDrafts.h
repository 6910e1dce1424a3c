#pragma once
// Notes about exhibits that aren't saved yet, kept beside their case, so that nothing is lost whenever the program
// ends.

#include "core/Hash.h"
#include "core/Result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace exhibit::desktop {

struct NoteDraft {
    std::string text;
    /// SHA-256 of the note that is being changed. A number could be another note's by then.
    std::optional<Digest> instead = std::nullopt;
    bool operator==(const NoteDraft&) const = default;
};

/// A hidden folder beside the case, ".NAME.notes", mode 0700, with one text file an exhibit, mode 0600: "2", or
/// "2.SHA-256" for the change of a note.
class NoteDrafts {
public:
    explicit NoteDrafts(const std::filesystem::path& casePath);

    /// In the place of what was kept for this exhibit; nothing is kept of an empty text.
    [[nodiscard]] Result<> keep(int exhibit, const NoteDraft& draft) const;
    /// Empty if nothing is kept, or what is there can't be read.
    [[nodiscard]] NoteDraft load(int exhibit) const;
    /// Overwrites what was kept, so that nothing of it is left.
    void discard(int exhibit) const;

private:
    [[nodiscard]] std::vector<std::filesystem::path> filesOf(int exhibit) const;
    std::filesystem::path m_folder;
};

} // namespace exhibit::desktop
