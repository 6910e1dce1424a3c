#include "store/Removal.h"

#include "store/Tables.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

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

/// Overwrites a file's bytes and takes its name away. One that isn't there is no error.
Result<> shred(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT)
        return {};
    if (descriptor < 0)
        return fail(systemError(errno, "The file can't be deleted", file.string()));
    struct stat status {};
    static constexpr std::array<std::uint8_t, std::size_t{64} << 10> kZeros{};
    bool fine = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    for (off_t done = 0; fine && done < status.st_size;) {
        const auto want = std::min<off_t>(status.st_size - done, std::ssize(kZeros));
        const ssize_t written = ::pwrite(descriptor, kZeros.data(), static_cast<std::size_t>(want), done);
        fine = written > 0 || (written < 0 && errno == EINTR);
        done += std::max<ssize_t>(written, 0);
    }
    fine = fine && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!fine)
        return fail(ErrorCode::Io, "The file can't be overwritten; it was not deleted.", file.string());
    if (::unlink(file.c_str()) != 0)
        return fail(systemError(errno, "The file can't be deleted", file.string()));
    return {};
}

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
        for (const char* const suffix : {"-journal", ""}) {
            EXHIBIT_TRY(shred(place.beside(suffix)));
        }
        return {};
    });
}

} // namespace exhibit
