#include "media/JpegWriter.h"

#include <csetjmp>
#include <cstdio> // jpeglib.h uses FILE
#include <cstdlib>
#include <jpeglib.h>

namespace exhibit::media {

namespace {

/// As in the decoder: libjpeg is called inside run() only, in functions without objects to destroy.
class LibJpegWriter final : public JpegWriter {
public:
    explicit LibJpegWriter(const JpegTarget& target) : m_target(target) {}
    ~LibJpegWriter() override {
        jpeg_destroy_compress(&m_jpeg);
        std::free(m_data);
    }
    LibJpegWriter(const LibJpegWriter&) = delete;
    LibJpegWriter& operator=(const LibJpegWriter&) = delete;

    Result<> start();
    Result<> writeRow(ByteView row) override;
    Result<Bytes> finish() override;

private:
    using Step = void (*)(LibJpegWriter&);
    bool run(Step step);
    void begin();
    void putRow();
    [[nodiscard]] static tl::unexpected<Error> failure() {
        return fail(ErrorCode::Internal, "The picture can't be written as JPEG.");
    }
    [[noreturn]] static void onError(j_common_ptr jpeg) {
        std::longjmp(static_cast<LibJpegWriter*>(jpeg->client_data)->m_jump, 1);
    }
    static void onMessage(j_common_ptr, int) {}

    JpegTarget m_target;
    jpeg_compress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    std::jmp_buf m_jump{};
    unsigned char* m_data = nullptr; ///< libjpeg's, by malloc()
    unsigned long m_size = 0;
    Bytes m_row;
};

bool LibJpegWriter::run(Step step) {
    if (setjmp(m_jump) != 0)
        return false;
    step(*this);
    return true;
}

void LibJpegWriter::begin() {
    jpeg_create_compress(&m_jpeg);
    jpeg_mem_dest(&m_jpeg, &m_data, &m_size);
    m_jpeg.image_width = m_target.width;
    m_jpeg.image_height = m_target.height;
    m_jpeg.input_components = static_cast<int>(m_target.channels);
    m_jpeg.in_color_space = m_target.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&m_jpeg);
    jpeg_set_quality(&m_jpeg, m_target.quality, TRUE);
    m_jpeg.optimize_coding = TRUE;
    for (int i = 0; i < m_jpeg.num_components; ++i) {
        m_jpeg.comp_info[i].h_samp_factor = 1;
        m_jpeg.comp_info[i].v_samp_factor = 1;
    }
    jpeg_start_compress(&m_jpeg, TRUE);
}

Result<> LibJpegWriter::start() {
    m_jpeg.err = jpeg_std_error(&m_errors);
    m_errors.error_exit = onError;
    m_errors.emit_message = onMessage;
    m_jpeg.client_data = this;
    if (!run([](LibJpegWriter& self) { self.begin(); }))
        return failure();
    return {};
}

void LibJpegWriter::putRow() {
    JSAMPROW row = m_row.data();
    jpeg_write_scanlines(&m_jpeg, &row, 1);
}

Result<> LibJpegWriter::writeRow(ByteView row) {
    if (row.size() != m_target.width * m_target.channels)
        return fail(ErrorCode::Internal, "A row of the picture has the wrong length.");
    m_row.assign(row.begin(), row.end());
    if (!run([](LibJpegWriter& self) { self.putRow(); }))
        return failure();
    return {};
}

Result<Bytes> LibJpegWriter::finish() {
    if (!run([](LibJpegWriter& self) { jpeg_finish_compress(&self.m_jpeg); }))
        return failure();
    return Bytes(m_data, m_data + m_size);
}

} // namespace

Result<std::unique_ptr<JpegWriter>> JpegWriter::open(const JpegTarget& target) {
    auto writer = std::make_unique<LibJpegWriter>(target);
    EXHIBIT_TRY(writer->start());
    return std::unique_ptr<JpegWriter>(std::move(writer));
}

} // namespace exhibit::media
