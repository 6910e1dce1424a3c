#pragma once
// Rows of a case file as values. Whatever a row holds, reading it ends in a value or an Error. These functions throw
// what SQLiteCpp throws: they are called inside guarded().

#include "store/CaseFile.h"
#include "store/Connection.h"

#include <SQLiteCpp/Column.h>

namespace exhibit {

/// How much of its prompt a list shows of an exhibit, in bytes.
inline constexpr std::size_t kPromptStartSize = 200;

struct MatterRow {
    std::string caseId;
    Instant createdAt;
};
[[nodiscard]] Result<MatterRow> readMatter(Connection& connection);
[[nodiscard]] Result<CaseDetails> readDetails(Connection& connection);

struct ExhibitRow {
    ExhibitSummary summary;
    std::string record; ///< empty for a withdrawn one
};
/// Every exhibit, with or without its record.
enum class Records { With, Without };
[[nodiscard]] Result<std::vector<ExhibitRow>> readExhibits(Connection& connection, Records records);
/// NotFound names the numbers there are.
[[nodiscard]] Result<ExhibitRow> readExhibit(Connection& connection, int number);
[[nodiscard]] Error unknownExhibit(Connection& connection, int number);
/// The artifacts of an exhibit in the order in which they came in.
[[nodiscard]] Result<std::vector<Artifact>> readArtifacts(Connection& connection, int exhibit);

/// Numbers that were given out, and how far the log reaches.
struct Counters {
    std::int64_t nextExhibit = 1;
    std::int64_t nextArtifact = 1;
    CustodyState custody;
    bool vacuumDue = false;
};
[[nodiscard]] Result<Counters> readCounters(Connection& connection);
void writeCounters(Connection& connection, const Counters& counters);

[[nodiscard]] Result<> insertArtifact(Connection& connection, const Artifact& artifact);

/// Calls `consume` with every line of the log and its row number, in order, without holding them all.
[[nodiscard]] Result<>
forEachCustodyLine(Connection& connection,
                   const std::function<Result<>(std::int64_t row, std::string_view line)>& consume);

/// Appends to the log inside a transaction of its caller, who writes the counters afterwards.
class CustodyWriter {
public:
    CustodyWriter(Connection& connection, const StoreEnvironment& environment, CustodyState& state);
    [[nodiscard]] Result<> append(std::string event, std::optional<int> exhibit, std::optional<Commitment> commitment,
                                  Json details = Json::object());
    /// Of the entry appended last.
    [[nodiscard]] Instant lastTime() const { return m_lastTime; }

private:
    SQLite::Statement m_insert;
    const StoreEnvironment& m_environment;
    CustodyState& m_state;
    Instant m_lastTime;
};

} // namespace exhibit
