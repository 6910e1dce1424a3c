#pragma once
// What the windows do with cases, without the windows. Every function opens the case, does one thing and closes it, so
// that nothing is lost whenever the program ends, and may be called from any thread.

#include "core/CaptureRecord.h"
#include "desktop/model/Repeats.h"
#include "dossier/Export.h"
#include "media/MediaHelper.h"
#include "preview/PageRenderer.h"
#include "store/CaseFile.h"

#include <QImage>

namespace exhibit::desktop {

/// What a case needs from its person next.
enum class Waits {
    Exhibit, ///< it has none
    Picture, ///< no exhibit has a picture or an answer
    Dossier, ///< there is none, or one that wasn't sent and isn't up to date
    Sending, ///< the dossier that was made last is as the case is now, and wasn't sent
    Answer,  ///< the dossier that was made last is sent, whatever was changed since
};

/// A case in a list.
struct CaseSummary {
    std::filesystem::path path;
    std::string id; ///< of the case: a path may be that of one that was deleted
    CaseDetails details;
    Instant changedAt; ///< when the last entry of its log was written
    int exhibits = 0;  ///< that aren't withdrawn
    Waits waits = Waits::Exhibit;
    std::optional<Instant> madeAt;    ///< the last dossier, by the log
    std::optional<Instant> sentAt;    ///< a dossier, as the person noted last
    bool changedSinceDossier = false; ///< the last dossier doesn't hold everything that the case holds now
    bool hasUnsavedExhibit = false;   ///< one that was begun lies beside the case
    std::vector<int> withoutPrompt;   ///< exhibits that Meta's form would set aside
};

/// A case whole, but for the content of its exhibits.
struct CaseView {
    CaseSummary summary;
    std::vector<ExhibitSummary> exhibits; ///< that aren't withdrawn
    std::vector<PromptGroup> groups;      ///< of them
};

/// A picture of an exhibit as a person looks at it: Desk::picture().
struct ShownPicture {
    Artifact original;
    bool derived = false; ///< what is shown was made from the original, since that can't be shown as it is
};
/// As it was captured, or as dossiers have it: covered where the person said so.
enum class PictureState { Captured, Covered };

struct ShownText {
    Artifact artifact;
    std::string text; ///< the bytes, at most kLongestShownText
    bool cut = false;
};
/// Some twenty pages: a window that is given more at once answers no key meanwhile.
inline constexpr std::uint64_t kLongestShownText = std::uint64_t{64} << 10;

/// Which exhibit this is. A path and a number aren't enough: they may be those of one that was deleted.
struct ExhibitId {
    std::string caseId;
    int number = 0;
    Instant addedAt;
    auto operator<=>(const ExhibitId&) const = default;
};

/// An entry of the log about an exhibit, or an export that it went into.
struct Happening {
    CustodyEntry entry;
    std::optional<Artifact> artifact; ///< that it is about, if it is still there
    int number = 0; ///< of the mark or redaction that it is about, or of the artifact's original in its role; 0: none
};

struct ExhibitView {
    ExhibitId id;
    Exhibit exhibit;
    CaptureRecord record;
    std::vector<ShownPicture> pictures;
    std::vector<ShownText> texts;
    std::vector<Happening> history;
};

/// What a look at an artifact's bytes showed.
struct ArtifactCheck {
    Artifact artifact;
    int number = 1;         ///< in its role, counting what came in
    bool unchanged = false; ///< their SHA-256 is the one that was written down, and the log has its commitment
    Instant since;          ///< when the log got it
};

class Desk {
public:
    /// `programs` is the folder of exhibit17-media. The references must outlive it.
    Desk(const Clock& clock, Random& random, const media::MediaHelper& helper);

    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] const media::MediaHelper& helper() const { return m_helper; }

    [[nodiscard]] Result<CaseView> view(const std::filesystem::path& path) const;
    [[nodiscard]] Result<CaseSummary> summary(const std::filesystem::path& path) const;
    [[nodiscard]] Result<ExhibitView> exhibit(const std::filesystem::path& path, int number) const;
    /// The screenshot of this number, counting those that were captured; null if it can't be shown.
    [[nodiscard]] Result<QImage> picture(const std::filesystem::path& path, int number, int screenshot,
                                         PictureState state = PictureState::Captured) const;
    /// A copy of the PNG or JPEG that picture() shows as it was captured; null if it can't be shown.
    [[nodiscard]] Result<SharedSource> pictureFile(const std::filesystem::path& path, int number, int screenshot) const;
    /// Computes anew what was written down of what came in with an exhibit. Cancelled as `progress` says.
    [[nodiscard]] Result<std::vector<ArtifactCheck>> check(const std::filesystem::path& path, int number,
                                                           const Progress& progress = {}) const;
    /// The first picture of an exhibit, scaled down to fit into a square of `side` pixels; null if it has none.
    [[nodiscard]] QImage thumbnail(const std::filesystem::path& path, int number, int side) const;

