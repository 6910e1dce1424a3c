#include "pdf/reader/Reader.h"

#include "pdf/IntegrityDigest.h"
#include "pdf/reader/EmbeddedFiles.h"
#include "pdf/reader/Pictures.h"
#include "pdf/reader/Profile.h"
#include "pdf/reader/Text.h"
#include "pdf/reader/TextStrings.h"

namespace exhibit::pdf {
namespace {

using namespace reader;

constexpr std::string_view kManifestName = "manifest.json";
// Either one, so that damage to a single byte doesn't make a dossier a stranger.
constexpr std::string_view kIntegrityKey = "/Exhibit17 <<";
constexpr std::string_view kDigestKey = " /SHA256 (";

tl::unexpected<Error> notFound(std::string_view what, std::string_view name) {
    return fail(ErrorCode::NotFound, "There is no such " + std::string(what) + " in the file.", std::string(name));
}

/// Whether our mark stands near the end, wherever the file may be broken.
Result<bool> hasMarkNearEnd(const ByteSource& file) {
    constexpr std::uint64_t kNear = std::uint64_t{1} << 20;
    const std::uint64_t length = std::min(file.size(), kNear);
    EXHIBIT_ASSIGN(const Bytes end, file.readExactly(file.size() - length, static_cast<std::size_t>(length)));
    const std::string_view text = exhibit::textOf(end);
    return text.rfind(kIntegrityKey) != std::string_view::npos || text.rfind(kDigestKey) != std::string_view::npos;
}

/// A file of usual size is read once, so that what is parsed and what is hashed are the same bytes even if somebody
/// writes to it meanwhile.
Result<SharedSource> held(SharedSource file) {
    constexpr std::uint64_t kMostHeld = std::uint64_t{32} << 20;
    if (file->size() > kMostHeld)
        return file;
    EXHIBIT_ASSIGN(Bytes bytes, file->readAll(kMostHeld));
    return std::make_shared<const MemorySource>(std::move(bytes));
}

std::uint32_t sizeEntry(const File& file, const Object& image, const char* key) {
    const std::int64_t* value = file.resolve(image.value.dictionary()->find(key)).integer();
    return value == nullptr || *value < 0 || *value > 0xFFFFFFFF ? 0 : static_cast<std::uint32_t>(*value);
}

} // namespace

struct Reader::State {
    State(File opened, FindingList collected) : file(std::move(opened)), findings(std::move(collected)) {}

    void readDocument();
    void readFigures();
    void reportHidden();
    [[nodiscard]] DocumentInfo readInfo() const;

