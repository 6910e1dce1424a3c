#include "desktop/model/Desk.h"

#include "core/MarkupLog.h"
#include "core/Text.h"
#include "core/UnnamedFile.h"
#include "desktop/model/DraftStore.h"
#include "desktop/model/FileNames.h"
#include "desktop/model/NoteDrafts.h"
#include "desktop/model/Pyramid.h"
#include "dossier/Disclosure.h"
#include "dossier/Notes.h"
#include "media/PictureIntake.h"
#include "media/Stitch.h"
#include "request/CaseForms.h"
#include "store/CaseCopy.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <chrono>

namespace exhibit::desktop {

namespace {

/// The image gate takes no larger picture (image::Limits), and no larger one than this is decoded for looking.
constexpr int kLargestPictureMegabytes = 1024;
constexpr std::uint64_t kLargestPictureFile = std::uint64_t{256} << 20;
/// For reading what another thread changes all the time.
constexpr std::chrono::seconds kPatience{10};

std::vector<ExhibitSummary> present(std::vector<ExhibitSummary> exhibits) {
    std::erase_if(exhibits, [](const ExhibitSummary& exhibit) { return exhibit.withdrawn; });
    return exhibits;
}

/// What the log says about the way to the addressee.
struct LogFacts {
    Instant changedAt;
    std::optional<Instant> madeAt;
    Json dossier;                               ///< SHA-256 of the last one
    std::vector<std::pair<Json, Instant>> sent; ///< SHA-256 and when, but what was taken back
    bool isSent = false;                        ///< that one
    bool isChanged = false;                     ///< since it was made
};

void learn(LogFacts& facts, const CustodyEntry& entry) {
    facts.changedAt = entry.at;
    const auto sha = entry.details.find("sha256");
    const Json digest = sha == entry.details.end() ? Json() : *sha;
    if (entry.event == "exported") {
        facts.madeAt = entry.at;
        facts.dossier = digest;
        facts.isSent = facts.isChanged = false;
    } else if (entry.event == "sent") {
        facts.sent.emplace_back(digest, entry.at);
        facts.isSent = facts.isSent || digest == facts.dossier;
    } else if (entry.event == "sent-withdrawn") {
        std::erase_if(facts.sent, [&](const auto& sent) { return sent.first == digest; });
        facts.isSent = facts.isSent && digest != facts.dossier;
    } else {
        facts.isChanged = facts.madeAt.has_value(); // whatever else is logged is about what a dossier holds
    }
}

LogFacts factsOf(const std::vector<std::string>& lines) {
    LogFacts facts;
    for (const std::string& line : lines)
        if (const auto entry = parseCustodyLine(line))
            learn(facts, *entry);
    return facts;
}

Waits waitsFor(const std::vector<ExhibitSummary>& exhibits, const LogFacts& facts) {
    if (exhibits.empty())
        return Waits::Exhibit;
    if (facts.isSent)
        return Waits::Answer;
    if (facts.madeAt)
        return facts.isChanged ? Waits::Dossier : Waits::Sending;
    const bool hasPicture = std::ranges::any_of(
        exhibits, [](const ExhibitSummary& exhibit) { return exhibit.screenshots > 0 || exhibit.attachments > 0; });
    return hasPicture ? Waits::Dossier : Waits::Picture;
}

Result<CaseView> viewOf(const CaseFile& file) {
    CaseView view;
    EXHIBIT_ASSIGN(view.summary.details, file.details());
    EXHIBIT_ASSIGN(std::vector<ExhibitSummary> exhibits, file.exhibits());
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, file.custodyLines());
    view.exhibits = present(std::move(exhibits));
    const LogFacts facts = factsOf(lines);
    view.summary.path = file.path();
    view.summary.id = file.id();
    view.summary.changedAt = facts.changedAt;
    view.summary.exhibits = static_cast<int>(view.exhibits.size());
    view.summary.waits = waitsFor(view.exhibits, facts);
    view.summary.madeAt = facts.madeAt;
    if (!facts.sent.empty())
        view.summary.sentAt = facts.sent.back().second;
    view.summary.changedSinceDossier = facts.isChanged;
    view.summary.hasUnsavedExhibit = DraftStore(file.path()).exists();
    for (const ExhibitSummary& exhibit : view.exhibits)
        if (exhibit.promptStart.empty())
            view.summary.withoutPrompt.push_back(exhibit.number);
    return view;
}

bool isShowable(const Artifact& artifact) {
    return artifact.mediaType == "image/png" || artifact.mediaType == "image/jpeg";
}

/// What is looked at in place of an original: itself, or what was made from it for the dossier. The first part of a
/// long chat gives its place to the whole, on which marks and redactions are put.
const Artifact* shownFor(const Artifact& original, const std::vector<Artifact>& artifacts) {
    const bool isItself = isShowable(original);
    const auto derived = std::ranges::find_if(artifacts, [&](const Artifact& artifact) {
        return artifact.parent == original.id && isShowable(artifact) && !dossier::isRedacted(artifact) &&
               (!isItself || artifact.operation.starts_with(media::kStitchOperation));
    });
    if (isItself && derived == artifacts.end())
        return &original;
    return derived == artifacts.end() ? nullptr : &*derived;
}

/// The redacted copy that stands for an original; itself if there is none.
const Artifact* coveredFor(const Artifact& original, const std::vector<Artifact>& artifacts) {
    for (const Artifact& artifact : artifacts)
        if (dossier::isRedacted(artifact) && dossier::originalOf(artifacts, artifact)->id == original.id)
            return &artifact;
    return shownFor(original, artifacts);
}

const Artifact* screenshotOf(const std::vector<Artifact>& artifacts, int number) {
    for (const Artifact& artifact : artifacts)
        if (artifact.role == Role::Screenshot && !artifact.parent && --number == 0)
            return &artifact;
    return nullptr;
}

Result<QImage> imageOf(const CaseFile& file, const Artifact* artifact) {
    if (artifact == nullptr)
        return QImage();
    EXHIBIT_ASSIGN(const SharedSource source, file.bytes(*artifact));
    return decodedPicture(*source, artifact->mediaType);
}

bool isText(const Artifact& artifact) {
    return artifact.role != Role::Screenshot && artifact.role != Role::Attachment &&
           artifact.role != Role::Correspondence;
}

Result<ShownText> shownTextOf(const CaseFile& file, const Artifact& artifact) {
    EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
    const std::uint64_t length = std::min(source->size(), kLongestShownText);
    EXHIBIT_ASSIGN(const Bytes bytes, source->readExactly(0, static_cast<std::size_t>(length)));
    return ShownText{artifact, std::string(textOf(bytes)), length < source->size()};
}

bool concerns(const CustodyEntry& entry, int number) {
    if (entry.exhibit)
        return *entry.exhibit == number;
    const auto exhibits = entry.details.find("exhibits");
    return exhibits != entry.details.end() && exhibits->is_array() &&
           std::find(exhibits->begin(), exhibits->end(), number) != exhibits->end();
}

/// The number of an artifact's original among those that came in with its role.
int originalNumber(const std::vector<Artifact>& artifacts, const Artifact& artifact) {
    const std::int64_t wanted = dossier::originalOf(artifacts, artifact)->id;
    int number = 0;
    for (const Artifact& one : artifacts) {
        number += !one.parent && one.role == artifact.role ? 1 : 0;
        if (one.id == wanted)
            break;
    }
    return number;
}

/// The number of the mark or redaction that an entry is about; the log has not taken it in yet.
int numberBefore(const MarkupLog& log, const CustodyEntry& entry) {
    for (const MarkupKind kind : {MarkupKind::Mark, MarkupKind::Redaction}) {
        const auto& present = log.markups(kind);
        const auto at = entry.commitment ? present.find(*entry.commitment) : present.end();
        if (at != present.end())
            return at->second;
    }
    return 0;
}

Happening happeningOf(CustodyEntry entry, const std::vector<Artifact>& artifacts, MarkupLog& log) {
    Happening happening{std::move(entry), std::nullopt, 0};
    const CustodyEntry& noted = happening.entry;
    for (const Artifact& artifact : artifacts)
        if (noted.commitment && artifact.commitment() == *noted.commitment) {
            happening.artifact = artifact;
            happening.number = originalNumber(artifacts, artifact);
            return happening;
        }
    happening.number = numberBefore(log, noted);
    log.note(noted);
    if (happening.number == 0)
        happening.number = numberBefore(log, noted);
    return happening;
}

Result<std::vector<Happening>> historyOf(const CaseFile& file, const Exhibit& exhibit) {
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, file.custodyLines());
    std::vector<Happening> history;
    MarkupLog log;
    for (const std::string& line : lines) {
        EXHIBIT_ASSIGN(CustodyEntry entry, parseCustodyLine(line));
        if (concerns(entry, exhibit.number))
            history.push_back(happeningOf(std::move(entry), exhibit.artifacts, log));
    }
    return history;
}

