#include "cli/Names.h"

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

} // namespace exhibit::cli
