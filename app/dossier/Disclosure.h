#pragma once
// What of a case goes into a dossier, and what is only named by its commitment.

#include "core/CaptureRecord.h"
#include "core/Manifest.h"
#include "dossier/Export.h"
#include "dossier/Markups.h"

namespace exhibit::dossier {

/// Texts up to this size are set on pages; longer ones are only attached.
inline constexpr std::uint64_t kLongestText = std::uint64_t{8} << 20;

/// What the name of a reduced picture ends in, before the dot.
inline constexpr std::string_view kReducedSuffix = "-reduced";

/// An artifact that goes out.
struct DisclosedItem {
    Artifact artifact;
    int number = 1;   ///< of its original among the originals of its role: screenshot 2
    std::string id;   ///< of the structure element that shows it, if one does: "exhibit-1-screenshot-2"
    std::string file; ///< its name in the dossier
    SharedSource bytes;
    Digest digest;                      ///< of `bytes`
    Place place;                        ///< where they go
    SharedSource skeleton;              ///< of a PNG on the page: what is attached in its stead
    std::optional<Reduction> reduction; ///< `bytes` aren't the artifact's, but a smaller picture's
    std::uint32_t fullWidth = 0;        ///< then: of the artifact's picture, in pixels
    std::optional<std::string> text;    ///< the bytes of a text artifact of at most kLongestText
    std::optional<Commitment> parent;
    std::optional<Instant> writtenLater; ///< a note that was written after the capture: when
    const Artifact* original = nullptr;  ///< the first ancestor of a derived artifact
    bool leaf = true;                    ///< nothing was derived of it

    /// Of `bytes`.
    [[nodiscard]] std::string mediaType() const;
};

/// A mark or a redaction that goes out.
template <class Markup>
struct Outgoing {
    int number = 1;
    Markup markup;
    std::string content; ///< its canonical JSON
    Commitment commitment;
    std::optional<Salt> salt; ///< absent if words were taken out of the markup
};

struct DisclosedExhibit {
    int number = 0;
    Instant addedAt;
    std::string record; ///< its bytes
    CaptureRecord facts;
    std::vector<Artifact> artifacts; ///< all of the exhibit: what the items' pointers point to
    std::vector<DisclosedItem> items;
    std::vector<CommittedArtifact> withheld;
    // Without redacted words:
    std::vector<Outgoing<Mark>> marks;
    std::vector<Outgoing<Redaction>> redactions;
    std::map<int, std::size_t> places; ///< how many places each redaction of words replaced, by its number
    bool keepsMore = false;            ///< files stay at home for which no redacted copy stands

    /// The items of a role, in order.
    [[nodiscard]] std::vector<const DisclosedItem*> of(Role role) const;
    /// The name of the attachment with this commitment; empty if it doesn't go out.
    [[nodiscard]] std::string fileOf(const Commitment& commitment) const;
};

/// Everything that a dossier is made of.
struct Content {
    std::string caseId;
    Instant caseCreated;
    CaseDetails details;
    std::vector<DisclosedExhibit> exhibits;
    bool complete = true; ///< no exhibit of the case is left out, but withdrawn ones
    std::vector<std::string> custodyLines;
    CustodyState custody;
    std::vector<std::string> warnings; ///< whole sentences for the person
};

/// Reads what goes out, and checks on the way that the log's chain holds and that every artifact's bytes are those
/// that were recorded. Errors as exportDossier().
[[nodiscard]] Result<Content> gather(const CaseFile& caseFile, const ExportOptions& options, const Progress& progress);

/// "exhibit-1-prompt" and so on, the beginning of ids and file names.
[[nodiscard]] std::string itemName(int exhibit, Role role, int ordinal);
/// A file's name made harmless: letters, digits, dots, hyphens and underscores of ASCII, at most 80 of them.
[[nodiscard]] std::string harmlessName(std::string_view fileName);
[[nodiscard]] bool isTextRole(Role role);
/// A copy made by redaction.
[[nodiscard]] bool isRedacted(const Artifact& artifact);
/// The artifact that was captured: the first of the ancestors, or itself if it isn't derived.
[[nodiscard]] const Artifact* originalOf(const std::vector<Artifact>& artifacts, const Artifact& artifact);

} // namespace exhibit::dossier
