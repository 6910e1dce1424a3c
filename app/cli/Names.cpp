#include "cli/Names.h"

#include "core/Text.h"

#include <array>

namespace exhibit::cli {

std::string artifactLabel(const Artifact& artifact) {
    const std::string label(name(artifact.role));
    const std::string number = artifact.ordinal > 1 ? " " + std::to_string(artifact.ordinal) : "";
    return label + number + (artifact.parent ? " (derived)" : "");
}

namespace {

std::string suffixOf(std::string_view mediaType) {
    struct Known {
        std::string_view mediaType;
        std::string_view suffix;
    };
    static constexpr std::array kKnown{
        Known{"text/plain; charset=utf-8", ".txt"},
        Known{"image/png", ".png"},
        Known{"image/jpeg", ".jpg"},
        Known{"image/webp", ".webp"},
        Known{"image/heic", ".heic"},
        Known{"application/pdf", ".pdf"},
    };
    for (const Known& known : kKnown)
        if (known.mediaType == mediaType)
            return std::string(known.suffix);
    return ".bin";
}

} // namespace

std::string savedName(const Artifact& artifact) {
    const bool text = artifact.role == Role::Prompt || artifact.role == Role::Response || artifact.role == Role::Turn;
    // A prompt with bytes that aren't UTF-8 is a text still.
    const std::string suffix = text ? ".txt" : suffixOf(artifact.mediaType);
    const bool several = artifact.role == Role::Screenshot || artifact.role == Role::Attachment ||
                         artifact.role == Role::Turn || artifact.ordinal > 1;
    std::string base = "exhibit-" + std::to_string(artifact.exhibit) + "-" + std::string(name(artifact.role));
    if (several)
        base += "-" + std::to_string(artifact.ordinal);
    return base + suffix;
}

std::string_view withoutCutCharacter(std::string_view start) {
    constexpr std::size_t kSummary = 200;
    constexpr std::size_t kLongestCharacter = 4;
    if (start.size() < kSummary)
        return start;
    for (std::size_t left = 1; left < kLongestCharacter; ++left) {
        const std::size_t at = start.size() - left;
        const bool leads = (static_cast<unsigned char>(start[at]) & 0xC0U) == 0xC0U;
        if (leads && !decodeUtf8(start.substr(at)).codePoint)
            return start.substr(0, at);
    }
    return start;
}

std::string excerpt(std::string_view text, std::size_t width) {
    text = withoutCutCharacter(text);
    std::size_t length = 0;
    for (std::size_t characters = 0; length < text.size() && characters < width; ++characters)
        length += decodeUtf8(text.substr(length)).length;
    std::string shown(text.substr(0, length));
    for (char& letter : shown)
        if (letter == '\n' || letter == '\r' || letter == '\t')
            letter = ' ';
    return escapeForDisplay(shown, EscapeStyle::Line) + (length < text.size() ? "..." : "");
}

} // namespace exhibit::cli
