#pragma once
// A PNG whose compressed pixels are stored elsewhere: in a PDF's picture, which holds exactly these bytes. What is left
// of the file is its skeleton, and both together are the file again, byte for byte.

#include "pdf/image/ImageScan.h"

namespace exhibit::image {

/// The file without the data of its IDAT chunks; their lengths, names and check sums stay, so that nothing else is
/// needed to put it together. `layout` is that of `png`.
[[nodiscard]] SharedSource skeletonOf(const SharedSource& png, const PngLayout& layout);

/// The PNG that `skeleton` and `pixels`, the data of its IDAT chunks in order, were taken from. Malformed if their
/// lengths don't fit together, LimitExceeded as scanPng(). Whether it is the right file is for its hash to say.
[[nodiscard]] Result<SharedSource> rebuiltPng(const SharedSource& skeleton, const SharedSource& pixels,
                                              const Limits& limits = {});

} // namespace exhibit::image
