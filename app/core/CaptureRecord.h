#pragma once
// The capture record: canonical JSON made at the moment of capture, never changed, what the trusted time stamps.
// It names artifacts by their commitments alone, so that it can be shown whole even when an exhibit is redacted.
// Schema: schemas/capture-record.schema.json

#include "core/Capture.h"

namespace exhibit {

/// An artifact's line in a record.
struct RecordedArtifact {
    Role role = Role::Attachment;
    Commitment commitment;
    Origin origin = Origin::Typed;
    bool confirmed = false;
    std::optional<PictureFacts> picture;
    std::optional<Commitment> parent;
    std::string operation;
};

struct CaptureRecord {
    std::string caseId;
    int exhibit = 0;
    std::string method;
    Surface surface = Surface::MetaAi;
    Conversation conversation = Conversation::Unknown;
    TimeReading time;
    std::string tool;
    std::string operatingSystem;
    std::vector<RecordedArtifact> artifacts;
    Digest custodyHead; ///< SHA-256 of the last custody line before the exhibit was added

    /// RFC 8785 bytes; nanoseconds are decimal strings, since they exceed 2^53.
    [[nodiscard]] Result<std::string> toJson() const;
    static Result<CaptureRecord> fromJson(std::string_view json);
};

} // namespace exhibit
