#pragma once
// A connection to a case file: found, checked and set up by our rules.

#include "store/CaseFile.h"
#include "store/FolderVfs.h"
#include "store/PieceReader.h"
#include "store/StoreError.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <memory>

namespace exhibit {

/// Where a case is, after every link in its name was followed.
struct CasePlace {
    std::filesystem::path given; ///< as the person named it
    std::filesystem::path file;  ///< no component is a symbolic link
    [[nodiscard]] std::filesystem::path beside(std::string_view suffix) const {
        return file.string() + std::string(suffix);
    }
};

/// A regular file. For writing, the name itself must not be a symbolic link: its journal would lie elsewhere than the
/// next program looks for it, and a stranger could make us write where they can't.
[[nodiscard]] Result<CasePlace> locateCase(const std::filesystem::path& path, Access access);

class Connection {
public:
    /// Every check that CaseFile::open promises.
    static Result<std::shared_ptr<Connection>> open(const CasePlace& place, Access access,
                                                    const StoreEnvironment& environment);
    /// Only what says that the file is a case at all, and nothing beside it that SQLite would follow astray: for
    /// deleting a damaged one.
    static Result<std::shared_ptr<Connection>> connect(const CasePlace& place, Access access,
                                                       const StoreEnvironment& environment);
    [[nodiscard]] SQLite::Database& database() { return m_database; }
    /// Throws what SQLiteCpp throws when it is made, at the first call.
    [[nodiscard]] PieceReader& pieces() {
        if (!m_pieces)
            m_pieces.emplace(m_database);
        return *m_pieces;
    }
    /// What errors are about.
    [[nodiscard]] const std::string& object() const { return m_object; }

private:
    Connection(std::unique_ptr<FolderVfs> vfs, const CasePlace& place, Access access,
               const StoreEnvironment& environment);

    std::unique_ptr<FolderVfs> m_vfs; ///< before the database: SQLite uses it until that is closed
    SQLite::Database m_database;
    std::string m_object;
    std::optional<PieceReader> m_pieces; ///< after the database: its statement ends first
};

/// The bytes of a case file with our schema and no row, as a database in memory.
[[nodiscard]] SQLite::Database emptyCase();

} // namespace exhibit
