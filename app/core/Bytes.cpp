#include "core/Bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace exhibit {

ByteView bytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string hexOf(ByteView bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        hex += digits[byte >> 4];
        hex += digits[byte & 0xf];
    }
    return hex;
}

Result<Bytes> bytesFromHex(std::string_view hex) {
    const auto value = [](char digit) -> int {
        if (digit >= '0' && digit <= '9')
            return digit - '0';
        return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
    };
    if (hex.size() % 2 != 0)
        return fail(ErrorCode::Malformed, "A hexadecimal value has an odd number of digits.");
    Bytes bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = value(hex[i]);
        const int low = value(hex[i + 1]);
        if (high < 0 || low < 0)
            return fail(ErrorCode::Malformed, "A hexadecimal value has a character other than 0-9 and a-f.", {}, i);
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

Result<Bytes> ByteSource::readAll(std::uint64_t limit) const {
    if (size() > limit)
        return fail(ErrorCode::LimitExceeded,
                    "It has " + std::to_string(size()) + " bytes; at most " + std::to_string(limit) + " are read.");
    return readExactly(0, static_cast<std::size_t>(size()));
}

Result<Bytes> ByteSource::readExactly(std::uint64_t offset, std::size_t length) const {
    if (offset > size() || length > size() - offset)
        return fail(ErrorCode::Malformed, "The data ends too early.", {}, offset);
    Bytes bytes(length);
    EXHIBIT_ASSIGN(const std::size_t got, read(offset, bytes));
    if (got != length)
        return fail(ErrorCode::Malformed, "The data ends too early.", {}, offset + got);
    return bytes;
}

Result<> ByteSource::forEachPiece(std::uint64_t offset, std::uint64_t length,
                                  const std::function<Result<>(ByteView)>& consume) const {
    Bytes buffer(static_cast<std::size_t>(std::min<std::uint64_t>(length, kPieceSize)));
    while (length > 0) {
        const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(length, buffer.size()));
        EXHIBIT_ASSIGN(const std::size_t got, read(offset, std::span(buffer).first(want)));
        if (got == 0)
            return fail(ErrorCode::Malformed, "The data ends too early.", {}, offset);
        EXHIBIT_TRY(consume(ByteView(buffer).first(got)));
        offset += got;
        length -= got;
    }
    return {};
}

MemorySource::MemorySource(std::string_view text) : m_bytes(text.begin(), text.end()) {}

Result<std::size_t> MemorySource::read(std::uint64_t offset, std::span<std::uint8_t> out) const {
    if (offset >= m_bytes.size())
        return std::size_t{0};
    const auto begin = static_cast<std::size_t>(offset);
    const std::size_t count = std::min(out.size(), m_bytes.size() - begin);
    if (count > 0)
        std::memcpy(out.data(), m_bytes.data() + begin, count);
    return count;
}

Result<std::size_t> SliceSource::read(std::uint64_t offset, std::span<std::uint8_t> out) const {
    if (offset >= m_length)
        return std::size_t{0};
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_length - offset));
    return m_whole->read(m_offset + offset, out.first(count));
}

Result<std::shared_ptr<const FileSource>> FileSource::open(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a FIFO for reading would wait for a writer for ever.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return fail(systemError(errno, "The file can't be opened", path.string()));
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::InvalidArgument,
                    S_ISDIR(status.st_mode) ? "This is a folder, not a file." : "This is not a regular file.",
                    path.string());
    }
    return std::shared_ptr<const FileSource>(
        new FileSource(descriptor, static_cast<std::uint64_t>(status.st_size), path.string()));
}

FileSource::~FileSource() {
    ::close(m_descriptor);
}

Result<std::size_t> FileSource::read(std::uint64_t offset, std::span<std::uint8_t> out) const {
    if (offset >= m_size)
        return std::size_t{0};
    const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_size - offset));
    std::size_t done = 0;
    while (done < want) {
        const ssize_t got = ::pread(m_descriptor, out.data() + done, want - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(systemError(errno, "The file can't be read", m_name));
        if (got == 0)
            return fail(ErrorCode::Io, "The file became shorter while it was read.", m_name, offset + done);
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Result<> MemorySink::write(ByteView bytes) {
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    return {};
}

} // namespace exhibit
