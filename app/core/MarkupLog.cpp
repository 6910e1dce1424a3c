#include "core/MarkupLog.h"

namespace exhibit {

bool MarkupLog::note(const CustodyEntry& entry) {
    if (!entry.commitment)
        return false;
    for (const MarkupKind kind : {MarkupKind::Mark, MarkupKind::Redaction}) {
        Numbered& known = kind == MarkupKind::Mark ? m_marks : m_redactions;
        if (entry.event == std::string(name(kind)) + "-added")
            return known.present.emplace(*entry.commitment, ++known.last).second;
        if (entry.event == std::string(name(kind)) + "-removed")
            return known.present.erase(*entry.commitment) == 1;
    }
    if (entry.event == kNoteAdded)
        return m_laterNotes.emplace(*entry.commitment, entry.at).second;
    if (entry.event == kNoteRemoved)
        return m_laterNotes.erase(*entry.commitment) == 1;
    if (entry.event == "artifact-discarded")
        return m_copies.erase(*entry.commitment) == 1;
    return entry.event == "artifact-derived" && noteCopy(entry);
}

bool MarkupLog::noteCopy(const CustodyEntry& entry) {
    const auto operation = entry.details.find("operation");
    const auto parent = entry.details.find("parent");
    if (operation == entry.details.end() || *operation != kRedactOperation)
        return false;
    if (parent == entry.details.end() || !parent->is_string())
        return false;
    const auto commitment = Commitment::fromHex(parent->get<std::string>());
    return commitment && m_copies.emplace(*entry.commitment, *commitment).second;
}

const std::map<Commitment, int>& MarkupLog::markups(MarkupKind kind) const {
    return kind == MarkupKind::Mark ? m_marks.present : m_redactions.present;
}

} // namespace exhibit
