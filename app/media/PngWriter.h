#pragma once
// Writes the plainest PNG there is: grey or RGB, 8 bits, no filter (smaller and faster than the adaptive ones on
// pictures of text), and no chunk but IHDR, the colour space, IDAT and IEND. The same rows give the same bytes.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

#include <memory>

namespace exhibit::media {

enum class PngEffort : std::uint8_t { Usual, Smallest };

struct PngTarget {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t channels = 3; ///< 1 grey, 3 RGB
    ByteView iccProfile = {}; ///< empty: none
    bool srgb = false;        ///< an sRGB chunk, if there is no profile
    PngEffort effort = PngEffort::Usual;
};

class PngWriter {
public:
    virtual ~PngWriter() = default;
    /// `row` holds width * channels bytes.
    [[nodiscard]] virtual Result<> writeRow(ByteView row) = 0;
    /// After the last row: the whole file.
    [[nodiscard]] virtual Result<Bytes> finish() = 0;

    [[nodiscard]] static Result<std::unique_ptr<PngWriter>> open(const PngTarget& target);
};

} // namespace exhibit::media
