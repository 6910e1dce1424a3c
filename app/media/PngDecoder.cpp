#include "media/RowDecoder.h"

#include "pdf/image/Cursor.h"

#include <array>
#include <csetjmp>
#include <png.h>

namespace exhibit::media {

namespace {

/// Every call of libpng happens inside run(), in a function without objects to destroy: an error jumps back there over
/// all frames between.
class PngDecoder final : public RowDecoder {
public:
    PngDecoder(const ByteSource& source, const image::PngLayout& layout, const image::Limits& limits)
        : m_scanned(layout), m_limits(limits), m_cursor(source) {}
    ~PngDecoder() override { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    Result<> start();
    [[nodiscard]] const PixelLayout& layout() const override { return m_layout; }
    Result<ByteView> nextRow() override;
    Result<> finish() override;

private:
    using Step = void (*)(PngDecoder&);
    bool run(Step step);
    void create();
    void readHeader();
    Result<> holdAll();
    [[nodiscard]] tl::unexpected<Error> failure();
    bool fill(std::span<std::uint8_t> out);
    [[noreturn]] static void onError(png_structp png, png_const_charp message);
    static void onWarning(png_structp, png_const_charp) {}
    static void onRead(png_structp png, png_bytep out, std::size_t length);

    const image::PngLayout m_scanned;
    const image::Limits m_limits;
    image::Cursor m_cursor;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    std::array<char, 128> m_message{};
    std::optional<Error> m_readError;
    PixelLayout m_layout;
    Bytes m_row; ///< one row, or all of an interlaced picture
    std::vector<png_bytep> m_rows;
    std::uint32_t m_next = 0;
};

bool PngDecoder::run(Step step) {
    if (setjmp(m_jump) != 0)
        return false;
    step(*this);
    return true;
}

void PngDecoder::onError(png_structp png, png_const_charp message) {
    auto& self = *static_cast<PngDecoder*>(png_get_error_ptr(png));
    const std::size_t length = std::min(std::char_traits<char>::length(message), self.m_message.size() - 1);
    std::copy_n(message, length, self.m_message.begin());
    self.m_message.at(length) = '\0';
    std::longjmp(self.m_jump, 1);
}

void PngDecoder::onRead(png_structp png, png_bytep out, std::size_t length) {
    auto& self = *static_cast<PngDecoder*>(png_get_io_ptr(png));
    if (!self.fill({out, length}))
        png_error(png, "the file ends too early");
}

bool PngDecoder::fill(std::span<std::uint8_t> out) {
    Result<> read = m_cursor.read(out);
    if (!read)
        m_readError = std::move(read.error());
    return read.has_value();
}

tl::unexpected<Error> PngDecoder::failure() {
    if (m_readError)
        return fail(*m_readError);
    return fail(ErrorCode::Malformed, "The picture is damaged: its data can't be unpacked.",
                std::string("PNG (") + m_message.data() + ")");
}

void PngDecoder::create() {
    m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
    if (m_png == nullptr)
        return;
    m_info = png_create_info_struct(m_png);
    png_set_read_fn(m_png, this, onRead);
    png_set_user_limits(m_png, m_limits.side, m_limits.side);
    // Nothing but header, palette, transparency and data is parsed by the library; the scan has read the rest.
    png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    // A wrong check sum, data beyond the last row and the like are refused, not smoothed over.
    png_set_benign_errors(m_png, 0);
}

void PngDecoder::readHeader() {
    png_read_info(m_png, m_info);
    png_set_expand(m_png);
    if (m_scanned.interlaced)
        png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
    m_layout.width = png_get_image_width(m_png, m_info);
    m_layout.height = png_get_image_height(m_png, m_info);
    m_layout.channels = png_get_channels(m_png, m_info);
    m_layout.sampleBytes = png_get_bit_depth(m_png, m_info) == 16 ? 2 : 1;
}

Result<> PngDecoder::start() {
    if (!run([](PngDecoder& self) { self.create(); }) || m_info == nullptr)
        return fail(ErrorCode::Internal, "The PNG library can't be used.", m_message.data());
    if (!run([](PngDecoder& self) { self.readHeader(); }))
        return failure();
    const bool sameSize = m_layout.width == m_scanned.width && m_layout.height == m_scanned.height;
    if (!sameSize || m_layout.rowBytes() != png_get_rowbytes(m_png, m_info))
        return fail(ErrorCode::Internal, "The PNG library and the scan disagree about the picture.");
    if (m_scanned.interlaced)
        return holdAll();
    m_row.resize(m_layout.rowBytes());
    return {};
}

Result<> PngDecoder::holdAll() {
    const std::uint64_t size = std::uint64_t{m_layout.rowBytes()} * m_layout.height;
    if (size > m_limits.memory)
        return fail(ErrorCode::LimitExceeded, "The picture is too large for an interlaced one.");
    m_row.resize(static_cast<std::size_t>(size));
    for (std::size_t y = 0; y < m_layout.height; ++y)
        m_rows.push_back(m_row.data() + y * m_layout.rowBytes());
    if (!run([](PngDecoder& self) { png_read_image(self.m_png, self.m_rows.data()); }))
        return failure();
    return {};
}

Result<ByteView> PngDecoder::nextRow() {
    if (m_next >= m_layout.height)
        return fail(ErrorCode::Internal, "The picture has no more rows.");
    const std::size_t row = m_next++;
    if (m_scanned.interlaced)
        return ByteView(m_rows.at(row), m_layout.rowBytes());
    if (!run([](PngDecoder& self) { png_read_row(self.m_png, self.m_row.data(), nullptr); }))
        return failure();
    return ByteView(m_row);
}

Result<> PngDecoder::finish() {
    if (!run([](PngDecoder& self) { png_read_end(self.m_png, nullptr); }))
        return failure();
    return {};
}

} // namespace

Result<std::unique_ptr<RowDecoder>> openPng(const ByteSource& source, const image::PngLayout& layout,
                                            const image::Limits& limits) {
    auto decoder = std::make_unique<PngDecoder>(source, layout, limits);
    EXHIBIT_TRY(decoder->start());
    return std::unique_ptr<RowDecoder>(std::move(decoder));
}

} // namespace exhibit::media
