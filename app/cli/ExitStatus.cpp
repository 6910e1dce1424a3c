#include "cli/ExitStatus.h"

namespace exhibit::cli {

int exitStatusOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return kUsage;
    case ErrorCode::NotFound:
        return kNoInput;
    case ErrorCode::AlreadyExists:
        return kCantCreate;
    case ErrorCode::PermissionDenied:
        return kPermission;
    case ErrorCode::Io:
    case ErrorCode::NoSpace:
        return kIo;
    case ErrorCode::Busy:
        return kTemporary;
    case ErrorCode::Unsupported:
    case ErrorCode::Malformed:
    case ErrorCode::LimitExceeded:
    case ErrorCode::Corrupt:
        return kData;
    case ErrorCode::Cancelled:
        return kCancelled;
    case ErrorCode::Internal:
        return kSoftware;
    }
    return kSoftware;
}

} // namespace exhibit::cli
