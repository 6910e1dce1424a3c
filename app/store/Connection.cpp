#include "store/Connection.h"

#include "CaseSchema.h"
#include "core/Descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

namespace exhibit {

namespace {

// sqlite.org/fileformat2.html 1.3
constexpr std::size_t kHeaderSize = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::uint32_t kApplicationId = 0x45583137;
constexpr std::uint32_t kSchemaVersion = 1;

Error notACase(const std::string& object) {
    return {ErrorCode::Malformed, "This file isn't an Exhibit 17 case.", object};
}

// ---- names and permissions --------------------------------------------------------------------------------------

Result<> requireRegular(const struct stat& status, const std::string& object) {
    if (S_ISREG(status.st_mode))
        return {};
    return fail(ErrorCode::InvalidArgument,
                S_ISDIR(status.st_mode) ? "This is a folder, not a case file." : "This is not a regular file.", object);
}

/// Other people must not read a case. Closing an ordinary descriptor of the file would drop the locks that SQLite holds
/// for this process (fcntl(2), "Record locking"); one of O_PATH doesn't.
Result<> makePrivate(const CasePlace& place) {
    const std::string object = place.given.string();
    const Descriptor file(::open(place.file.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
        return fail(systemError(errno, "The case can't be opened", object));
    EXHIBIT_TRY(requireRegular(status, object));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return {};
    const std::string name = "/proc/self/fd/" + std::to_string(file.get());
    if (::chmod(name.c_str(), S_IRUSR | S_IWUSR) == 0 || status.st_uid == ::geteuid())
        return {}; // a file system without permissions (a memory stick) refuses its owner; nothing can be done there
    return fail(ErrorCode::PermissionDenied,
                "Other people can read this case, and it belongs to another user, so that this can't be changed. Copy "
                "it to a folder of your own.",
                object);
}

Result<> requireWritable(const CasePlace& place) {
    // The journal needs a place too.
    if (::access(place.file.c_str(), W_OK) != 0 || ::access(place.file.parent_path().c_str(), W_OK | X_OK) != 0)
        return fail(storeError(SQLITE_READONLY, place.given.string()));
    return {};
}

// ---- what lies beside the file ----------------------------------------------------------------------------------

enum class Journal { None, Ours, Foreign };

/// A journal of ours never names a super-journal, since it never spans several databases. SQLite would believe such a
/// name and might delete that file.
bool namesSuperJournal(const std::filesystem::path& journal) {
    // sqlite.org/fileformat2.html 3: the last 8 bytes repeat the journal's magic if a super-journal is named.
    constexpr std::array<std::uint8_t, 8> kJournalMagic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    const Descriptor file(::open(journal.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0 || status.st_size < 16)
        return false;
    std::array<std::uint8_t, 8> tail{};
    return ::pread(file.get(), tail.data(), tail.size(), status.st_size - 8) == std::ssize(tail) &&
           tail == kJournalMagic;
}

/// Ours: a private journal of this user beside a private case of this user. Archives and downloads don't make files of
/// mode 0600.
Result<Journal> judgeJournal(const CasePlace& place) {
    const std::filesystem::path name = place.beside("-journal");
    struct stat journal {};
    struct stat file {};
    if (::lstat(name.c_str(), &journal) != 0) {
        if (errno == ENOENT)
            return Journal::None;
        return fail(systemError(errno, "The journal of the case can't be looked at", name.string()));
    }
    if (!S_ISREG(journal.st_mode) || namesSuperJournal(name))
        return fail(
            ErrorCode::Unsupported,
            "This lies beside the case in the place of its journal, and Exhibit 17 didn't make it. Move it away "
            "to open the case.",
            name.string());
    if (::lstat(place.file.c_str(), &file) != 0)
        return fail(systemError(errno, "The case can't be opened", place.given.string()));
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    const uid_t user = ::geteuid();
    const bool ours = journal.st_uid == user && file.st_uid == user && ((journal.st_mode | file.st_mode) & others) == 0;
    return ours ? Journal::Ours : Journal::Foreign;
}

/// We never use a write-ahead log, and SQLite would replay one that it finds.
Result<> refuseWriteAheadLog(const CasePlace& place) {
    for (const char* const suffix : {"-wal", "-shm"}) {
        struct stat status {};
        if (::lstat(place.beside(suffix).c_str(), &status) == 0)
            return fail(ErrorCode::Unsupported,
                        "Another program has left this file beside the case, and reading it would change the case. "
                        "Move it away to open the case without it.",
                        place.beside(suffix).string());
    }
    return {};
}

Error interruptedElsewhere(const CasePlace& place) {
    return {
        ErrorCode::Unsupported,
        "A change to this case was interrupted, and to read the case that change must be undone first, which changes "
        "the file. Copy both files if you want to keep them as they are, then make any change to the case, such as "
        "setting a detail: that undoes it.",
        place.beside("-journal").string()};
}

// ---- the file's own header --------------------------------------------------------------------------------------

std::uint32_t bigEndian(ByteView bytes, std::size_t offset) {
    return (std::uint32_t{bytes[offset]} << 24) | (std::uint32_t{bytes[offset + 1]} << 16) |
           (std::uint32_t{bytes[offset + 2]} << 8) | std::uint32_t{bytes[offset + 3]};
}

/// Read through SQLite's own file, for the reason given at makePrivate().
Result<std::array<std::uint8_t, kHeaderSize>> readHeader(SQLite::Database& database, const std::string& object) {
    std::array<std::uint8_t, kHeaderSize> header{};
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file == nullptr || file->pMethods == nullptr)
        return fail(storeError(SQLITE_CANTOPEN, object));
    const int code = file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0);
    if (code == SQLITE_IOERR_SHORT_READ)
        return fail(notACase(object));
    if (code != SQLITE_OK)
        return fail(storeError(code, object));
    return header;
}

Result<> checkHeader(SQLite::Database& database, const std::string& object) {
    EXHIBIT_ASSIGN(const auto header, readHeader(database, object));
    const ByteView bytes(header);
    if (!textOf(bytes).starts_with(kMagic) || bigEndian(bytes, 68) != kApplicationId)
        return fail(notACase(object));
    const std::uint32_t version = bigEndian(bytes, 60);
    if (version > kSchemaVersion)
        return fail(ErrorCode::Unsupported,
                    "This case was written by a newer version of Exhibit 17. Install the newest version to open it.",
                    object);
    // 18, 19: 1 is the rollback journal; 44: schema format 4; 52: no auto-vacuum; 56: 1 is UTF-8
    const bool asWritten = version == kSchemaVersion && bytes[18] == 1 && bytes[19] == 1 && bigEndian(bytes, 44) == 4 &&
                           bigEndian(bytes, 52) == 0 && bigEndian(bytes, 56) == 1;
    if (!asWritten)
        return fail(ErrorCode::Unsupported, "Another program has changed how this case is stored.", object);
    return {};
}

// ---- the connection's settings and the schema -------------------------------------------------------------------

void limit(sqlite3* handle) {
    constexpr int kLargestValue = 64 << 20; // a capture record of 200,000 artifacts
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLargestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 16 << 10);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 32);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 20);
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 4);
    sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 25'000);
    sqlite3_limit(handle, SQLITE_LIMIT_FUNCTION_ARG, 8);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM attaches its copy
    sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 32);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
}

