#pragma once
// Colour profiles are bytes from strangers that go into the PDF: only what looks like a profile of the picture's own
// colour space is taken.

#include "core/Bytes.h"

namespace exhibit::image {

/// ICC.1:2022 7.2: the size field is the size, 'acsp' stands at 36, the data colour space fits, the version is one that
/// ISO 32000-2 8.6.5.5 allows, and every tag lies inside.
[[nodiscard]] bool isSoundProfile(ByteView profile, int components);

/// Inflates a zlib stream of at most `limit` bytes once inflated. Empty if it is invalid, larger, or followed by more.
[[nodiscard]] Bytes inflateBounded(ByteView stream, std::size_t limit);

} // namespace exhibit::image
