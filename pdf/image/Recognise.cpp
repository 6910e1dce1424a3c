#include "pdf/image/ImageScan.h"

#include <algorithm>

namespace exhibit::image {

namespace {

using namespace std::string_view_literals;

/// The brands of ISO/IEC 23008-12 annex B whose pictures are coded with HEVC, and the structural ones around them.
constexpr std::array kHeicBrands = {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv, "hevm"sv, "hevs"sv};

bool isHeic(std::string_view head) {
    // ISO/IEC 14496-12 4.3: a file type box has size, 'ftyp', major brand, version, and compatible brands to its end.
    if (head.size() < 16 || head.substr(4, 4) != "ftyp"sv)
        return false;
    const std::size_t boxSize =
        (std::size_t{static_cast<std::uint8_t>(head[2])} << 8) + static_cast<std::uint8_t>(head[3]);
    if (head[0] != '\0' || head[1] != '\0' || boxSize < 16)
        return false;
    const auto isBrand = [&head](std::size_t at) {
        return std::find(kHeicBrands.begin(), kHeicBrands.end(), head.substr(at, 4)) != kHeicBrands.end();
    };
    if (isBrand(8))
        return true;
    for (std::size_t at = 16; at + 4 <= std::min(boxSize, head.size()); at += 4)
        if (isBrand(at))
            return true;
    return false;
}

} // namespace

std::optional<Format> recognise(ByteView head) {
    const std::string_view text = textOf(head.first(std::min(head.size(), kHeadSize)));
    if (text.starts_with("\x89PNG\r\n\x1a\n"sv))
        return Format::Png;
    if (text.starts_with("\xff\xd8\xff"sv))
        return Format::Jpeg;
    if (text.starts_with("RIFF"sv) && text.size() >= 12 && text.substr(8, 4) == "WEBP"sv)
        return Format::WebP;
    if (isHeic(text))
        return Format::Heic;
    return std::nullopt;
}

std::string_view mediaType(Format format) {
    switch (format) {
    case Format::Png:
        return "image/png";
    case Format::Jpeg:
        return "image/jpeg";
    case Format::WebP:
        return "image/webp";
    case Format::Heic:
        return "image/heic";
    }
    return "application/octet-stream";
}

std::string_view displayName(Format format) {
    switch (format) {
    case Format::Png:
        return "PNG";
    case Format::Jpeg:
        return "JPEG";
    case Format::WebP:
        return "WebP";
    case Format::Heic:
        return "HEIC";
    }
    return "unknown";
}

} // namespace exhibit::image