Result<ArtifactCheck> checkOf(const CaseFile& file, const Artifact& artifact, const std::vector<Happening>& history,
                              const Progress& progress) {
    ArtifactCheck check{artifact, 1, false, {}};
    const auto noted = std::ranges::find_if(history, [&](const Happening& happening) {
        const CustodyEntry& entry = happening.entry;
        return (entry.event == "artifact-added" || entry.event == kNoteAdded) &&
               entry.commitment == artifact.commitment();
    });
    EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
    EXHIBIT_ASSIGN(const Digest digest, sha256(*source, progress));
    check.unchanged = noted != history.end() && digest == artifact.digest;
    if (noted == history.end())
        return check;
    check.since = noted->entry.at;
    check.number = noted->number;
    return check;
}

Result<ExhibitView> exhibitView(const CaseFile& file, int number) {
    ExhibitView view;
    EXHIBIT_ASSIGN(view.exhibit, file.exhibit(number));
    view.id = {file.id(), number, view.exhibit.addedAt};
    EXHIBIT_ASSIGN(view.history, historyOf(file, view.exhibit));
    if (view.exhibit.withdrawn)
        return view;
    EXHIBIT_ASSIGN(view.record, CaptureRecord::fromJson(view.exhibit.record));
    for (const Artifact& artifact : view.exhibit.artifacts) {
        if (artifact.parent)
            continue;
        if (artifact.role == Role::Screenshot) {
            view.pictures.push_back({artifact, shownFor(artifact, view.exhibit.artifacts) != &artifact});
        } else if (isText(artifact)) {
            EXHIBIT_ASSIGN(ShownText text, shownTextOf(file, artifact));
            view.texts.push_back(std::move(text));
        }
    }
    return view;
}

