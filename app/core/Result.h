#pragma once
// Errors as values. Exceptions of libraries stop at the seam that calls them and become an Error.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace exhibit {

/// What kind of thing went wrong. Programs decide by it; people read Error::message.
enum class ErrorCode : std::uint8_t {
    InvalidArgument,  ///< the caller's words are off: a bad option, an empty prompt, a NUL in a text
    NotFound,         ///< the file, exhibit or entry named doesn't exist
    AlreadyExists,    ///< something of that name is there, and nobody said to replace it
    PermissionDenied, ///< the operating system refused
    Io,               ///< reading or writing failed
    NoSpace,          ///< the disk is full
    Busy,             ///< another process holds the case, and the bounded wait is over
    Unsupported,      ///< well-formed, but not something that this program handles
    Malformed,        ///< the bytes break their format's rules
    LimitExceeded,    ///< larger or deeper than the limits allow
    Corrupt,          ///< what we wrote ourselves isn't as we wrote it
    Cancelled,        ///< the person stopped it
    Internal,         ///< a defect of this program
};

/// The stable name of a code, for JSON and logs: "not-found", "no-space", ...
[[nodiscard]] std::string_view name(ErrorCode code);

/// One failure: a code, a sentence for the person, and where it happened.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;     ///< a whole sentence in plain words, without the object's name repeated
    std::string object = {}; ///< the file, chunk, JSON pointer or exhibit that it is about; may be empty
    std::optional<std::uint64_t> offset = std::nullopt; ///< byte offset in the object

    /// "OBJECT: message (at byte N)". Control characters in the object's name are escaped.
    [[nodiscard]] std::string text() const;
};

/// A value or an Error; ignoring one is a warning. `Result<>` carries no value.
template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using Base = tl::expected<T, Error>;
    using Base::Base;
    Result(Base base) : Base(std::move(base)) {}
};

/// `return fail(ErrorCode::Io, "The file can't be read.", path);`
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string object = {},
                                                std::optional<std::uint64_t> offset = std::nullopt) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(object), offset});
}

/// The Error for an errno value: ENOSPC and EDQUOT are NoSpace, EACCES and EPERM PermissionDenied, and so on.
[[nodiscard]] Error systemError(int errnoValue, std::string action, std::string object = {});

} // namespace exhibit

#define EXHIBIT_CONCAT_(a, b) a##b
#define EXHIBIT_CONCAT(a, b) EXHIBIT_CONCAT_(a, b)
#define EXHIBIT_TRY_(name, expression)                                                                                 \
    if (auto name = (expression); !name)                                                                               \
        return ::exhibit::fail(std::move(name.error()));                                                               \
    else                                                                                                               \
        static_cast<void>(0)
#define EXHIBIT_ASSIGN_(name, declaration, expression)                                                                 \
    auto name = (expression);                                                                                          \
    if (!name)                                                                                                         \
        return ::exhibit::fail(std::move(name.error()));                                                               \
    declaration = std::move(*name)

/// `EXHIBIT_TRY(file.write(bytes));` hands an error on to the caller.
#define EXHIBIT_TRY(expression) EXHIBIT_TRY_(EXHIBIT_CONCAT(tried_, __LINE__), expression)
/// `EXHIBIT_ASSIGN(const Digest digest, sha256(file));` unwraps a value or hands the error on. It is several
/// statements: not for the body of an `if` or a loop without braces.
#define EXHIBIT_ASSIGN(declaration, expression)                                                                        \
    EXHIBIT_ASSIGN_(EXHIBIT_CONCAT(tried_, __LINE__), declaration, expression)
