#include "store/Removal.h"

#include "store/Beside.h"
#include "store/Shred.h"
#include "store/Tables.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace exhibit {

namespace {

void run(Connection& connection, const char* sql, int number) {
    SQLite::Statement statement(connection.database(), sql);
    statement.bind(statement.getBindParameterCount(), number);
    statement.exec();
}

Result<> requirePresent(Connection& connection, int number) {
    SQLite::Statement query(connection.database(), "SELECT withdrawn_at IS NOT NULL FROM exhibit WHERE number = ?");
    query.bind(1, number);
    if (!query.executeStep())
        return fail(unknownExhibit(connection, number));
    if (query.getColumn(0).getInt() != 0)
        return fail(ErrorCode::NotFound, "This exhibit was withdrawn before.", "exhibit " + std::to_string(number));
    return {};
}

Result<> destroyRows(Connection& connection, int number, const StoreEnvironment& environment) {
    EXHIBIT_TRY(requirePresent(connection, number));
    EXHIBIT_ASSIGN(Counters counters, readCounters(connection));
    run(connection, "DELETE FROM chunk WHERE artifact IN (SELECT id FROM artifact WHERE exhibit = ?)", number);
    run(connection, "DELETE FROM artifact WHERE exhibit = ?", number);
    run(connection, "DELETE FROM markup WHERE exhibit = ?", number);
    CustodyWriter log(connection, environment, counters.custody);
    EXHIBIT_TRY(log.append("exhibit-withdrawn", number, std::nullopt));
    SQLite::Statement update(connection.database(),
                             "UPDATE exhibit SET withdrawn_at = ?, record = NULL, surface = NULL, prompt_start = NULL, "
                             "screenshots = 0, attachments = 0 WHERE number = ?");
    update.bind(1, log.lastTime().nanoseconds);
    update.bind(2, number);
    update.exec();
    counters.vacuumDue = true;
    writeCounters(connection, counters);
    return {};
}

/// secure_delete overwrites what is deleted, but rows that SQLite moved between pages leave old copies in the pages'
/// unused space. VACUUM writes every page anew.
void vacuum(Connection& connection) {
    SQLite::Database& database = connection.database();
    // The copy may be large: it goes into an unlinked file of mode 0600 beside the case, not into memory.
    database.exec("PRAGMA temp_store = FILE");
    const int code = database.tryExec("VACUUM");
    database.tryExec("PRAGMA temp_store = MEMORY");
    if (code != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), code);
    database.exec("UPDATE counter SET vacuum_due = 0 WHERE id = 1");
}

} // namespace

Result<> withdrawFrom(Connection& connection, int number, const StoreEnvironment& environment) {
    {
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        EXHIBIT_TRY(destroyRows(connection, number, environment));
        transaction.commit();
    }
    const Result<> cleared = guarded(connection.object(), [&]() -> Result<> {
        vacuum(connection);
        return {};
    });
    if (cleared)
        return {};
    Error error = cleared.error();
    const char* const reason = error.code == ErrorCode::NoSpace ? "the disk is full"
                               : error.code == ErrorCode::Busy  ? "another program is using the case"
                                                                : "the disk reported an error";
    error.message = std::string("The exhibit is withdrawn, but traces of it may still be in the file, since ") +
                    reason + ". They are cleared when the case is changed the next time.";
    return fail(std::move(error));
}

void finishWithdrawals(Connection& connection, const StoreEnvironment& environment) {
    const Result<> finished = guarded(connection.object(), [&]() -> Result<> {
        EXHIBIT_ASSIGN(const Counters counters, readCounters(connection));
        if (!counters.vacuumDue)
            return {};
        sqlite3_busy_timeout(connection.database().getHandle(), 0);
        vacuum(connection);
        return {};
    });
    static_cast<void>(finished); // check() reports what is still due
    sqlite3_busy_timeout(connection.database().getHandle(), environment.busyTimeoutMilliseconds);
}

// ---- a whole case -----------------------------------------------------------------------------------------------

namespace {

/// Waits for other programs to finish with the case and keeps them out. A damaged case has nothing to protect.
Result<> lockOut(Connection& connection) {
    const int code = connection.database().tryExec("BEGIN EXCLUSIVE");
    if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
        return fail(storeError(code, connection.object()));
    return {};
}

} // namespace

Result<> CaseFile::destroy(const std::filesystem::path& path, const StoreEnvironment& environment) {
    EXHIBIT_ASSIGN(const CasePlace place, locateCase(path, Access::Write));
    return guarded(path.string(), [&]() -> Result<> {
        EXHIBIT_ASSIGN(const auto connection, Connection::connect(place, Access::Write, environment));
        EXHIBIT_TRY(lockOut(*connection));
        shredBeside(path); // first: without the case, nobody would know what it belongs to
        for (const char* const suffix : {"-journal", ""}) {
            EXHIBIT_TRY(shred(place.beside(suffix)));
        }
        return {};
    });
}

} // namespace exhibit
