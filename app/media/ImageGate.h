#pragma once
// The gate that every picture passes before anything of it is stored: recognised by content, scanned strictly, decoded
// once within limits.

#include "media/MediaHelper.h"

#include <optional>

namespace exhibit::media {

enum class ColourKind : std::uint8_t { Grey, Rgb, Palette, Cmyk };
/// "grey", "rgb", "palette", "cmyk".
[[nodiscard]] std::string_view name(ColourKind kind);

/// A text that the picture's file carries: PNG tEXt, zTXt and iTXt, a JPEG comment.
struct TextEntry {
    std::string keyword;
    std::string value; ///< UTF-8
    bool cut = false;  ///< the value is longer than what is shown here, or couldn't be unpacked
};

/// What the gate found out. The picture is sound: it was decoded to its last row.
struct Inspection {
    image::Format format = image::Format::Png;
    std::uint32_t width = 0; ///< as stored, before turning by the orientation
    std::uint32_t height = 0;
    int bitDepth = 8; ///< of a sample or palette index
    ColourKind colour = ColourKind::Rgb;
    bool alpha = false; ///< alpha channel or transparent colours
    bool interlaced = false;
    bool progressive = false;
    bool animated = false;
    int orientation = 1; ///< EXIF, 1 to 8: how a viewer turns a JPEG. What is derived stands upright
    std::optional<image::Resolution> resolution;
    bool colourProfile = false;
    std::vector<TextEntry> texts;
    std::vector<MetadataFact> metadata; ///< EXIF, XMP, IPTC by the helper
    std::string metadataProblem;        ///< why `metadata` is incomplete; empty if it isn't
    std::uint64_t trailingBytes = 0;    ///< behind the picture's end

    /// What goes beyond the picture itself and may tell place, time, device or person, in plain words, one entry each.
    std::vector<std::string> disclosures;

    std::optional<image::PngLayout> png;
    std::optional<image::JpegLayout> jpeg;
    std::optional<DecodedPicture> decoded; ///< of WebP and HEIC
};

/// Malformed, Unsupported or LimitExceeded with a reason in plain words if the picture isn't taken: unknown kind,
/// damaged, cut off, empty, all one colour, too large. `helper` is asked only for WebP, HEIC and metadata.
[[nodiscard]] Result<Inspection> inspect(const ByteSource& source, const MediaHelper& helper,
                                         const image::Limits& limits = {});

/// True if the file tells more than the picture shows: EXIF, texts, times, device or program names, further frames,
/// unknown parts, data behind its end. Where the helper couldn't read the metadata, its presence counts.
[[nodiscard]] bool disclosesPlaceOrDevice(const Inspection& inspection);

} // namespace exhibit::media
