#include "store/StoreError.h"

#include <sqlite3.h>

namespace exhibit {

Error damagedCase(std::string object) {
    return {ErrorCode::Corrupt,
            "The case file is damaged. Go back to a copy of it, or check it to see which exhibits are whole.",
            std::move(object)};
}

Error storeError(int sqliteCode, std::string object) {
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy, "Another program is using this case. Close it or try again in a moment.",
                std::move(object)};
    case SQLITE_FULL:
        return {ErrorCode::NoSpace, "The disk is full. The case is as it was before; make room and try again.",
                std::move(object)};
    case SQLITE_READONLY:
        return {ErrorCode::PermissionDenied,
                "The case can only be read: the file or its folder is protected against writing. Copy it to a folder "
                "of your own and open the copy.",
                std::move(object)};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return {ErrorCode::PermissionDenied,
                "The case can't be opened. Check that you may read and write in its folder.", std::move(object)};
    case SQLITE_IOERR:
        return {ErrorCode::Io,
                "The disk reported an error while the case was read or written. The case is as it was before; check "
                "the disk and try again.",
                std::move(object)};
    case SQLITE_NOTADB:
        return {ErrorCode::Malformed, "This file isn't an Exhibit 17 case.", std::move(object)};
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
        return damagedCase(std::move(object));
    case SQLITE_TOOBIG:
        return {ErrorCode::LimitExceeded, "A value is larger than a case file can hold.", std::move(object)};
    case SQLITE_NOMEM:
        return {ErrorCode::LimitExceeded, "There is not enough memory for this.", std::move(object)};
    default:
        return {ErrorCode::Internal, "SQLite reported the unexpected code " + std::to_string(sqliteCode) + ".",
                std::move(object)};
    }
}

} // namespace exhibit
