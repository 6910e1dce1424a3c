#pragma once
// Writes the plainest JPEG there is: baseline, grey or YCbCr at full resolution (subsampled colours blur coloured
// text), and no segment but JFIF and what the decoder needs. The same rows give the same bytes.

#include "core/Bytes.h"

#include <memory>

namespace exhibit::media {

struct JpegTarget {
    std::uint32_t width = 0; ///< at most 65,535 (ITU-T T.81 B.2.2), as the height
    std::uint32_t height = 0;
    std::size_t channels = 3; ///< 1 grey, 3 RGB
    int quality = 85;         ///< 1 to 100, libjpeg's scale
};

class JpegWriter {
public:
    virtual ~JpegWriter() = default;
    /// `row` holds width * channels bytes.
    [[nodiscard]] virtual Result<> writeRow(ByteView row) = 0;
    /// After the last row: the whole file.
    [[nodiscard]] virtual Result<Bytes> finish() = 0;

    [[nodiscard]] static Result<std::unique_ptr<JpegWriter>> open(const JpegTarget& target);
};

} // namespace exhibit::media
