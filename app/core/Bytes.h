#pragma once
// Bytes and where they come from and go to. Large ones are never held whole: they are read from a ByteSource in pieces
// and written to a ByteSink.

#include "core/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The size of the pieces in which large data is read, hashed and stored: 1 MiB.
inline constexpr std::size_t kPieceSize = std::size_t{1} << 20;

[[nodiscard]] ByteView bytesOf(std::string_view text);
[[nodiscard]] std::string_view textOf(ByteView bytes);
/// Lower-case hexadecimal.
[[nodiscard]] std::string hexOf(ByteView bytes);
/// Strict: lower case, an even number of digits, nothing else.
[[nodiscard]] Result<Bytes> bytesFromHex(std::string_view hex);

/// Called while long work goes on, with what is done and what there is to do, in bytes. Answers false to cancel.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Bytes of a known size that can be read at any offset. Reading doesn't change it.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `out` from `offset`. Answers how many bytes it wrote: less than asked for only at the end.
    [[nodiscard]] virtual Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const = 0;

    /// Everything at once; LimitExceeded if it is more than `limit` bytes.
    [[nodiscard]] Result<Bytes> readAll(std::uint64_t limit) const;
    /// Exactly `length` bytes from `offset`, or Malformed.
    [[nodiscard]] Result<Bytes> readExactly(std::uint64_t offset, std::size_t length) const;
    /// Hands every piece of [offset, offset+length) to `consume`, in order.
    [[nodiscard]] Result<> forEachPiece(std::uint64_t offset, std::uint64_t length,
                                        const std::function<Result<>(ByteView)>& consume) const;
};

using SharedSource = std::shared_ptr<const ByteSource>;

/// Bytes in memory, owned.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(Bytes bytes) : m_bytes(std::move(bytes)) {}
    explicit MemorySource(std::string_view text);
    [[nodiscard]] std::uint64_t size() const override { return m_bytes.size(); }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override;
    [[nodiscard]] ByteView bytes() const { return m_bytes; }

private:
    Bytes m_bytes;
};

/// A part of another source.
class SliceSource final : public ByteSource {
public:
    SliceSource(SharedSource whole, std::uint64_t offset, std::uint64_t length)
        : m_whole(std::move(whole)), m_offset(offset), m_length(length) {}
    [[nodiscard]] std::uint64_t size() const override { return m_length; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override;

private:
    SharedSource m_whole;
    std::uint64_t m_offset;
    std::uint64_t m_length;
};

/// A regular file, opened once: what is hashed and what is parsed are the same bytes, whatever happens to its name.
class FileSource final : public ByteSource {
public:
    /// Refuses what isn't a regular file (a folder, a FIFO, a device) without blocking on it.
    static Result<std::shared_ptr<const FileSource>> open(const std::filesystem::path& path);
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override;

private:
    FileSource(int descriptor, std::uint64_t size, std::string name)
        : m_descriptor(descriptor), m_size(size), m_name(std::move(name)) {}
    int m_descriptor;
    std::uint64_t m_size;
    std::string m_name;
};

/// Where bytes go, in order.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    [[nodiscard]] virtual Result<> write(ByteView bytes) = 0;
};

class MemorySink final : public ByteSink {
public:
    [[nodiscard]] Result<> write(ByteView bytes) override;
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

} // namespace exhibit
