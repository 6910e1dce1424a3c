#pragma once
// Pictures made from an original, for the PDF and for the reader. The original stays as it is.

#include "media/ImageGate.h"

namespace exhibit::media {

struct Derived {
    Bytes bytes;
    image::Format format = image::Format::Png;
    std::string operation; ///< stable words joined by '+', for the record: "flatten-alpha+deinterlace"
};

/// True if a PDF can't carry the picture's data as it stands.
[[nodiscard]] bool needsDerivation(const Inspection& inspection);

/// An opaque PNG, grey or RGB with 8 bits, upright, that a PDF can carry. It holds the picture and its colour space,
/// and nothing that discloses place or device. InvalidArgument if needsDerivation() is false. The words: decode-webp,
/// decode-heic, cmyk-to-rgb, jpeg-to-png, flatten-alpha, reduce-to-8-bit, deinterlace, turn-upright.
[[nodiscard]] Result<Derived> derive(const ByteSource& source, const Inspection& inspection,
                                     const image::Limits& limits = {});

/// A PNG or JPEG with the same pixels, without loss, and without everything that belongs to no picture. Of EXIF only
/// the orientation stays. The word: strip-metadata. WebP and HEIC are Unsupported: what derive() makes of them is
/// clean.
[[nodiscard]] Result<Derived> clean(const ByteSource& source, const Inspection& inspection);

} // namespace exhibit::media
