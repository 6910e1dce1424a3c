#include "media/JpegMaker.h"

#include "image/PngMaker.h"

#include <cstdio> // jpeglib.h uses FILE
#include <cstdlib>
#include <jpeglib.h>
#include <string>

namespace exhibit::test {

namespace {

J_COLOR_SPACE inputSpace(int channels) {
    if (channels == 4)
        return JCS_CMYK;
    return channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
}

void configure(jpeg_compress_struct& writer, const JpegSpec& spec) {
    writer.image_width = spec.width;
    writer.image_height = spec.height;
    writer.input_components = spec.channels;
    writer.in_color_space = inputSpace(spec.channels);
    jpeg_set_defaults(&writer);
    if (spec.rgbStored)
        jpeg_set_colorspace(&writer, JCS_RGB);
    jpeg_set_quality(&writer, spec.quality, TRUE);
    for (int i = 0; i < writer.num_components; ++i) {
        writer.comp_info[i].h_samp_factor = 1;
        writer.comp_info[i].v_samp_factor = 1;
    }
    if (spec.progressive)
        jpeg_simple_progression(&writer);
    if (spec.channels == 4 || spec.rgbStored)
        writer.write_Adobe_marker = spec.adobeMarker ? TRUE : FALSE;
    if (spec.rgbStored)
        writer.write_JFIF_header = FALSE;
}

/// TIFF, big-endian: entries of one directory, their values behind it.
class Directory {
public:
    explicit Directory(std::uint32_t offset, std::size_t count)
        : m_valueOffset(offset + 2 + 12 * static_cast<std::uint32_t>(count) + 4),
          m_entries(joined({Bytes{0, static_cast<std::uint8_t>(count)}})) {}

    void add(std::uint16_t tag, std::uint16_t type, std::uint32_t count, Bytes value) {
        const Bytes head = {static_cast<std::uint8_t>(tag >> 8), static_cast<std::uint8_t>(tag), 0,
                            static_cast<std::uint8_t>(type)};
        if (value.size() > 4) {
            const Bytes offset = big32(m_valueOffset + static_cast<std::uint32_t>(m_values.size()));
            m_values = joined({m_values, value});
            value = offset;
        }
        value.resize(4);
        m_entries = joined({m_entries, head, big32(count), value});
    }
    void addText(std::uint16_t tag, std::string text) {
        text += '\0';
        add(tag, 2, static_cast<std::uint32_t>(text.size()), Bytes(text.begin(), text.end()));
    }
    [[nodiscard]] Bytes bytes() const { return joined({m_entries, big32(0), m_values}); }

private:
    std::uint32_t m_valueOffset;
    Bytes m_entries;
    Bytes m_values;
};

constexpr std::uint16_t kAscii = 2;
constexpr std::uint16_t kShort = 3;
constexpr std::uint16_t kLong = 4;
constexpr std::uint16_t kRational = 5;

Bytes gpsDirectory(std::uint32_t offset) {
    Directory gps(offset, 4);
    const auto degrees = [](std::uint32_t value) {
        return joined({big32(value), big32(1), big32(30), big32(1), big32(0), big32(1)});
    };
    gps.add(1, kAscii, 2, {'N', 0});
    gps.add(2, kRational, 3, degrees(52));
    gps.add(3, kAscii, 2, {'E', 0});
    gps.add(4, kRational, 3, degrees(13));
    return gps.bytes();
}

} // namespace

Bytes jpeg(const JpegSpec& spec, const JpegSampler& sample) {
    jpeg_compress_struct writer{};
    jpeg_error_mgr errors{};
    writer.err = jpeg_std_error(&errors);
    jpeg_create_compress(&writer);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&writer, &buffer, &size);
    configure(writer, spec);
    jpeg_start_compress(&writer, TRUE);
    Bytes row;
    for (std::uint32_t y = 0; y < spec.height; ++y) {
        row.clear();
        for (std::uint32_t x = 0; x < spec.width; ++x)
            for (int channel = 0; channel < spec.channels; ++channel)
                row.push_back(sample(x, y, channel));
        JSAMPROW pointer = row.data();
        jpeg_write_scanlines(&writer, &pointer, 1);
    }
    jpeg_finish_compress(&writer);
    Bytes file(buffer, buffer + size);
    jpeg_destroy_compress(&writer);
    std::free(buffer); // NOLINT: libjpeg allocates it with malloc
    return file;
}

Bytes segment(std::uint8_t marker, ByteView data) {
    const std::size_t length = data.size() + 2;
    const Bytes head = {0xff, marker, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)};
    return joined({head, data});
}

Bytes withSegments(ByteView file, ByteView segments) {
    return joined({file.first(2), segments, file.subspan(2)});
}

Bytes exif(int orientation, bool revealing) {
    constexpr std::uint32_t kFirst = 8;
    const Bytes header = joined({bytesOf("MM"), Bytes{0, 42}, big32(kFirst)});
    const Bytes value = {0, static_cast<std::uint8_t>(orientation)};
    if (!revealing) {
        Directory plain(kFirst, 1);
        plain.add(0x0112, kShort, 1, value);
        return joined({header, plain.bytes()});
    }
    const auto make = [&value](std::uint32_t gpsOffset) {
        Directory main(kFirst, 5);
        main.addText(0x010f, "SECRETMAKE");
        main.addText(0x0110, "SECRETMODEL");
        main.add(0x0112, kShort, 1, value);
        main.addText(0x0131, "SECRETSOFTWARE");
        main.add(0x8825, kLong, 1, big32(gpsOffset));
        return main.bytes();
    };
    const auto gpsOffset = kFirst + static_cast<std::uint32_t>(make(0).size());
    return joined({header, make(gpsOffset), gpsDirectory(gpsOffset)});
}

Bytes exifSegment(int orientation, bool revealing) {
    using namespace std::string_view_literals;
    return segment(0xe1, joined({bytesOf("Exif\0\0"sv), exif(orientation, revealing)}));
}

} // namespace exhibit::test