    /// Makes a case in a folder, which is made too (mode 0700), under the data subject's name, and answers its path.
    /// Chooses the forms. InvalidArgument as checkDetails().
    [[nodiscard]] Result<std::filesystem::path> create(const std::filesystem::path& folder, CaseDetails details) const;
    /// Replaces the details; forms are chosen anew, but a link of the person's own stays.
    [[nodiscard]] Result<> change(const std::filesystem::path& path, CaseDetails details) const;
    /// A copy beside the case, under a name that is free. Answers its path.
    [[nodiscard]] Result<std::filesystem::path> duplicate(const std::filesystem::path& path,
                                                          const Progress& progress = {}) const;
    [[nodiscard]] Result<> backUp(const std::filesystem::path& path, const std::filesystem::path& target,
                                  const Progress& progress = {}) const;
    [[nodiscard]] Result<> destroy(const std::filesystem::path& path) const;

    /// A picture through the gate: the original, and what was derived from it.
    [[nodiscard]] Result<std::vector<CapturedItem>> takePicture(CapturedItem item) const;
    /// Frames of a chat that was scrolled, each an original PNG, and behind them the long picture that they make
    /// together, derived from the first. NotFound if they don't surely overlap.
    [[nodiscard]] Result<std::vector<CapturedItem>> joinFrames(std::vector<CapturedItem> frames) const;
    /// Adds an exhibit that took place where the case says, and answers its number.
    [[nodiscard]] Result<int> add(const std::filesystem::path& path, Capture capture,
                                  const Progress& progress = {}) const;
    [[nodiscard]] Result<> withdraw(const std::filesystem::path& path, int number) const;

    /// A name beside the case that is free: "Erika Muster.pdf", "Erika Muster 2.pdf".
    [[nodiscard]] static std::filesystem::path dossierPath(const std::filesystem::path& path);
    /// Makes the dossier; a case that can't be written is exported too, and the dossier says so.
    [[nodiscard]] Result<dossier::ExportResult> exportDossier(const std::filesystem::path& path,
                                                              const std::filesystem::path& output,
                                                              dossier::ExportOptions options,
                                                              const Progress& progress = {}) const;
    /// The pages that exportDossier() would make, without a trace in the case.
    [[nodiscard]] Result<std::shared_ptr<const preview::PageRenderer>>
    previewDossier(const std::filesystem::path& path, const dossier::ExportOptions& options,
                   const Progress& progress = {}) const;
    /// The person says that the dossier with this hash was sent. NotFound if it wasn't made from this case.
    [[nodiscard]] Result<> noteSent(const std::filesystem::path& path, const Digest& dossier) const;
    /// The person takes that back.
    [[nodiscard]] Result<> withdrawSent(const std::filesystem::path& path, const Digest& dossier) const;

    /// Writes a note about an exhibit, or another one in the place of the one with this number: dossier::addNote().
    [[nodiscard]] Result<> writeNote(const std::filesystem::path& path, int exhibit, const std::string& text,
                                     std::optional<int> instead = std::nullopt) const;
    [[nodiscard]] Result<> removeNote(const std::filesystem::path& path, int exhibit, int number) const;

    /// For what the dossier library does with an open case.
    [[nodiscard]] Result<CaseFile> open(const std::filesystem::path& path, Access access) const;

private:
    [[nodiscard]] StoreEnvironment environment() const;

    const Clock& m_clock;
    Random& m_random;
    const media::MediaHelper& m_helper;
};

/// InvalidArgument if somebody must be named, a wish or the residence is missing, or a text can't be right. The object
/// names the field: "name", "email", "country", "wishes", "representative", "representative-email".
[[nodiscard]] Result<> checkDetails(const CaseDetails& details);

/// A picture of bytes that the image gate took: PNG or JPEG, upright. Null for anything else.
[[nodiscard]] QImage decodedPicture(const ByteSource& source, const std::string& mediaType);

} // namespace exhibit::desktop
