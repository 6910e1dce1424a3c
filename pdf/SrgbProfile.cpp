#include "pdf/SrgbProfile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace exhibit::pdf {
namespace {

void put32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>((value >> 8) & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

/// s15Fixed16Number
void putFixed(std::string& out, double value) {
    put32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string fixedNumbers(std::string_view type, std::initializer_list<double> values) {
    std::string out(type);
    put32(out, 0);
    for (const double value : values)
        putFixed(out, value);
    return out;
}

/// multiLocalizedUnicodeType with one English text
std::string text(std::string_view ascii) {
    std::string out = "mluc";
    put32(out, 0);
    put32(out, 1);
    put32(out, 12);
    out += "enUS";
    put32(out, static_cast<std::uint32_t>(2 * ascii.size()));
    put32(out, 28);
    for (const char c : ascii)
        put16(out, static_cast<unsigned char>(c));
    return out;
}

/// parametricCurveType, function 3: the sRGB curve itself
std::string curve() {
    std::string out = "para";
    put32(out, 0);
    put16(out, 3);
    put16(out, 0);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
        putFixed(out, value);
    return out;
}

std::string header(std::size_t size) {
    std::string out;
    put32(out, static_cast<std::uint32_t>(size));
    put32(out, 0);          // preferred CMM: none
    put32(out, 0x04200000); // version 4.2
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U})
        put16(out, part);
    out += "acsp";
    out += std::string(28, '\0'); // platform, flags, manufacturer, model, attributes, intent: none
    putFixed(out, 0.9642);        // the illuminant of the connection space: D50
    putFixed(out, 1.0);
    putFixed(out, 0.8249);
    return out + std::string(48, '\0'); // creator, profile id (not calculated), reserved
}

} // namespace

std::string srgbProfile() {
    // Primaries and white point adapted to D50 by the Bradford matrix, which is the tag chad.
    const std::vector<std::pair<std::string_view, std::string>> tags = {
        {"desc", text("sRGB IEC61966-2.1")},
        {"cprt", text("No copyright, use freely")},
        {"wtpt", fixedNumbers("XYZ ", {0.9642, 1.0, 0.8249})},
        {"chad", fixedNumbers("sf32", {1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345,
                                       0.0150436, 0.7521316})},
        {"rXYZ", fixedNumbers("XYZ ", {0.4360747, 0.2225045, 0.0139322})},
        {"gXYZ", fixedNumbers("XYZ ", {0.3850649, 0.7168786, 0.0971045})},
        {"bXYZ", fixedNumbers("XYZ ", {0.1430804, 0.0606169, 0.7141733})},
        {"rTRC", curve()},
        {"gTRC", curve()},
        {"bTRC", curve()},
    };
    constexpr std::size_t kHeaderSize = 128;
    std::string table, data;
    put32(table, static_cast<std::uint32_t>(tags.size()));
    const std::size_t dataStart = kHeaderSize + 4 + 12 * tags.size();
    for (const auto& [name, value] : tags) {
        table += name;
        put32(table, static_cast<std::uint32_t>(dataStart + data.size()));
        put32(table, static_cast<std::uint32_t>(value.size()));
        data += value + std::string((4 - value.size() % 4) % 4, '\0');
    }
    return header(dataStart + data.size()) + table + data;
}

} // namespace exhibit::pdf
