#pragma once
// A PNG or JPEG whose coded data goes into the PDF as it is.

#include "core/Bytes.h"

#include <memory>

namespace exhibit::pdf {

/// Opened once and drawn as often as one likes: it is stored once in the file. Its bytes stay in their source and are
/// read in pieces while the file is written.
class Picture {
public:
    /// Scans the structure of the file, CRCs included. Unsupported for a picture that a PDF can't carry as it is
    /// (alpha, interlaced, ...): convert it first.
    static Result<std::shared_ptr<const Picture>> open(SharedSource bytes);
    virtual ~Picture() = default;

    /// In pixels, as it is looked at: an EXIF orientation is applied.
    [[nodiscard]] virtual std::uint32_t width() const = 0;
    [[nodiscard]] virtual std::uint32_t height() const = 0;
};
using SharedPicture = std::shared_ptr<const Picture>;

} // namespace exhibit::pdf
