#pragma once
// The custody log: an append-only list of everything that was done in a case, hash-chained, one canonical JSON object a
// line. It holds commitments and no personal value, so that it can be exported whole.
// Schema: schemas/custody-entry.schema.json

#include "core/CaseTypes.h"
#include "core/Finding.h"
#include "core/Hash.h"
#include "core/Json.h"

#include <optional>
#include <vector>

namespace exhibit {

struct CustodyEntry {
    std::int64_t sequence = 1; ///< from 1, without gaps
    Instant at;                ///< as the wall clock said; it may have been set back, the chain keeps the order
    std::string
        event; ///< "case-created", "artifact-added", "exhibit-added", "exhibit-withdrawn", "exported", "sent", ...
    std::optional<int> exhibit;
    std::optional<Commitment> commitment;
    std::string source;            ///< the program and the way in: "exhibit17 0.1.0 add"
    Json details = Json::object(); ///< no personal values
    Digest previous;               ///< SHA-256 of the bytes of the line before; zeros for the first
};

/// The line's bytes, without a line end.
[[nodiscard]] Result<std::string> custodyLine(const CustodyEntry& entry);
/// Strict: the line must be the canonical form of what it says.
[[nodiscard]] Result<CustodyEntry> parseCustodyLine(std::string_view line);

/// How far a chain reaches. The manifest pins both, since dropping the last lines leaves a valid chain.
struct CustodyState {
    std::int64_t count = 0;
    Digest head; ///< SHA-256 of the last line's bytes; zeros for an empty log
    bool operator==(const CustodyState&) const = default;
};

/// Checks a chain line by line as it is fed. Every contradiction names its line.
class CustodyVerifier {
public:
    /// `line` without its line end. After the first contradiction the chain goes on from what the line says.
    void add(std::string_view line);
    [[nodiscard]] const CustodyState& state() const { return m_state; }
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }

private:
    void note(std::string code, Severity severity, std::string message);
    CustodyState m_state;
    std::optional<Instant> m_lastTime;
    std::vector<Finding> m_findings;
};

} // namespace exhibit
