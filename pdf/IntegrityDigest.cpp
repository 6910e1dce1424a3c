#include "pdf/IntegrityDigest.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace exhibit::pdf {
namespace {

constexpr std::string_view kBeforeLength = "/Exhibit17 << /Length (";
constexpr std::string_view kBeforeDigest = ") /SHA256 (";
constexpr std::string_view kBehindDigest = ") >> >>\nstartxref\n";
constexpr std::string_view kEnd = "\n%%EOF\n";
constexpr std::size_t kLengthDigits = 20;
constexpr std::size_t kDigestDigits = 64;
constexpr std::size_t kFixedSize =
    kBeforeLength.size() + kLengthDigits + kBeforeDigest.size() + kDigestDigits + kBehindDigest.size();
constexpr std::size_t kMaxOffsetDigits = 10; // an entry of a cross-reference table holds no more

bool take(std::string_view& text, std::string_view expected) {
    if (text.substr(0, expected.size()) != expected)
        return false;
    text.remove_prefix(expected.size());
    return true;
}

std::optional<std::uint64_t> takeNumber(std::string_view& text, std::size_t digits) {
    if (text.size() < digits || digits == 0)
        return std::nullopt;
    std::uint64_t value = 0;
    const char* end = text.data() + digits;
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end)
        return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

/// The mark in a text that begins with "/Exhibit17"; `digestOffset` counts from the text's start.
std::optional<IntegrityMark> parseMark(std::string_view text) {
    IntegrityMark mark;
    if (!take(text, kBeforeLength))
        return std::nullopt;
    const auto length = takeNumber(text, kLengthDigits);
    if (!length || !take(text, kBeforeDigest))
        return std::nullopt;
    const auto digest = Digest::fromHex(text.substr(0, kDigestDigits));
    if (!digest)
        return std::nullopt;
    text.remove_prefix(kDigestDigits);
    if (!take(text, kBehindDigest))
        return std::nullopt;
    const std::size_t offsetDigits = std::min(text.find('\n'), text.size());
    const bool hasLeadingZero = offsetDigits > 1 && text.front() == '0';
    const auto startxref = hasLeadingZero ? std::nullopt : takeNumber(text, offsetDigits);
    if (!startxref || text != kEnd)
        return std::nullopt;
    mark.digestOffset = kBeforeLength.size() + kLengthDigits + kBeforeDigest.size();
    mark.length = *length;
    mark.digest = *digest;
    mark.startxref = *startxref;
    return mark;
}

Result<Digest> digestWithZeros(const ByteSource& file, std::uint64_t length, std::uint64_t digestOffset,
                               const Progress& progress) {
    Sha256 hash;
    std::uint64_t done = 0;
    const auto consume = [&](ByteView piece) -> Result<> {
        hash.update(piece);
        done += piece.size();
        if (progress && !progress(done, length))
            return fail(ErrorCode::Cancelled, "Stopped.");
        return {};
    };
    EXHIBIT_TRY(file.forEachPiece(0, digestOffset, consume));
    const std::string zeros(kDigestDigits, '0');
    EXHIBIT_TRY(consume(bytesOf(zeros)));
    EXHIBIT_TRY(file.forEachPiece(digestOffset + kDigestDigits, length - digestOffset - kDigestDigits, consume));
    return hash.finish();
}

} // namespace

IntegrityTail integrityTail(std::uint64_t position, std::uint64_t startxref) {
    const std::string offset = decimal(startxref);
    const std::uint64_t size = position + kFixedSize + offset.size() + kEnd.size();
    IntegrityTail tail;
    tail.text = std::string(kBeforeLength) + decimal(size, kLengthDigits) + std::string(kBeforeDigest);
    tail.digestOffset = tail.text.size();
    tail.text += std::string(kDigestDigits, '0') + std::string(kBehindDigest) + offset + std::string(kEnd);
    return tail;
}

Result<IntegrityMark> readIntegrityMark(const ByteSource& file, std::uint64_t length) {
    const auto missing = [] {
        return fail(ErrorCode::NotFound, "The file doesn't end with an integrity digest of this program.");
    };
    if (length > file.size() || length < kFixedSize)
        return missing();
    const std::uint64_t most = kFixedSize + kMaxOffsetDigits + kEnd.size();
    const std::uint64_t begin = length - std::min(length, most);
    EXHIBIT_ASSIGN(const Bytes end, file.readExactly(begin, static_cast<std::size_t>(length - begin)));
    const std::string_view text = textOf(end);
    const std::size_t at = text.find(kBeforeLength);
    auto mark = at == std::string_view::npos ? std::nullopt : parseMark(text.substr(at));
    if (!mark)
        return missing();
    mark->digestOffset += begin + at;
    return *mark;
}

Result<> verifyIntegrity(const ByteSource& file, std::uint64_t length, const Progress& progress) {
    EXHIBIT_ASSIGN(const IntegrityMark mark, readIntegrityMark(file, length));
    if (mark.length != length)
        return fail(ErrorCode::Corrupt, "The file's length isn't the one that it was written with.", {},
                    mark.digestOffset);
    EXHIBIT_ASSIGN(const Digest digest, digestWithZeros(file, length, mark.digestOffset, progress));
    if (digest != mark.digest)
        return fail(ErrorCode::Corrupt, "The file isn't as it was written: its digest is another.", {},
                    mark.digestOffset);
    return {};
}

} // namespace exhibit::pdf
