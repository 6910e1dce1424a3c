#pragma once
// What the custody log says about marks, redactions and redacted copies.

#include "core/CustodyLog.h"
#include "core/Markup.h"

#include <map>

namespace exhibit {

/// Follows the log of one exhibit from when it was complete, and keeps what still holds.
class MarkupLog {
public:
    /// True if the entry is about a mark, a redaction or a redacted copy, and agrees with those before it: nothing is
    /// added twice, and only what is there is removed.
    bool note(const CustodyEntry& entry);

    /// What was added and not removed, each with its number: they are counted from 1 in the order of the log, and none
    /// is used twice.
    [[nodiscard]] const std::map<Commitment, int>& markups(MarkupKind kind) const;
    /// The redacted copies, each with its parent.
    [[nodiscard]] const std::map<Commitment, Commitment>& copies() const { return m_copies; }

private:
    bool noteCopy(const CustodyEntry& entry);

    struct Numbered {
        std::map<Commitment, int> present;
        int last = 0;
    };
    Numbered m_marks, m_redactions;
    std::map<Commitment, Commitment> m_copies;
};

} // namespace exhibit