void configure(sqlite3* handle) {
    const std::pair<int, int> settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}};
    for (const auto& [option, value] : settings)
        sqlite3_db_config(handle, option, value, nullptr);
    limit(handle);
}

/// EXTRA syncs the folder after the journal is gone: a power cut right after can't bring it back.
constexpr char kPragmas[] = "PRAGMA synchronous = EXTRA;"
                            "PRAGMA secure_delete = ON;"
                            "PRAGMA cell_size_check = ON;"
                            "PRAGMA temp_store = MEMORY;"
                            "PRAGMA cache_size = -4000;";

using SchemaRow = std::tuple<std::string, std::string, std::string, std::string>;

std::vector<SchemaRow> schemaOf(SQLite::Database& database) {
    constexpr std::size_t kMostRows = 100;
    std::vector<SchemaRow> rows;
    SQLite::Statement query(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
    while (query.executeStep() && rows.size() < kMostRows)
        rows.emplace_back(query.getColumn(0).getString(), query.getColumn(1).getString(),
                          query.getColumn(2).getString(), query.getColumn(3).getString());
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// The words of a statement, counted from 0.
std::string_view wordOf(std::string_view statement, int number) {
    for (; number > 0; --number)
        statement.remove_prefix(statement.find(' ') + 1);
    return statement.substr(0, statement.find(' '));
}

/// What SQLite keeps of schemas/case.sql: every CREATE statement, from its first word to its semicolon. Making an empty
/// case to compare with would take longer than everything else that opening a case does.
std::vector<SchemaRow> expectedSchema() {
    // The indexes behind primary keys of several columns have no statements of their own.
    std::vector<SchemaRow> rows{{"index", "sqlite_autoindex_chunk_1", "chunk", ""},
                                {"index", "sqlite_autoindex_markup_1", "markup", ""}};
    std::string_view text = kCaseSchema;
    for (std::size_t at = text.find("\nCREATE "); at != std::string_view::npos; at = text.find("\nCREATE ")) {
        text.remove_prefix(at + 1);
        const std::string_view sql = text.substr(0, text.find(';'));
        const bool isIndex = wordOf(sql, 1) == "INDEX"; // CREATE INDEX name ON table
        rows.emplace_back(isIndex ? "index" : "table", wordOf(sql, 2), wordOf(sql, isIndex ? 4 : 2), sql);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

Result<> checkSchema(SQLite::Database& database, const std::string& object) {
    static const std::vector<SchemaRow> expected = expectedSchema();
    if (schemaOf(database) == expected)
        return {};
    return fail(ErrorCode::Malformed,
                "The tables in this file aren't those of an Exhibit 17 case: it was damaged, or another program has "
                "changed it.",
                object);
}

} // namespace

SQLite::Database emptyCase() {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA page_size = 8192");
    database.exec(kCaseSchema);
    return database;
}

Result<CasePlace> locateCase(const std::filesystem::path& path, Access access) {
    const std::string object = path.string();
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        if (errno == ENOENT)
            return fail(ErrorCode::NotFound, "There is no such file.", object);
        return fail(systemError(errno, "The case can't be opened", object));
    }
    std::error_code failed;
    const std::filesystem::path resolved = std::filesystem::canonical(path, failed);
    if (failed)
        return fail(systemError(failed.value(), "The case can't be opened", object));
    if (access == Access::Write && S_ISLNK(status.st_mode))
        return fail(ErrorCode::InvalidArgument,
                    "This name is a link to another file. Use the case's own name to change it.", object);
    if (::lstat(resolved.c_str(), &status) != 0)
        return fail(systemError(errno, "The case can't be opened", object));
    EXHIBIT_TRY(requireRegular(status, object));
    return CasePlace{path, resolved};
}

Connection::Connection(std::unique_ptr<FolderVfs> vfs, const CasePlace& place, Access access,
                       const StoreEnvironment& environment)
    : m_vfs(std::move(vfs)),
      m_database(place.file.string(),
                 (access == Access::Write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLite::OPEN_NOFOLLOW,
                 environment.busyTimeoutMilliseconds, m_vfs->name()),
      m_object(place.given.string()) {
    configure(m_database.getHandle());
}

Result<std::shared_ptr<Connection>> Connection::connect(const CasePlace& place, Access access,
                                                        const StoreEnvironment& environment) {
    EXHIBIT_TRY(refuseWriteAheadLog(place));
    EXHIBIT_TRY(judgeJournal(place));
    EXHIBIT_ASSIGN(auto vfs, FolderVfs::install(environment.vfs, place.file.parent_path()));
    std::shared_ptr<Connection> connection(new Connection(std::move(vfs), place, access, environment));
    if (access == Access::Write && sqlite3_db_readonly(connection->database().getHandle(), "main") != 0)
        return fail(storeError(SQLITE_READONLY, connection->object()));
    EXHIBIT_TRY(checkHeader(connection->database(), connection->object()));
    return connection;
}

namespace {

/// True if a journal must be rolled back before this connection can read. SQLite alone can tell a journal that was left
/// behind from one that another process is writing.
bool needsRollback(SQLite::Database& database) {
    if (database.tryExec("PRAGMA schema_version") == SQLITE_OK)
        return false;
    const int code = sqlite3_extended_errcode(database.getHandle());
    if (code == SQLITE_READONLY_ROLLBACK)
        return true;
    throw SQLite::Exception(database.getHandle(), code);
}

Result<> rollBack(const CasePlace& place, const StoreEnvironment& environment) {
    EXHIBIT_ASSIGN(const auto writer, Connection::connect(place, Access::Write, environment));
    writer->database().exec("PRAGMA schema_version");
    return {};
}

} // namespace

Result<std::shared_ptr<Connection>> Connection::open(const CasePlace& place, Access access,
                                                     const StoreEnvironment& environment) {
    const std::string object = place.given.string();
    return guarded(object, [&]() -> Result<std::shared_ptr<Connection>> {
        if (access == Access::Write) {
            EXHIBIT_TRY(requireWritable(place));
        }
        EXHIBIT_ASSIGN(auto connection, connect(place, access, environment));
        if (access == Access::Write) {
            EXHIBIT_TRY(makePrivate(place)); // now that it is known to be a case; a journal inherits the mode
        }
        if (needsRollback(connection->database())) {
            EXHIBIT_ASSIGN(const Journal journal, judgeJournal(place));
            if (journal == Journal::Foreign)
                return fail(interruptedElsewhere(place));
            // Our own program was stopped in the middle of a change: to undo it is no change to the case.
            EXHIBIT_TRY(rollBack(place, environment));
        }
        connection->database().exec(kPragmas);
        EXHIBIT_TRY(checkSchema(connection->database(), object));
        return connection;
    });
}

} // namespace exhibit
