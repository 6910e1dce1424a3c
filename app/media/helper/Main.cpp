// exhibit17-media: decodes one picture, or reads its metadata, in a process that can do no harm when a decoder fails.
// It reads a request from standard input and writes the answer to standard output; see media/HelperProtocol.h.

#include "media/helper/Jobs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace exhibit;
using namespace exhibit::media;

// AddressSanitizer reserves terabytes of addresses.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressLimit = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kAddressLimit = false;
#else
constexpr bool kAddressLimit = true;
#endif
#else
constexpr bool kAddressLimit = true;
#endif

constexpr rlim_t kSeconds = 60;
constexpr rlim_t kFiles = 16;                 ///< character conversion loads its tables
constexpr rlim_t kOverhead = rlim_t{1} << 30; ///< of the address space: program, libraries, the picture's own bytes

bool limit(int resource, rlim_t most) {
    const rlimit value{most, most};
    return ::setrlimit(static_cast<__rlimit_resource>(resource), &value) == 0;
}

/// Before the first byte of a stranger is read.
bool confine() {
    return ::close_range(3, ~0U, 0) == 0 && limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, kSeconds) &&
           limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, kFiles) && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/// 0 at the end of the input.
Result<std::size_t> readSome(std::span<std::uint8_t> out) {
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, out.data(), out.size());
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR)
            return fail(systemError(errno, "The request can't be read"));
    }
}

Result<> readAll(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        EXHIBIT_ASSIGN(const std::size_t got, readSome(out));
        if (got == 0)
            return fail(ErrorCode::Malformed, "The request ends too early.");
        out = out.subspan(got);
    }
    return {};
}

Result<std::string> readLine() {
    std::string line;
    std::array<std::uint8_t, 1> byte{};
    while (line.size() < kHeaderLimit) {
        EXHIBIT_TRY(readAll(byte));
        if (byte[0] == '\n')
            return line;
        line += static_cast<char>(byte[0]);
    }
    return fail(ErrorCode::Malformed, "The request's header is too long.");
}

bool writeAll(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (sent < 0 && errno != EINTR)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    }
    return true;
}

Result<JobResult> runJob(const HelperRequest& request, ByteView picture) {
    if (request.job == HelperJob::Metadata)
        return readMetadata(picture, request);
    switch (request.format) {
    case image::Format::WebP:
        return decodeWebP(picture, request.limits);
    case image::Format::Heic:
        return decodeHeic(picture, request.limits);
    case image::Format::Png:
    case image::Format::Jpeg:
        break;
    }
    return fail(ErrorCode::Unsupported, "This kind of picture is decoded elsewhere.");
}

Result<JobResult> serve() {
    EXHIBIT_ASSIGN(const std::string line, readLine());
    EXHIBIT_ASSIGN(const HelperRequest request, decodeRequest(line));
    if (request.bytes > request.limits.bytes)
        return fail(ErrorCode::LimitExceeded, "The picture's file is too large.");
    if (kAddressLimit && !limit(RLIMIT_AS, request.limits.memory + kOverhead))
        return fail(ErrorCode::Internal, "The picture helper can't limit its memory.");
    Bytes picture(static_cast<std::size_t>(request.bytes));
    EXHIBIT_TRY(readAll(picture));
    return runJob(request, picture);
}

Result<JobResult> serveSafely() {
    try {
        return serve();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, "The picture is too large: there isn't enough memory for it.");
    } catch (const std::exception&) {
        return fail(ErrorCode::Malformed, "The picture is damaged: its data can't be unpacked.");
    }
}

} // namespace

int main() {
    if (!confine())
        return 71; // EX_OSERR of sysexits.h
    Result<JobResult> result = serveSafely();
    if (!result) {
        HelperReply refusal;
        refusal.error = std::move(result.error());
        return writeAll(bytesOf(encode(refusal))) ? 0 : 74; // EX_IOERR
    }
    result->reply.bytes = result->body.size();
    return writeAll(bytesOf(encode(result->reply))) && writeAll(result->body) ? 0 : 74;
}
