#include "pdf/reader/TextStrings.h"

#include "core/Text.h"

#include <array>

namespace exhibit::pdf::reader {

std::optional<std::u32string> fromUtf16(std::string_view bytes) {
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                     static_cast<unsigned char>(bytes[at + 1]));
    };
    std::u32string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const char32_t first = unit(at);
        if (first < 0xD800 || first > 0xDFFF) {
            text += first;
            continue;
        }
        const char32_t second = at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (first > 0xDBFF || second < 0xDC00 || second > 0xDFFF)
            return std::nullopt;
        text += 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        at += 2;
    }
    return text;
}

namespace {

// ISO 32000-1 D.3: PDFDocEncoding where it isn't Latin-1.
constexpr std::array<char32_t, 8> kFrom18 = {0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB, 0x2DA, 0x2DC};
constexpr std::array<char32_t, 33> kFrom80 = {0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192,  0x2044, 0x2039,
                                              0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A,
                                              0x2122, 0xFB01, 0xFB02, 0x141,  0x152,  0x160,  0x178,  0x17D,  0x131,
                                              0x142,  0x153,  0x161,  0x17E,  0,      0x20AC};

std::optional<char32_t> fromPdfDoc(unsigned char byte) {
    if (byte >= 0x18 && byte < 0x20)
        return kFrom18.at(byte - 0x18U);
    if (byte >= 0x80 && byte <= 0xA0)
        return byte == 0x9F ? std::nullopt : std::optional(kFrom80.at(byte - 0x80U));
    if (byte == 0x7F || byte == 0xAD)
        return std::nullopt;
    return static_cast<char32_t>(byte);
}

} // namespace

std::optional<std::u32string> textCharacters(const Value& value) {
    const String* string = value.string();
    if (string == nullptr)
        return std::nullopt;
    const std::string_view bytes = string->bytes;
    if (bytes.substr(0, 2) == "\xFE\xFF")
        return fromUtf16(bytes.substr(2));
    std::u32string text;
    for (const char c : bytes) {
        const std::optional<char32_t> character = fromPdfDoc(static_cast<unsigned char>(c));
        if (!character)
            return std::nullopt;
        text += *character;
    }
    return text;
}

std::string utf8Text(std::u32string_view text) {
    std::string utf8;
    for (const char32_t c : text)
        appendUtf8(utf8, c);
    return utf8;
}

std::string textUtf8(const Value& value) {
    return utf8Text(textCharacters(value).value_or(std::u32string()));
}

std::optional<Instant> dateOf(const Value& value) {
    const std::string date = textUtf8(value);
    if (date.size() != 17 || date.substr(0, 2) != "D:" || date.back() != 'Z')
        return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t length) { return date.substr(at, length); };
    const Result<Instant> instant = Instant::fromIso(part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + "T" +
                                                     part(10, 2) + ":" + part(12, 2) + ":" + part(14, 2) + "Z");
    return instant ? std::optional(*instant) : std::nullopt;
}

} // namespace exhibit::pdf::reader
