#pragma once
// The texts that PNG and JPEG files carry beside the picture.

#include "media/ImageGate.h"

namespace exhibit::media {

/// tEXt, zTXt and iTXt (ISO/IEC 15948 11.3.4), each bounded; what breaks the rules is shown as far as it goes.
[[nodiscard]] Result<std::vector<TextEntry>> textsOf(const ByteSource& source, const image::PngLayout& layout);
/// Comments (COM).
[[nodiscard]] Result<std::vector<TextEntry>> textsOf(const ByteSource& source, const image::JpegLayout& layout);

} // namespace exhibit::media
