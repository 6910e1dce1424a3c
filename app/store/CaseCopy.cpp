#include "store/CaseCopy.h"

#include "store/AtomicFile.h"
#include "store/Connection.h"
#include "store/StoreError.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <sqlite3.h>

namespace exhibit {

namespace {

/// The file of a connection, read through it: a descriptor of our own would take this process's locks on the file away
/// when it is closed (fcntl(2), F_SETLK).
class OpenedDatabase {
public:
    explicit OpenedDatabase(Connection& connection) {
        sqlite3* const handle = connection.database().getHandle();
        require(handle, sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &m_file));
        require(handle, m_file->pMethods->xFileSize(m_file, &m_size));
        m_handle = handle;
    }
    [[nodiscard]] std::uint64_t size() const { return static_cast<std::uint64_t>(m_size); }
    void read(std::uint64_t offset, std::span<std::uint8_t> out) const {
        require(m_handle, m_file->pMethods->xRead(m_file, out.data(), static_cast<int>(out.size()),
                                                  static_cast<sqlite3_int64>(offset)));
    }

private:
    static void require(sqlite3* handle, int code) {
        if (code != SQLITE_OK)
            throw SQLite::Exception(handle, code);
    }
    sqlite3* m_handle = nullptr;
    sqlite3_file* m_file = nullptr;
    sqlite3_int64 m_size = 0;
};

} // namespace

Result<> copyCase(const std::filesystem::path& path, const std::filesystem::path& target,
                  const StoreEnvironment& environment, const Progress& progress) {
    EXHIBIT_ASSIGN(const CasePlace place, locateCase(path, Access::Read));
    EXHIBIT_ASSIGN(const auto connection, Connection::open(place, Access::Read, environment));
    EXHIBIT_ASSIGN(AtomicFile copy, AtomicFile::open(target, Existing::Refuse));
    EXHIBIT_TRY(guarded(path.string(), [&]() -> Result<> {
        // Nobody can change the file while this transaction reads it (SQLite, rollback journal: SHARED lock).
        const SQLite::Transaction view(connection->database());
        connection->database().execAndGet("SELECT count(*) FROM counter");
        const OpenedDatabase file(*connection);
        Bytes piece(kPieceSize);
        for (std::uint64_t done = 0; done < file.size();) {
            const auto part = std::span(piece).first(std::min<std::uint64_t>(piece.size(), file.size() - done));
            file.read(done, part);
            EXHIBIT_TRY(copy.write(part));
            done += part.size();
            if (progress && !progress(done, file.size()))
                return fail(ErrorCode::Cancelled, "Stopped; there is no copy.", target.string());
        }
        return {};
    }));
    return copy.commit();
}

} // namespace exhibit