Error fieldError(const char* field, std::string message) {
    return {ErrorCode::InvalidArgument, std::move(message), field};
}

bool isEmail(const std::string& text) {
    const std::size_t at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() &&
           text.find_first_of(" \t,;<>") == std::string::npos;
}

bool isBlank(const std::string& text) {
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

} // namespace

Desk::Desk(const Clock& clock, Random& random, const media::MediaHelper& helper)
    : m_clock(clock), m_random(random), m_helper(helper) {}

StoreEnvironment Desk::environment() const {
    return {m_clock, m_random, toolName() + " desktop"};
}

Result<CaseFile> Desk::open(const std::filesystem::path& path, Access access) const {
    return CaseFile::open(path, access, environment());
}

Result<CaseView> Desk::view(const std::filesystem::path& path) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    EXHIBIT_ASSIGN(CaseView all, viewOf(file));
    EXHIBIT_ASSIGN(all.groups, promptGroups(file, all.exhibits));
    return all;
}

Result<CaseSummary> Desk::summary(const std::filesystem::path& path) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    EXHIBIT_ASSIGN(CaseView all, viewOf(file));
    return std::move(all.summary);
}

Result<ExhibitView> Desk::exhibit(const std::filesystem::path& path, int number) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    // What is read in several steps may be changed between two of them; then it is read again.
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        EXHIBIT_ASSIGN(const CustodyState before, file.custodyState());
        auto view = exhibitView(file, number);
        EXHIBIT_ASSIGN(const CustodyState after, file.custodyState());
        if (after == before || std::chrono::steady_clock::now() > end)
            return view;
    }
}

Result<QImage> Desk::picture(const std::filesystem::path& path, int number, int screenshot, PictureState state) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(number));
    const Artifact* const original = screenshotOf(exhibit.artifacts, screenshot);
    if (original == nullptr)
        return QImage();
    return imageOf(file, state == PictureState::Captured ? shownFor(*original, exhibit.artifacts)
                                                         : coveredFor(*original, exhibit.artifacts));
}

