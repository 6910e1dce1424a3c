#pragma once
// A digest over the whole file inside the file: the last thing in its trailer, at a place that is found without
// parsing. It shows damage and careless change. It proves nothing about who wrote the file: anyone can compute it anew.
//
// The file ends with exactly
//   /Exhibit17 << /Length (LLLLLLLLLLLLLLLLLLLL) /SHA256 (HH...HH) >> >>\nstartxref\nDIGITS\n%%EOF\n
// where the 20 decimal digits L are the size of the file, and the 64 hexadecimal digits H the SHA-256 of the file with
// these 64 digits set to '0'.

#include "core/Bytes.h"
#include "core/Hash.h"

#include <string>

namespace exhibit::pdf {

/// The end of a file, with zeros for the digest.
struct IntegrityTail {
    std::string text;             ///< from "/Exhibit17" to the end of the file
    std::size_t digestOffset = 0; ///< of the first of the 64 digits in `text`
};
/// `position` is the file's size up to the tail, `startxref` the offset of its cross-reference table.
[[nodiscard]] IntegrityTail integrityTail(std::uint64_t position, std::uint64_t startxref);

/// Where the digest stands in a finished file, and what it and the length say.
struct IntegrityMark {
    std::uint64_t digestOffset = 0;
    std::uint64_t length = 0; ///< as it is written
    std::uint64_t startxref = 0;
    Digest digest; ///< as it is written
};
/// Reads the mark of the file's first `length` bytes (a sealed file goes on behind it). NotFound if they don't end as
/// above.
[[nodiscard]] Result<IntegrityMark> readIntegrityMark(const ByteSource& file, std::uint64_t length);

/// Computes the digest of the file's first `length` bytes anew and compares: nothing if all is well. NotFound if there
/// is no mark, Corrupt if the length or the digest is another.
[[nodiscard]] Result<> verifyIntegrity(const ByteSource& file, std::uint64_t length, const Progress& progress = {});

} // namespace exhibit::pdf
