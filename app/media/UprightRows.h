#pragma once
// The rows of a PNG or JPEG as they are looked at: grey or RGB, 8 bits, opaque, turned upright.

#include "media/ImageGate.h"
#include "media/RowDecoder.h"

namespace exhibit::media {

class UprightRows {
public:
    virtual ~UprightRows() = default;
    [[nodiscard]] virtual std::uint32_t width() const = 0;
    [[nodiscard]] virtual std::uint32_t height() const = 0;
    [[nodiscard]] virtual std::size_t channels() const = 0; ///< 1 or 3
    /// The next row, valid until the next call. At most `height` calls.
    [[nodiscard]] virtual Result<ByteView> next() = 0;

    /// A turned picture is held whole: LimitExceeded if that takes too much memory. Unsupported for other formats. The
    /// source must outlive the rows.
    static Result<std::unique_ptr<UprightRows>> open(const ByteSource& source, const Inspection& inspection,
                                                     const image::Limits& limits);
};

} // namespace exhibit::media
