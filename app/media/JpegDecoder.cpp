#include "media/RowDecoder.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio> // jpeglib.h uses FILE
#include <jerror.h>
#include <jpeglib.h>

namespace exhibit::media {

namespace {

constexpr std::size_t kInputSize = std::size_t{64} << 10;
/// A sound progressive picture has about ten scans; each costs a pass over all of its coefficients.
constexpr std::ptrdiff_t kMostScans = 100;
constexpr std::uint8_t kSos = 0xda;

/// Every call of libjpeg happens inside run(), in a function without objects to destroy: an error jumps back there over
/// all frames between.
class JpegDecoder final : public RowDecoder {
public:
    JpegDecoder(const ByteSource& source, const image::JpegLayout& layout, const image::Limits& limits)
        : m_source(source), m_scanned(layout), m_limits(limits), m_input(kInputSize) {}
    ~JpegDecoder() override { jpeg_destroy_decompress(&m_jpeg); }
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    Result<> start();
    [[nodiscard]] const PixelLayout& layout() const override { return m_layout; }
    Result<ByteView> nextRow() override;
    Result<> finish() override;

private:
    using Step = void (*)(JpegDecoder&);
    bool run(Step step);
    void create();
    void readHeader();
    void begin();
    void convertCmyk();
    bool fill();
    [[nodiscard]] tl::unexpected<Error> failure() const;
    static JpegDecoder& of(j_common_ptr jpeg) { return *static_cast<JpegDecoder*>(jpeg->client_data); }
    static JpegDecoder& of(j_decompress_ptr jpeg) { return *static_cast<JpegDecoder*>(jpeg->client_data); }
    [[noreturn]] static void onError(j_common_ptr jpeg);
    static void onMessage(j_common_ptr jpeg, int level);
    static boolean onFill(j_decompress_ptr jpeg);
    static void onSkip(j_decompress_ptr jpeg, long count);

    const ByteSource& m_source;
    const image::JpegLayout m_scanned;
    const image::Limits m_limits;
    jpeg_decompress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    jpeg_source_mgr m_reader{};
    std::jmp_buf m_jump{};
    std::array<char, JMSG_LENGTH_MAX> m_message{};
    std::optional<Error> m_readError;
    std::uint64_t m_position = 0; ///< of the source, behind m_input
    Bytes m_input;
    PixelLayout m_layout;
    Bytes m_row;
    Bytes m_cmyk;
};

bool JpegDecoder::run(Step step) {
    if (setjmp(m_jump) != 0)
        return false;
    step(*this);
    return true;
}

void JpegDecoder::onError(j_common_ptr jpeg) {
    JpegDecoder& self = of(jpeg);
    (*jpeg->err->format_message)(jpeg, self.m_message.data());
    std::longjmp(self.m_jump, 1);
}

/// A warning means that the library fills in what the data doesn't say; only those without harm to a pixel pass.
void JpegDecoder::onMessage(j_common_ptr jpeg, int level) {
    if (level >= 0)
        return;
    const int code = jpeg->err->msg_code;
    if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_JFIF_MAJOR && code != JWRN_ADOBE_XFORM)
        onError(jpeg);
}

boolean JpegDecoder::onFill(j_decompress_ptr jpeg) {
    if (!of(jpeg).fill())
        ERREXIT(jpeg, JERR_INPUT_EOF);
    return TRUE;
}

bool JpegDecoder::fill() {
    const std::uint64_t left = m_scanned.imageEnd - m_position;
    const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(left, m_input.size()));
    auto got = m_source.read(m_position, std::span(m_input).first(want));
    if (!got)
        m_readError = std::move(got.error());
    if (!got || *got == 0)
        return false;
    m_position += *got;
    m_reader.next_input_byte = m_input.data();
    m_reader.bytes_in_buffer = *got;
    return true;
}

void JpegDecoder::onSkip(j_decompress_ptr jpeg, long count) {
    JpegDecoder& self = of(jpeg);
    auto left = static_cast<std::size_t>(std::max(count, 0L));
    while (left > self.m_reader.bytes_in_buffer) {
        left -= self.m_reader.bytes_in_buffer;
        onFill(jpeg);
    }
    self.m_reader.next_input_byte += left;
    self.m_reader.bytes_in_buffer -= left;
}