    File file;
    FindingList findings;
    bool isOurs = false;
    std::vector<AttachedFile> attached;
    PageList pages;
    Structure structure;
    PageReading reading;
    std::vector<EmbeddedFile> attachments;
    std::vector<FigureInfo> figures;
    std::vector<std::string> textIds;
};

Reader::Reader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(SharedSource file, const ReaderLimits& limits) {
    FindingList findings(limits.findings);
    EXHIBIT_ASSIGN(file, held(std::move(file)));
    EXHIBIT_ASSIGN(File opened, File::open(file, limits, findings));
    auto state = std::make_unique<State>(std::move(opened), std::move(findings));
    if (state->file.catalog() != nullptr)
        state->attached = readAttachments(state->file, state->findings);
    for (const AttachedFile& attachment : state->attached) {
        state->isOurs = state->isOurs || attachment.facts.name == kManifestName;
        state->attachments.push_back(attachment.facts);
    }
    EXHIBIT_ASSIGN(const bool marked, hasMarkNearEnd(*file));
    state->isOurs = state->isOurs || marked;
    // What isn't ours isn't worth the time.
    if (state->isOurs && state->file.catalog() != nullptr)
        state->readDocument();
    return Reader(std::move(state));
}

void Reader::State::readDocument() {
    checkProfile(file, findings);
    pages = readPages(file, findings);
    structure = readStructure(file, pages, findings);
    reading = readPageContents(file, pages, structure, findings);
    readFigures();
    for (const TextBlock& text : structure.texts)
        textIds.push_back(text.id);
    reportHidden();
}

void Reader::State::readFigures() {
    for (std::size_t i = 0; i < structure.figures.size(); ++i) {
        const std::vector<FigureDrawing>& drawings = reading.figures[i];
        FigureInfo info;
        info.id = structure.figures[i].id;
        info.alternative = structure.figures[i].alternative;
        info.parts = drawings.size();
        if (!drawings.empty()) {
            info.width = sizeEntry(file, *drawings.front().object, "Width");
            info.height = sizeEntry(file, *drawings.front().object, "Height");
            info.firstPage = drawings.front().page + 1;
        }
        figures.push_back(std::move(info));
    }
}

/// What the structure names must be there to be seen, whether the manifest asks for it or not.
void Reader::State::reportHidden() {
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (!isShownWhole(reading.figures[i]))
            findings.contradiction("hidden-picture", "A picture isn't shown whole, or something covers it.",
                                   figures[i].id);
    for (std::uint32_t i = 0; i < structure.texts.size(); ++i) {
        const auto fault = reading.textFaults.find(i);
        if (fault == reading.textFaults.end())
            continue;
        const std::string object = structure.texts[i].id + ", " + pageName(fault->second.page);
        if (fault->second.code == ErrorCode::Malformed)
            findings.contradiction("hidden-text", fault->second.message, object);
        else
            findings.indeterminate("unverifiable-text", fault->second.message, object);
    }
}

std::vector<Finding> Reader::checkStructure() const {
    if (!m_state->isOurs)
        return {{"not-a-dossier",
                 Severity::NotADossier,
                 "This isn't a dossier of this program: it has neither its mark nor its manifest.",
                 "",
                 {}}};
    FindingList findings = m_state->findings;
    const ByteSource& file = *m_state->file.source();
    const Result<> integrity = verifyIntegrity(file, m_state->file.firstEnd().value_or(file.size()));
    if (!integrity) {
        const Error& error = integrity.error();
        if (error.code == ErrorCode::NotFound)
            findings.contradiction("integrity-missing", error.message);
        else if (error.code == ErrorCode::Corrupt)
            findings.contradiction("integrity-mismatch", error.message, {}, error.offset);
        else
            findings.indeterminate("unreadable", error.message);
    }
    if (m_state->file.catalog() == nullptr && findings.empty())
        findings.indeterminate("incomplete", "The file has no beginning: its catalog is missing.");
    return findings.all();
}

std::size_t Reader::pageCount() const {
    return m_state->pages.pages.size();
}

DocumentInfo Reader::info() const {
    return m_state->readInfo();
}

DocumentInfo Reader::State::readInfo() const {
    DocumentInfo result;
    const Dictionary* trailer = file.trailer().dictionary();
    const Dictionary* information = trailer == nullptr ? nullptr : file.resolve(trailer->find("Info")).dictionary();
    const auto text = [&](const char* key) { return textUtf8(file.resolve(information->find(key))); };
    if (information != nullptr) {
        result.title = text("Title");
        result.subject = text("Subject");
        result.author = text("Author");
        result.keywords = text("Keywords");
        result.producer = text("Producer");
        result.creator = text("Creator");
        result.created = dateOf(file.resolve(information->find("CreationDate")));
    }
    if (file.catalog() != nullptr)
        result.language = textUtf8(file.resolve(file.catalog()->find("Lang")));
    return result;
}

const std::vector<EmbeddedFile>& Reader::attachments() const {
    return m_state->attachments;
}

Result<SharedSource> Reader::attachment(std::string_view name) const {
    for (const AttachedFile& attachment : m_state->attached)
        if (attachment.facts.name == name)
            return openAttachment(m_state->file, attachment);
    return notFound("attached file", name);
}

const std::vector<FigureInfo>& Reader::figures() const {
    return m_state->figures;
}

Result<bool> Reader::pictureEquals(std::string_view id, const ByteSource& file) const {
    for (std::size_t i = 0; i < m_state->figures.size(); ++i) {
        const std::vector<FigureDrawing>& drawings = m_state->reading.figures[i];
        if (m_state->figures[i].id != id)
            continue;
        if (!isShownWhole(drawings))
            return false;
        return sameAsFile(m_state->file, *drawings.front().object, file);
    }
    return notFound("picture", id);
}

Result<SharedSource> Reader::pictureData(std::string_view id) const {
    for (std::size_t i = 0; i < m_state->figures.size(); ++i) {
        if (m_state->figures[i].id != id)
            continue;
        const std::vector<FigureDrawing>& drawings = m_state->reading.figures[i];
        if (!isShownWhole(drawings) || !drawings.front().object->stream)
            return fail(ErrorCode::Malformed, "The page doesn't show this picture whole.", std::string(id));
        const auto& stream = *drawings.front().object->stream;
        return std::make_shared<const SliceSource>(m_state->file.source(), stream.offset, stream.length);
    }
    return notFound("picture", id);
}

std::vector<Finding> Reader::unaccountedImages() const {
    return m_state->reading.unaccounted;
}

const std::vector<std::string>& Reader::textIds() const {
    return m_state->textIds;
}

Result<std::string> Reader::text(std::string_view id) const {
    const std::vector<TextBlock>& texts = m_state->structure.texts;
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        if (texts[i].id == id)
            return reader::textOf(texts[i], i, m_state->reading);
    return notFound("text", id);
}

Result<bool> Reader::textEquals(std::string_view id, std::string_view expected) const {
    EXHIBIT_ASSIGN(const std::string shown, text(id));
    return shown == expected;
}

} // namespace exhibit::pdf
