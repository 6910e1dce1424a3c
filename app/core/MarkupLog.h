#pragma once
// What the custody log says about marks, redactions, redacted copies and notes that were written later.

#include "core/CustodyLog.h"
#include "core/Markup.h"

#include <map>

namespace exhibit {

/// Entries about notes that were written after the capture: artifacts that no capture record names.
inline constexpr std::string_view kNoteAdded = "note-added";
inline constexpr std::string_view kNoteRemoved = "note-removed";

/// Follows the log of one exhibit from when it was complete, and keeps what still holds.
class MarkupLog {
public:
    /// True if the entry is about a mark, a redaction, a redacted copy or a later note, and agrees with those before
    /// it: nothing is added twice, and only what is there is removed.
    bool note(const CustodyEntry& entry);

    /// What was added and not removed, each with its number: they are counted from 1 in the order of the log, and none
    /// is used twice.
    [[nodiscard]] const std::map<Commitment, int>& markups(MarkupKind kind) const;
    /// The redacted copies, each with its parent.
    [[nodiscard]] const std::map<Commitment, Commitment>& copies() const { return m_copies; }
    /// The notes that were written after the capture, each with the time of its entry.
    [[nodiscard]] const std::map<Commitment, Instant>& laterNotes() const { return m_laterNotes; }

private:
    bool noteCopy(const CustodyEntry& entry);

    struct Numbered {
        std::map<Commitment, int> present;
        int last = 0;
    };
    Numbered m_marks, m_redactions;
    std::map<Commitment, Commitment> m_copies;
    std::map<Commitment, Instant> m_laterNotes;
};

} // namespace exhibit
