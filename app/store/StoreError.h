#pragma once
// Where SQLite's errors become ours. No exception of SQLiteCpp gets past guarded().

#include "core/Result.h"

#include <SQLiteCpp/Exception.h>
#include <exception>
#include <new>
#include <string>

namespace exhibit {

/// The Error for a result code of SQLite, extended or not.
[[nodiscard]] Error storeError(int sqliteCode, std::string object);
[[nodiscard]] Error damagedCase(std::string object);

/// Runs `work`, which answers a Result, and turns what it throws into an Error about `object`.
template <class Work>
auto guarded(const std::string& object, Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        const int extended = exception.getExtendedErrorCode();
        return fail(storeError(extended > 0 ? extended : exception.getErrorCode(), object));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "There is not enough memory for this.", object);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, std::string("This should not happen: ") + exception.what() + ".", object);
    }
}

} // namespace exhibit
