#pragma once
// A screenshot as a PNG file that holds the pixels and nothing else.

#include "core/Bytes.h"

#include <QImage>
#include <optional>

namespace exhibit::capture {

/// PNG (ISO/IEC 15948), 8 bits, RGB, not interlaced, filter "none": smaller than with filters for what screens show,
/// and several times faster. Chunks IHDR, IDAT and IEND alone: no text, no time, no name of a window or a machine.
[[nodiscard]] Result<Bytes> screenPng(const QImage& image);

/// The one colour of a picture that has no other, as 0xRRGGBB.
[[nodiscard]] std::optional<std::uint32_t> onlyColour(const QImage& image);

} // namespace exhibit::capture
