#include "core/Result.h"

#include "core/Text.h"

#include <cerrno>
#include <cstring>

namespace exhibit {

std::string_view name(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid-argument";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::AlreadyExists:
        return "already-exists";
    case ErrorCode::PermissionDenied:
        return "permission-denied";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::NoSpace:
        return "no-space";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Malformed:
        return "malformed";
    case ErrorCode::LimitExceeded:
        return "limit-exceeded";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

std::string Error::text() const {
    std::string result;
    if (!object.empty())
        result += escapeForDisplay(object, EscapeStyle::Line) + ": ";
    result += message;
    if (offset)
        result += " (at byte " + std::to_string(*offset) + ")";
    return result;
}

namespace {

ErrorCode codeOf(int errnoValue) {
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    case EEXIST:
        return ErrorCode::AlreadyExists;
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
        return ErrorCode::PermissionDenied;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::NoSpace;
    case EBUSY:
    case EAGAIN:
        return ErrorCode::Busy;
    case EINVAL:
    case EISDIR:
    case ENAMETOOLONG:
        return ErrorCode::InvalidArgument;
    default:
        return ErrorCode::Io;
    }
}

} // namespace

Error systemError(int errnoValue, std::string action, std::string object) {
    return Error{codeOf(errnoValue), std::move(action) + ": " + std::strerror(errnoValue) + ".", std::move(object)};
}

} // namespace exhibit
