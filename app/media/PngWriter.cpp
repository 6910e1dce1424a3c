#include "media/PngWriter.h"

#include <algorithm>
#include <csetjmp>
#include <new>
#include <png.h>
#include <zlib.h>

namespace exhibit::media {

namespace {

constexpr int kCompressionLevel = 6;
constexpr int kSmallestLevel = 8; // 9 takes twice the time for the last hundredth
constexpr std::size_t kDataChunkSize = std::size_t{256} << 10;

/// As in the decoder: libpng is called inside run() only, in functions without objects to destroy.
class LibPngWriter final : public PngWriter {
public:
    explicit LibPngWriter(const PngTarget& target) : m_target(target) {}
    ~LibPngWriter() override { png_destroy_write_struct(&m_png, &m_info); }
    LibPngWriter(const LibPngWriter&) = delete;
    LibPngWriter& operator=(const LibPngWriter&) = delete;

    Result<> start();
    Result<> writeRow(ByteView row) override;
    Result<Bytes> finish() override;

private:
    using Step = void (*)(LibPngWriter&);
    bool run(Step step);
    void create();
    void writeHeader();
    bool append(ByteView bytes) noexcept;
    [[nodiscard]] static tl::unexpected<Error> failure() {
        return fail(ErrorCode::Internal, "The picture can't be written as PNG.");
    }
    [[noreturn]] static void onError(png_structp png, png_const_charp message);
    static void onWarning(png_structp, png_const_charp) {}
    static void onWrite(png_structp png, png_bytep data, std::size_t length);

    PngTarget m_target;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    Bytes m_colourSpace; ///< data of the iCCP or sRGB chunk
    const std::uint8_t* m_row = nullptr;
    Bytes m_out;
};

bool LibPngWriter::run(Step step) {
    if (setjmp(m_jump) != 0)
        return false;
    step(*this);
    return true;
}

void LibPngWriter::onError(png_structp png, png_const_charp) {
    std::longjmp(static_cast<LibPngWriter*>(png_get_error_ptr(png))->m_jump, 1);
}

void LibPngWriter::onWrite(png_structp png, png_bytep data, std::size_t length) {
    if (!static_cast<LibPngWriter*>(png_get_io_ptr(png))->append({data, length}))
        png_error(png, "out of memory");
}

bool LibPngWriter::append(ByteView bytes) noexcept {
    try {
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
        return true;
    } catch (const std::bad_alloc&) {
        return false;
    }
}

void LibPngWriter::create() {
    m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
    if (m_png == nullptr)
        return;
    m_info = png_create_info_struct(m_png);
    png_set_write_fn(m_png, this, onWrite, nullptr);
    // The size has passed the gate's own limits.
    png_set_user_limits(m_png, 0x7fffffff, 0x7fffffff);
}

void LibPngWriter::writeHeader() {
    png_set_IHDR(m_png, m_info, m_target.width, m_target.height, 8,
                 m_target.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_compression_level(m_png, m_target.effort == PngEffort::Smallest ? kSmallestLevel : kCompressionLevel);
    png_set_compression_buffer_size(m_png, kDataChunkSize);
    png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(m_png, m_info);
    // Written as bytes: the library would judge, and perhaps drop, a profile that passed our own check.
    if (!m_colourSpace.empty())
        png_write_chunk(m_png, reinterpret_cast<png_const_bytep>(m_target.iccProfile.empty() ? "sRGB" : "iCCP"),
                        m_colourSpace.data(), m_colourSpace.size());
}

/// ISO/IEC 15948 11.3.3.3 and 11.3.3.5.
Result<Bytes> colourSpaceChunk(const PngTarget& target) {
    if (target.iccProfile.empty())
        return target.srgb ? Bytes{0} : Bytes{};
    Bytes chunk = {'i', 'c', 'c', 0, 0};
    const std::size_t prefix = chunk.size();
    uLongf length = ::compressBound(static_cast<uLong>(target.iccProfile.size()));
    chunk.resize(prefix + length);
    if (::compress2(chunk.data() + prefix, &length, target.iccProfile.data(),
                    static_cast<uLong>(target.iccProfile.size()), kCompressionLevel) != Z_OK)
        return fail(ErrorCode::Internal, "The colour profile can't be packed.");
    chunk.resize(prefix + length);
    return chunk;
}

Result<> LibPngWriter::start() {
    EXHIBIT_ASSIGN(m_colourSpace, colourSpaceChunk(m_target));
    if (!run([](LibPngWriter& self) { self.create(); }) || m_info == nullptr)
        return failure();
    if (!run([](LibPngWriter& self) { self.writeHeader(); }))
        return failure();
    m_target.iccProfile = {};
    return {};
}

Result<> LibPngWriter::writeRow(ByteView row) {
    if (row.size() != m_target.width * m_target.channels)
        return fail(ErrorCode::Internal, "A row of the picture has the wrong length.");
    m_row = row.data();
    if (!run([](LibPngWriter& self) { png_write_row(self.m_png, self.m_row); }))
        return failure();
    return {};
}

Result<Bytes> LibPngWriter::finish() {
    if (!run([](LibPngWriter& self) { png_write_end(self.m_png, nullptr); }))
        return failure();
    return std::move(m_out);
}

} // namespace

Result<std::unique_ptr<PngWriter>> PngWriter::open(const PngTarget& target) {
    auto writer = std::make_unique<LibPngWriter>(target);
    EXHIBIT_TRY(writer->start());
    return std::unique_ptr<PngWriter>(std::move(writer));
}

} // namespace exhibit::media