tl::unexpected<Error> JpegDecoder::failure() const {
    if (m_readError)
        return fail(*m_readError);
    if (m_errors.msg_code == JERR_OUT_OF_MEMORY || m_errors.msg_code == JERR_NO_BACKING_STORE)
        return fail(ErrorCode::LimitExceeded, "The picture is too large for its kind.", "JPEG");
    return fail(ErrorCode::Malformed, "The picture is damaged: its data can't be unpacked.",
                std::string("JPEG (") + m_message.data() + ")");
}

void JpegDecoder::create() {
    jpeg_create_decompress(&m_jpeg);
    m_jpeg.mem->max_memory_to_use = static_cast<long>(m_limits.memory);
    m_reader.init_source = [](j_decompress_ptr) {};
    m_reader.fill_input_buffer = onFill;
    m_reader.skip_input_data = onSkip;
    m_reader.resync_to_restart = jpeg_resync_to_restart;
    m_reader.term_source = [](j_decompress_ptr) {};
    m_jpeg.src = &m_reader;
}

void JpegDecoder::readHeader() {
    jpeg_read_header(&m_jpeg, TRUE);
    if (m_jpeg.num_components == 4)
        m_jpeg.out_color_space = JCS_CMYK;
    else
        m_jpeg.out_color_space = m_jpeg.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_calc_output_dimensions(&m_jpeg);
}

void JpegDecoder::begin() {
    jpeg_start_decompress(&m_jpeg);
}

Result<> JpegDecoder::start() {
    const auto scans = std::count_if(m_scanned.segments.begin(), m_scanned.segments.end(),
                                     [](const image::JpegSegment& segment) { return segment.marker == kSos; });
    if (scans > kMostScans)
        return fail(ErrorCode::LimitExceeded, "The picture is drawn in too many passes.", "JPEG");
    m_jpeg.err = jpeg_std_error(&m_errors);
    m_errors.error_exit = onError;
    m_errors.emit_message = onMessage;
    m_errors.output_message = [](j_common_ptr) {};
    m_jpeg.client_data = this;
    if (!run([](JpegDecoder& self) { self.create(); }) || !run([](JpegDecoder& self) { self.readHeader(); }))
        return failure();
    m_layout = {m_jpeg.output_width, m_jpeg.output_height, m_jpeg.num_components == 1 ? std::size_t{1} : 3, 1};
    if (m_layout.width != m_scanned.width || m_layout.height != m_scanned.height ||
        m_jpeg.num_components != m_scanned.components)
        return fail(ErrorCode::Internal, "The JPEG library and the scan disagree about the picture.");
    m_row.resize(m_layout.rowBytes());
    if (m_jpeg.num_components == 4)
        m_cmyk.resize(std::size_t{4} * m_layout.width);
    if (!run([](JpegDecoder& self) { self.begin(); }))
        return failure();
    return {};
}

Result<ByteView> JpegDecoder::nextRow() {
    const bool read = run([](JpegDecoder& self) {
        JSAMPROW row = self.m_cmyk.empty() ? self.m_row.data() : self.m_cmyk.data();
        if (jpeg_read_scanlines(&self.m_jpeg, &row, 1) != 1)
            ERREXIT(&self.m_jpeg, JERR_INPUT_EOF);
    });
    if (!read)
        return failure();
    if (!m_cmyk.empty())
        convertCmyk();
    return ByteView(m_row);
}

/// Adobe's programs store CMYK inverted, and say so by their marker (libjpeg.txt, "Special color spaces").
void JpegDecoder::convertCmyk() {
    const bool inverted = m_jpeg.saw_Adobe_marker != 0;
    const auto light = [inverted](std::uint8_t ink) { return static_cast<unsigned>(inverted ? ink : 255 - ink); };
    for (std::size_t x = 0; x < m_layout.width; ++x) {
        const unsigned black = light(m_cmyk[4 * x + 3]);
        for (std::size_t channel = 0; channel < 3; ++channel)
            m_row[3 * x + channel] = static_cast<std::uint8_t>((light(m_cmyk[4 * x + channel]) * black + 127) / 255);
    }
}

Result<> JpegDecoder::finish() {
    if (!run([](JpegDecoder& self) { jpeg_finish_decompress(&self.m_jpeg); }))
        return failure();
    return {};
}

} // namespace

Result<std::unique_ptr<RowDecoder>> openJpeg(const ByteSource& source, const image::JpegLayout& layout,
                                             const image::Limits& limits) {
    auto decoder = std::make_unique<JpegDecoder>(source, layout, limits);
    EXHIBIT_TRY(decoder->start());
    return std::unique_ptr<RowDecoder>(std::move(decoder));
}

} // namespace exhibit::media