Result<SharedSource> Desk::pictureFile(const std::filesystem::path& path, int number, int screenshot) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(number));
    const Artifact* const original = screenshotOf(exhibit.artifacts, screenshot);
    const Artifact* const shown = original == nullptr ? nullptr : shownFor(*original, exhibit.artifacts);
    if (shown == nullptr)
        return SharedSource();
    EXHIBIT_ASSIGN(const SharedSource source, file.bytes(*shown));
    EXHIBIT_ASSIGN(UnnamedFile copy, UnnamedFile::open());
    EXHIBIT_TRY(source->forEachPiece(0, source->size(), [&copy](ByteView piece) { return copy.write(piece); }));
    return copy.source();
}

Result<std::vector<ArtifactCheck>> Desk::check(const std::filesystem::path& path, int number,
                                               const Progress& progress) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(number));
    EXHIBIT_ASSIGN(const std::vector<Happening> history, historyOf(file, exhibit));
    std::vector<ArtifactCheck> checks;
    for (const Artifact& artifact : exhibit.artifacts) {
        if (artifact.parent)
            continue;
        EXHIBIT_ASSIGN(ArtifactCheck check, checkOf(file, artifact, history, progress));
        checks.push_back(std::move(check));
    }
    return checks;
}

QImage Desk::thumbnail(const std::filesystem::path& path, int number, int side) const {
    const auto image = picture(path, number, 1);
    if (!image || image->isNull())
        return {};
    // The upper end of a tall picture says more than all of it too small to recognise.
    const QImage top = image->copy(0, 0, image->width(), std::min(image->height(), image->width()));
    return shrunk(top, side);
}

Result<std::filesystem::path> Desk::create(const std::filesystem::path& folder, CaseDetails details) const {
    EXHIBIT_TRY(checkDetails(details));
    EXHIBIT_ASSIGN(const request::FormDirectory directory, request::FormDirectory::builtIn());
    EXHIBIT_TRY(request::chooseForms(details, directory));
    EXHIBIT_TRY(makePrivateFolder(folder));
    const std::filesystem::path path = freeName(folder, harmlessFileName(details.subject.name), kCaseSuffix);
    EXHIBIT_TRY(CaseFile::create(path, details, environment()));
    return path;
}

Result<> Desk::change(const std::filesystem::path& path, CaseDetails details) const {
    EXHIBIT_TRY(checkDetails(details));
    EXHIBIT_ASSIGN(const request::FormDirectory directory, request::FormDirectory::builtIn());
    EXHIBIT_TRY(request::chooseForms(details, directory));
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    return file.setDetails(details);
}

Result<std::filesystem::path> Desk::duplicate(const std::filesystem::path& path, const Progress& progress) const {
    const std::filesystem::path target = freeName(path.parent_path(), path.stem().string(), kCaseSuffix);
    EXHIBIT_TRY(copyCase(path, target, environment(), progress));
    return target;
}

Result<> Desk::backUp(const std::filesystem::path& path, const std::filesystem::path& target,
                      const Progress& progress) const {
    return copyCase(path, target, environment(), progress);
}

Result<> Desk::destroy(const std::filesystem::path& path) const {
    return CaseFile::destroy(path, environment());
}

Result<std::vector<CapturedItem>> Desk::takePicture(CapturedItem item) const {
    std::vector<CapturedItem> items;
    std::vector<std::string> notes; // CapturedItem::discloses says the same to the windows
    // What is looked at now is what is stored later, whoever writes to the file meanwhile.
    if (item.origin == Origin::File && item.bytes->size() <= kLargestPictureFile) {
        EXHIBIT_ASSIGN(Bytes bytes, item.bytes->readAll(kLargestPictureFile));
        item.bytes = std::make_shared<MemorySource>(std::move(bytes));
    }
    EXHIBIT_TRY(media::takePicture(std::move(item), m_helper, items, notes));
    return items;
}

Result<std::vector<CapturedItem>> Desk::joinFrames(std::vector<CapturedItem> frames) const {
    std::vector<SharedSource> pictures;
    for (const CapturedItem& frame : frames) {
        if (frame.parent || frame.mediaType != "image/png")
            return fail(ErrorCode::Unsupported, "Only pictures of the screen can be put together.");
        pictures.push_back(frame.bytes);
    }
    EXHIBIT_ASSIGN(media::Stitched whole, media::stitchFrames(pictures));
    CapturedItem item;
    item.role = Role::Screenshot;
    item.mediaType = "image/png";
    item.origin = Origin::Program;
    item.picture = frames.front().picture;
    if (item.picture) {
        item.picture->width = whole.width;
        item.picture->height = whole.height;
    }
    item.bytes = std::make_shared<MemorySource>(std::move(whole.png));
    item.parent = 0;
    item.operation = media::kStitchOperation;
    frames.push_back(std::move(item));
    return frames;
}

