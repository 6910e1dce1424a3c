#pragma once
// What Picture::open makes: the source and its scanned layout.

#include "pdf/Picture.h"
#include "pdf/image/ImageScan.h"

#include <variant>

namespace exhibit::pdf {

using PictureLayout = std::variant<image::PngLayout, image::JpegLayout>;

class ScannedPicture final : public Picture {
public:
    ScannedPicture(SharedSource source, PictureLayout layout)
        : m_source(std::move(source)), m_layout(std::move(layout)) {}

    [[nodiscard]] std::uint32_t width() const override { return isTurned() ? codedHeight() : codedWidth(); }
    [[nodiscard]] std::uint32_t height() const override { return isTurned() ? codedWidth() : codedHeight(); }

    /// EXIF orientation, 1 to 8: how the coded rows have to be turned to be looked at.
    [[nodiscard]] int orientation() const;
    [[nodiscard]] std::uint32_t codedWidth() const;
    [[nodiscard]] std::uint32_t codedHeight() const;
    [[nodiscard]] const SharedSource& source() const { return m_source; }
    [[nodiscard]] const PictureLayout& layout() const { return m_layout; }

private:
    [[nodiscard]] bool isTurned() const { return orientation() >= 5; }

    SharedSource m_source;
    PictureLayout m_layout;
};

} // namespace exhibit::pdf
