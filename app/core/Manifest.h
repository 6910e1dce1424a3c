#pragma once
// The manifest: canonical JSON of one export. It says what is disclosed (with salt and SHA-256, so that everybody can
// compute the commitments of record and log), what is only committed to, what was marked and redacted, how far the
// custody log reached, which parts of the pages show which artifact, and what is attached.
// Schema: schemas/manifest.schema.json

#include "core/Artifact.h"
#include "core/CaseTypes.h"
#include "core/CustodyLog.h"
#include "core/Hash.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit {

/// Where the bytes of a picture are.
struct Place {
    /// Not attached: the picture on the pages holds its coded data, a JPEG's all of it.
    bool onPage = false;
    /// Then, for a PNG: the attachment with all its other bytes (pdf/image/PngSkeleton.h).
    std::string skeleton;
    bool operator==(const Place&) const = default;
};

/// An artifact whose bytes are in the file.
struct DisclosedArtifact {
    int exhibit = 0;
    Role role = Role::Attachment;
    int ordinal = 1;
    std::string file; ///< its name, whether it is attached or not
    Place place;
    std::string mediaType;
    std::uint64_t size = 0;
    Digest digest;
    Salt salt;
    Commitment commitment; ///< commit(salt, digest): stated, so that a reader can find it in the log by search
    Origin origin = Origin::Typed;
    bool confirmed = false;
    std::optional<PictureFacts> picture;
    std::optional<Commitment> parent; ///< commitment of the artifact that this one was made of
    std::string operation;            ///< what made it; empty for an original
};

/// Why an artifact is only named by its commitment.
enum class Withheld {
    Discloses, ///< it holds place or device data; a cleaned copy may stand in for it
    Redacted,  ///< parts of it were redacted, a copy without them may stand in for it; or it might hold such parts
    Size,      ///< the file would be too large with it; a reduced picture may stand in for it
};
[[nodiscard]] std::string_view name(Withheld reason);
[[nodiscard]] Result<Withheld> withheldFromName(std::string_view name);

struct CommittedArtifact {
    int exhibit = 0;
    Role role = Role::Attachment;
    int ordinal = 1;
    Commitment commitment;
    Withheld reason = Withheld::Discloses;
};

/// What was done to a picture so that it takes less room.
struct Reduction {
    int scalePercent = 100; ///< of width and height
    bool grey = false;
    int quality = 0; ///< of a JPEG, 1 to 100; 0 for a PNG: no further loss
    bool operator==(const Reduction&) const = default;
};

/// A picture that was made for the pages of one export, in place of an artifact that is only committed to.
struct ReducedPicture {
    int exhibit = 0;
    Commitment of; ///< of the artifact
    Reduction reduction;
    std::string file; ///< the name that it has if it is taken out
    Place place;      ///< always on the page
    std::string mediaType;
    std::uint64_t size = 0;
    Digest digest;
};

/// A mark or a redaction, as it goes out: without words that were redacted.
struct DisclosedMarkup {
    int exhibit = 0;
    int number = 1;        ///< in its exhibit
    Commitment commitment; ///< commit(salt, sha256(content)) of what was stored, in the custody log
    /// Absent if `content` isn't what was stored: words were taken out of it, and the salt would help to guess them.
    std::optional<Salt> salt;
    std::string content; ///< canonical JSON of a Mark or a Redaction (core/Markup.h)
};

/// A capture record that is attached.
struct DisclosedRecord {
    int exhibit = 0;
    std::string file;
    Digest digest;
};

/// How a part of the pages shows an attached file.
enum class Shown {
    Picture, ///< the figure's pixels are the attached picture's
    Exact,   ///< the text on the page is the attached text
    Escaped, ///< the same, escaped: escapeForDisplay() in style Block
    Ascii,   ///< the same, escaped: escapeForDisplay() in style Ascii
    Log,     ///< the attached custody log, set out for people
    Line,    ///< the attached text's beginning, in one line: a fact
    Time,    ///< the time of the attached capture record, in UTC
};
[[nodiscard]] std::string_view name(Shown shown);
[[nodiscard]] Result<Shown> shownFromName(std::string_view name);

struct ShownPart {
    std::string id;   ///< of the structure element
    std::string file; ///< name of the attachment
    Shown as = Shown::Exact;
};

struct ManifestFont {
    std::string file;
    std::string name; ///< PostScript name
    Digest digest;    ///< of the whole font file
};

/// An attachment, whatever it is.
struct ManifestFile {
    std::string name;
    std::string mediaType;
    std::uint64_t size = 0;
    Digest digest;
};

struct Manifest {
    std::string caseId;
    Instant caseCreated;
    CaseDetails details;

    Instant exportedAt;
    int offsetMinutes = 0;     ///< local time of the exporting computer minus UTC
    bool synchronised = false; ///< its clock was disciplined by a time service
    std::string tool;
    std::string profile;
    std::string language;
    std::vector<int> exhibits;
    bool complete = true;  ///< every exhibit of the case that wasn't withdrawn is here
    bool readOnly = false; ///< the case couldn't be written, so that its log doesn't name this export

    std::vector<DisclosedArtifact> artifacts;
    std::vector<CommittedArtifact> committed;
    std::vector<ReducedPicture> reduced;
    std::vector<DisclosedMarkup> marks;
    std::vector<DisclosedMarkup> redactions;
    std::vector<DisclosedRecord> records;
    std::string custodyFile;
    CustodyState custody;
    std::vector<ShownPart> shown;
    std::vector<ManifestFont> fonts;
    std::vector<ManifestFile> files; ///< all attachments but manifest and check-sum list, sorted by name

    /// RFC 8785 bytes.
    [[nodiscard]] Result<std::string> toJson() const;
    /// Strict; whether the bytes are canonical is for the caller to compare with toJson().
    static Result<Manifest> fromJson(std::string_view json);
};

} // namespace exhibit