Result<int> Desk::add(const std::filesystem::path& path, Capture capture, const Progress& progress) const {
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    EXHIBIT_ASSIGN(const CaseDetails details, file.details());
    capture.surface = details.surface;
    return file.addExhibit(capture, progress);
}

Result<> Desk::withdraw(const std::filesystem::path& path, int number) const {
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    NoteDrafts(path).discard(number);
    return file.withdraw(number);
}

std::filesystem::path Desk::dossierPath(const std::filesystem::path& path) {
    return freeName(path.parent_path(), path.stem().string(), ".pdf");
}

Result<dossier::ExportResult> Desk::exportDossier(const std::filesystem::path& path,
                                                  const std::filesystem::path& output, dossier::ExportOptions options,
                                                  const Progress& progress) const {
    auto file = open(path, Access::Write);
    options.readOnlyCase = !file && file.error().code == ErrorCode::PermissionDenied;
    if (options.readOnlyCase)
        file = open(path, Access::Read);
    if (!file)
        return fail(std::move(file.error()));
    const pdf::InstalledFonts fonts;
    return dossier::exportDossier(*file, output, options, {m_clock, fonts}, progress);
}

Result<std::shared_ptr<const preview::PageRenderer>> Desk::previewDossier(const std::filesystem::path& path,
                                                                          const dossier::ExportOptions& options,
                                                                          const Progress& progress) const {
    EXHIBIT_ASSIGN(const CaseFile file, open(path, Access::Read));
    EXHIBIT_ASSIGN(UnnamedFile made, UnnamedFile::open());
    const pdf::InstalledFonts fonts;
    EXHIBIT_TRY(dossier::writeDossier(file, options, {m_clock, fonts}, made, progress));
    EXHIBIT_ASSIGN(preview::PageRenderer pages, preview::PageRenderer::open(std::move(made)));
    return std::make_shared<const preview::PageRenderer>(std::move(pages));
}

Result<> Desk::writeNote(const std::filesystem::path& path, int exhibit, const std::string& text,
                         std::optional<int> instead) const {
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    EXHIBIT_TRY(dossier::addNote(file, exhibit, text, instead));
    NoteDrafts(path).discard(exhibit);
    return {};
}

Result<> Desk::removeNote(const std::filesystem::path& path, int exhibit, int number) const {
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    return dossier::removeNote(file, exhibit, number);
}

Result<> Desk::noteSent(const std::filesystem::path& path, const Digest& dossier) const {
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    return file.noteSent(dossier);
}

Result<> Desk::withdrawSent(const std::filesystem::path& path, const Digest& dossier) const {
    EXHIBIT_ASSIGN(CaseFile file, open(path, Access::Write));
    return file.withdrawSent(dossier);
}

Result<> checkDetails(const CaseDetails& details) {
    if (isBlank(details.subject.name))
        return fail(fieldError("name", "Whose data is it about? The letter needs a name."));
    if (!details.subject.email.empty() && !isEmail(details.subject.email))
        return fail(fieldError("email", "This isn't an e-mail address."));
    const Person& other = details.representative;
    if (isBlank(other.name) && !(other.email.empty() && other.address.empty()))
        return fail(fieldError("representative", "Who acts for this person? The letter needs a name."));
    if (!other.email.empty() && !isEmail(other.email))
        return fail(fieldError("representative-email", "This isn't an e-mail address."));
    if (details.country.empty())
        return fail(fieldError("country", "Where does the person live? The country decides which form applies."));
    if (details.wishes.empty())
        return fail(fieldError("wishes", "What do you want? Choose at least one."));
    return {};
}

QImage decodedPicture(const ByteSource& source, const std::string& mediaType) {
    const bool isPng = mediaType == "image/png";
    if (!isPng && mediaType != "image/jpeg")
        return {};
    const auto bytes = source.readAll(kLargestPictureFile);
    if (!bytes)
        return {};
    QImageReader::setAllocationLimit(kLargestPictureMegabytes);
    QByteArray data =
        QByteArray::fromRawData(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer, isPng ? "png" : "jpeg");
    reader.setAutoTransform(true);
    return reader.read();
}

} // namespace exhibit::desktop
