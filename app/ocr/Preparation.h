#pragma once
// How a picture is prepared before a machine reads it. White words on a coloured ground vanish in some preparations
// without a trace in what the machine says about itself, so that each picture is read in all of them.

#include "core/Bytes.h"

#include <array>

namespace exhibit::ocr {

/// Pixels row by row from the top, 8 bits a sample.
struct Pixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t channels = 1; ///< 1 grey, 3 RGB
    Bytes samples;
};

enum class Preparation {
    Plain,       ///< grey, as it is
    RedInverted, ///< dark words on blue bubbles, of which white ones were made
    Contrast,    ///< how far each pixel is from the ground around it, whatever colour that is
};
inline constexpr std::array kPreparations{Preparation::Plain, Preparation::RedInverted, Preparation::Contrast};

/// Grey.
[[nodiscard]] Pixels prepared(const Pixels& pixels, Preparation preparation);

} // namespace exhibit::ocr
