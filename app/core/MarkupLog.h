#pragma once
// What the custody log says about marks, redactions and redacted copies.

#include "core/CustodyLog.h"
#include "core/Markup.h"

#include <map>
#include <set>

namespace exhibit {

/// Follows the log of one exhibit from when it was complete, and keeps what still holds.
class MarkupLog {
public:
    /// True if the entry is about a mark, a redaction or a redacted copy, and agrees with those before it: nothing is
    /// added twice, and only what is there is removed.
    bool note(const CustodyEntry& entry);

    [[nodiscard]] const std::set<Commitment>& markups(MarkupKind kind) const;
    /// The redacted copies, each with its parent.
    [[nodiscard]] const std::map<Commitment, Commitment>& copies() const { return m_copies; }

private:
    bool noteCopy(const CustodyEntry& entry);

    std::set<Commitment> m_marks, m_redactions;
    std::map<Commitment, Commitment> m_copies;
};

} // namespace exhibit
