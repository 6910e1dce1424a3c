#pragma once
// Artifacts: sequences of bytes with a role, a media type, a size and a SHA-256, never changed.

#include "core/CaseTypes.h"
#include "core/Hash.h"

#include <optional>

namespace exhibit {

/// Facts of a picture that was taken from a screen or read from a file.
struct PictureFacts {
    std::uint32_t width = 0;  ///< pixels
    std::uint32_t height = 0; ///< pixels
    int scalePercent = 0;     ///< device pixels per logical pixel, times 100; 0 if unknown
    std::string monitor;      ///< the screen's connector name ("HDMI-1"); empty if unknown
    bool operator==(const PictureFacts&) const = default;
};

/// An artifact as the case file holds it.
struct Artifact {
    std::int64_t id = 0; ///< key in its case file
    int exhibit = 0;     ///< number of its exhibit
    int ordinal = 1;     ///< position among the artifacts of its role in its exhibit, from 1
    Role role = Role::Attachment;
    std::string mediaType;
    std::uint64_t size = 0;
    Digest digest;
    Salt salt;
    Origin origin = Origin::Typed;
    bool confirmed = false; ///< the person looked at it and said that it is right
    std::string fileName;   ///< the name that its file had, without folders; may be empty
    std::optional<PictureFacts> picture;
    std::optional<std::int64_t> parent; ///< a derived artifact's source
    std::string operation;              ///< what made a derived artifact of its parent, e.g. "flatten-alpha"
    bool discloses = false; ///< holds place or device data (EXIF, GPS, PNG text): exported only on explicit choice

    [[nodiscard]] Commitment commitment() const { return commit(salt, digest); }
};

} // namespace exhibit
