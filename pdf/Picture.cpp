#include "pdf/Picture.h"

#include "pdf/ScannedPicture.h"

namespace exhibit::pdf {
namespace {

tl::unexpected<Error> cantPassThrough() {
    return fail(ErrorCode::Unsupported,
                "A PDF can't carry this picture as it is (transparency, 16 bits a sample, interlacing or unusual "
                "colours). Convert it to a plain PNG first.");
}

template <class Layout>
Result<std::shared_ptr<const Picture>> pictureOf(SharedSource bytes, Result<Layout> layout) {
    if (!layout)
        return fail(std::move(layout.error()));
    if (!layout->canPassThrough() || layout->width == 0 || layout->height == 0)
        return cantPassThrough();
    return std::make_shared<const ScannedPicture>(std::move(bytes), std::move(*layout));
}

} // namespace

Result<std::shared_ptr<const Picture>> Picture::open(SharedSource bytes) {
    Bytes head(image::kHeadSize);
    EXHIBIT_ASSIGN(const std::size_t length, bytes->read(0, head));
    const auto format = image::recognise(ByteView(head).first(length));
    if (format == image::Format::Png) {
        auto layout = image::scanPng(*bytes);
        return pictureOf(std::move(bytes), std::move(layout));
    }
    if (format == image::Format::Jpeg) {
        auto layout = image::scanJpeg(*bytes);
        return pictureOf(std::move(bytes), std::move(layout));
    }
    return fail(ErrorCode::Unsupported, "The picture is neither a PNG nor a JPEG. Convert it to PNG first.");
}

int ScannedPicture::orientation() const {
    const auto* jpeg = std::get_if<image::JpegLayout>(&m_layout);
    return jpeg == nullptr ? 1 : jpeg->orientation;
}

std::uint32_t ScannedPicture::codedWidth() const {
    return std::visit([](const auto& layout) { return layout.width; }, m_layout);
}

std::uint32_t ScannedPicture::codedHeight() const {
    return std::visit([](const auto& layout) { return layout.height; }, m_layout);
}

} // namespace exhibit::pdf
