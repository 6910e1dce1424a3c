#include "MadeDocument.h"

#include "Tools.h"

#include <catch2/catch.hpp>
#include <zlib.h>

namespace exhibit::test {
namespace {

void put32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}

std::uint32_t get32(const std::string& data, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(data.at(at + i));
    return value;
}

void putChunk(std::string& png, const std::string& type, const std::string& data) {
    put32(png, static_cast<std::uint32_t>(data.size()));
    const std::string body = type + data;
    png += body;
    put32(png, static_cast<std::uint32_t>(
                   crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))));
}

} // namespace

pdf::Document emptyDocument() {
    pdf::Document document;
    document.title = "A test";
    const auto created = Instant::fromIso("2026-11-22T10:15:30Z");
    REQUIRE(created);
    document.created = *created;
    document.blocks.emplace_back(pdf::Heading{.level = 1, .text = "A test"});
    return document;
}

const pdf::FontProvider& installedFonts() {
    static const pdf::InstalledFonts fonts;
    return fonts;
}

pdf::Composition composed(const pdf::Document& document) {
    auto composition = pdf::Composition::compose(document, installedFonts());
    INFO((composition ? std::string() : composition.error().text()));
    REQUIRE(composition);
    return std::move(*composition);
}

Bytes written(const pdf::Composition& composition, const std::vector<pdf::Attachment>& attachments) {
    MemorySink sink;
    const auto result = composition.write(attachments, sink);
    INFO((result ? std::string() : result.error().text()));
    REQUIRE(result);
    return sink.take();
}

Bytes written(const pdf::Document& document, const std::vector<pdf::Attachment>& attachments) {
    return written(composed(document), attachments);
}

std::string madePng(std::uint32_t width, std::uint32_t height, std::uint32_t seed) {
    std::string rows;
    for (std::uint32_t y = 0; y < height; ++y) {
        rows += '\0'; // filter: none
        for (std::uint32_t x = 0; x < width * 3; ++x)
            rows += static_cast<char>((x * seed + y * 7) & 0xFF);
    }
    uLongf size = compressBound(static_cast<uLong>(rows.size()));
    std::string deflated(size, '\0');
    compress(reinterpret_cast<Bytef*>(deflated.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
             static_cast<uLong>(rows.size()));
    deflated.resize(size);
    std::string png = "\x89PNG\r\n\x1A\n", header;
    put32(header, width);
    put32(header, height);
    header += std::string("\x08\x02\x00\x00\x00", 5);
    putChunk(png, "IHDR", header);
    putChunk(png, "IDAT", deflated.substr(0, deflated.size() / 2));
    putChunk(png, "IDAT", deflated.substr(deflated.size() / 2));
    putChunk(png, "IEND", "");
    return png;
}

std::string idatOf(const std::string& png) {
    std::string data;
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t length = get32(png, at);
        if (png.compare(at + 4, 4, "IDAT") == 0)
            data += png.substr(at + 8, length);
        at += 12 + length;
    }
    return data;
}

pdf::SharedPicture pictureOf(const std::string& file) {
    const auto picture = pdf::Picture::open(std::make_shared<MemorySource>(file));
    INFO((picture ? std::string() : picture.error().text()));
    REQUIRE(picture);
    return *picture;
}

std::string sampleFile(const std::string& name) {
    const std::string content = readFile(std::filesystem::path(EXHIBIT_TEST_DATA) / name);
    REQUIRE_FALSE(content.empty());
    return content;
}

pdf::Attachment attachmentOf(const std::string& name, const std::string& content, bool compress) {
    pdf::Attachment attachment;
    attachment.name = name;
    attachment.mediaType = "text/plain";
    attachment.description = "A test file";
    attachment.bytes = std::make_shared<MemorySource>(content);
    attachment.compress = compress;
    return attachment;
}

} // namespace exhibit::test
