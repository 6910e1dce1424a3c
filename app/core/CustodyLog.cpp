#include "core/CustodyLog.h"

#include <set>

namespace exhibit {

Result<std::string> custodyLine(const CustodyEntry& entry) {
    Json json{
        {"seq", entry.sequence}, {"at", entry.at.iso()},   {"event", entry.event},     {"exhibit", nullptr},
        {"commitment", nullptr}, {"source", entry.source}, {"details", entry.details}, {"prev", entry.previous.hex()},
    };
    if (entry.exhibit)
        json["exhibit"] = *entry.exhibit;
    if (entry.commitment)
        json["commitment"] = entry.commitment->hex();
    return canonicalJson(json);
}

namespace {

Result<> checkShape(const Json& json) {
    static const std::set<std::string> names{"seq",        "at",     "event",   "exhibit",
                                             "commitment", "source", "details", "prev"};
    if (!json.is_object() || json.size() != names.size())
        return fail(ErrorCode::Malformed, "The line isn't a custody entry.");
    for (const auto& member : json.items())
        if (!names.contains(member.key()))
            return fail(ErrorCode::Malformed, "The line has an unknown member.", "/" + member.key());
    const bool fits = json["seq"].is_number_integer() && json["at"].is_string() && json["event"].is_string() &&
                      (json["exhibit"].is_null() || json["exhibit"].is_number_integer()) &&
                      (json["commitment"].is_null() || json["commitment"].is_string()) && json["source"].is_string() &&
                      json["details"].is_object() && json["prev"].is_string();
    if (!fits)
        return fail(ErrorCode::Malformed, "A member of the line has the wrong type.");
    return {};
}

} // namespace

Result<CustodyEntry> parseCustodyLine(std::string_view line) {
    EXHIBIT_ASSIGN(const Json json, parseJson(line));
    EXHIBIT_TRY(checkShape(json));
    CustodyEntry entry;
    entry.sequence = json["seq"].get<std::int64_t>();
    EXHIBIT_ASSIGN(entry.at, Instant::fromIso(json["at"].get_ref<const std::string&>()));
    entry.event = json["event"];
    if (json["exhibit"].is_number_integer())
        entry.exhibit = json["exhibit"].get<int>();
    if (json["commitment"].is_string()) {
        EXHIBIT_ASSIGN(entry.commitment, Commitment::fromHex(json["commitment"].get_ref<const std::string&>()));
    }
    entry.source = json["source"];
    entry.details = json["details"];
    EXHIBIT_ASSIGN(entry.previous, Digest::fromHex(json["prev"].get_ref<const std::string&>()));
    EXHIBIT_ASSIGN(const std::string canonical, custodyLine(entry));
    if (canonical != line)
        return fail(ErrorCode::Malformed, "The line is not in canonical form (RFC 8785).");
    return entry;
}

void CustodyVerifier::note(std::string code, Severity severity, std::string message) {
    m_findings.push_back({std::move(code), severity, std::move(message), "line " + std::to_string(m_state.count)});
}

void CustodyVerifier::add(std::string_view line) {
    ++m_state.count;
    const Digest expected = m_state.head;
    m_state.head = sha256(bytesOf(line));
    const auto entry = parseCustodyLine(line);
    if (!entry) {
        note("custody-malformed", Severity::Contradiction, entry.error().message);
        return;
    }
    if (entry->sequence != m_state.count)
        note("custody-sequence", Severity::Contradiction,
             "The log's numbering is broken: entry " + std::to_string(entry->sequence) + " stands in place " +
                 std::to_string(m_state.count) + ".");
    if (entry->previous != expected)
        note("custody-chain", Severity::Contradiction,
             "The log's chain is broken here: an entry before this one was changed, removed, added or moved.");
    if (m_lastTime && entry->at < *m_lastTime)
        note("custody-time", Severity::Warning,
             "The computer's clock was set back: this entry is dated before the one above it.");
    m_lastTime = entry->at;
}

} // namespace exhibit
