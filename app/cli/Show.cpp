#include "cli/CaseAccess.h"
#include "cli/DetailsOptions.h"
#include "cli/MarkupText.h"
#include "cli/Names.h"
#include "core/CaptureRecord.h"
#include "core/JsonReader.h"
#include "core/Text.h"
#include "store/AtomicFile.h"

#include <cerrno>
#include <sys/stat.h>

namespace exhibit::cli {

namespace {

/// Longer texts are shown by --save-to; a terminal isn't the place for them.
constexpr std::uint64_t kLargestShown = std::uint64_t{1} << 20;

bool isText(const Artifact& artifact) {
    switch (artifact.role) {
    case Role::Screenshot:
    case Role::Attachment:
    case Role::Correspondence:
        return false;
    default:
        return artifact.size <= kLargestShown;
    }
}

std::string indented(std::string_view text) {
    std::string result = "    ";
    for (const char letter : text) {
        result += letter;
        if (letter == '\n')
            result += "    ";
    }
    return result;
}

std::string facts(const Artifact& artifact) {
    std::string text =
        std::to_string(artifact.size) + " bytes, " + escapeForDisplay(artifact.mediaType, EscapeStyle::Line);
    if (artifact.picture)
        text += ", " + std::to_string(artifact.picture->width) + " x " + std::to_string(artifact.picture->height) +
                " pixels";
    text += ", origin " + std::string(name(artifact.origin)) + (artifact.confirmed ? ", confirmed" : "");
    if (!artifact.fileName.empty())
        text += ", file name \"" + escapeForDisplay(artifact.fileName, EscapeStyle::Line) + "\"";
    if (artifact.parent)
        text += ", made from another by " + escapeForDisplay(artifact.operation, EscapeStyle::Line);
    if (artifact.discloses)
        text += ", tells more than its picture";
    return text;
}

/// Marks and redactions: read by `read`, handed on with their numbers.
template <class Read, class Take>
Result<> forEachMarkup(const CaseFile& file, const Exhibit& exhibit, MarkupKind kind, Read&& read, Take&& take) {
    EXHIBIT_ASSIGN(const auto markups, file.markups(exhibit.number, kind));
    for (const StoredMarkup& stored : markups) {
        EXHIBIT_ASSIGN(const auto markup, read(std::string_view(stored.content)));
        take(stored.number, markup);
    }
    return {};
}

class ShowVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.argument("NUMBER", m_number, "The exhibit's number. Without it: the case's details.",
                         Presence::Optional);
        options.folder("--save-to", m_folder, "Save the exhibit's files there, as they came in. Nothing is replaced.");
        declareJson(options);
        options.example("show my.exhibit17 1");
        options.example("show my.exhibit17 1 --save-to exhibit-1");
    }

    Result<int> run(Context& context) override;

private:
    Result<int> showDetails(Context& context, const CaseFile& file) const;
    Result<> printText(Console& console, const CaseFile& file, const Exhibit& exhibit) const;
    Result<> printAsJson(Console& console, const CaseFile& file, const Exhibit& exhibit) const;
    Result<> save(Context& context, const CaseFile& file, const Exhibit& exhibit) const;

    std::string m_path;
    std::string m_number;
    std::optional<std::string> m_folder;
};

Result<int> ShowVerb::run(Context& context) {
    EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_path, Access::Read));
    if (m_number.empty() && m_folder)
        return fail(ErrorCode::InvalidArgument, "Say which exhibit: exhibit17 show CASE NUMBER --save-to FOLDER.");
    if (m_number.empty())
        return showDetails(context, file);
    EXHIBIT_ASSIGN(const int number, exhibitNumber(m_number));
    EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(number));
    if (m_folder) {
        EXHIBIT_TRY(save(context, file, exhibit));
        return kOk;
    }
    if (wantsJson()) {
        EXHIBIT_TRY(printAsJson(context.console, file, exhibit));
        return kOk;
    }
    EXHIBIT_TRY(printText(context.console, file, exhibit));
    return kOk;
}

Result<int> ShowVerb::showDetails(Context& context, const CaseFile& file) const {
    EXHIBIT_ASSIGN(const CaseDetails details, file.details());
    EXHIBIT_ASSIGN(const auto exhibits, file.exhibits());
    if (wantsJson()) {
        printJson(context.console, Json{{"case", jsonText(m_path)},
                                        {"id", file.id()},
                                        {"createdAt", file.createdAt().iso()},
                                        {"details", toJson(details)},
                                        {"exhibits", exhibits.size()}});
        return kOk;
    }
    context.console.printLine("case: " + file.id() + ", made " + file.createdAt().iso());
    for (const auto& [label, value] : detailLines(details))
        if (!value.empty())
            context.console.printLine(label + ": " + value);
    context.console.printLine("exhibits: " + std::to_string(exhibits.size()));
    return kOk;
}

Result<> ShowVerb::printText(Console& console, const CaseFile& file, const Exhibit& exhibit) const {
    console.printLine(console.styled("Exhibit " + std::to_string(exhibit.number), Style::Bold) + ", added " +
                      exhibit.addedAt.iso());
    if (exhibit.withdrawn) {
        console.printLine("It was withdrawn: its content and salts are destroyed, its commitments stay in the log.");
        return {};
    }
    EXHIBIT_ASSIGN(const CaptureRecord record, CaptureRecord::fromJson(exhibit.record));
    console.printLine("taken " + record.time.utc.iso() + " by " + escapeForDisplay(record.method, EscapeStyle::Line) +
                      " on " + std::string(name(record.surface)) + ", conversation " +
                      std::string(name(record.conversation)));
    console.printLine("the computer's clock was " + std::string(record.time.synchronised ? "" : "not ") +
                      "synchronised; " + escapeForDisplay(record.tool, EscapeStyle::Line) + ", " +
                      escapeForDisplay(record.operatingSystem, EscapeStyle::Line));
    for (const Artifact& artifact : exhibit.artifacts) {
        console.printLine("\n" + console.styled(artifactLabel(artifact), Style::Bold) + ": " + facts(artifact));
        console.printLine("  sha256     " + artifact.digest.hex());
        console.printLine("  commitment " + artifact.commitment().hex());
        if (!isText(artifact))
            continue;
        EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
        EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLargestShown));
        console.printLine(indented(escapeForDisplay(textOf(bytes), EscapeStyle::Block)));
    }
    bool first = true;
    const auto print = [&](int number, const auto& markup) {
        console.printLine((first ? "\n" : "") + lineOf(number, markup));
        first = false;
    };
    EXHIBIT_TRY(forEachMarkup(file, exhibit, MarkupKind::Mark, markFromJson, print));
    return forEachMarkup(file, exhibit, MarkupKind::Redaction, redactionFromJson, print);
}

Result<> ShowVerb::printAsJson(Console& console, const CaseFile& file, const Exhibit& exhibit) const {
    Json artifacts = Json::array();
    for (const Artifact& artifact : exhibit.artifacts) {
        Json json{{"role", name(artifact.role)},
                  {"ordinal", artifact.ordinal},
                  {"mediaType", jsonText(artifact.mediaType)},
                  {"size", artifact.size},
                  {"sha256", artifact.digest.hex()},
                  {"commitment", artifact.commitment().hex()},
                  {"origin", name(artifact.origin)},
                  {"confirmed", artifact.confirmed},
                  {"fileName", jsonText(artifact.fileName)},
                  {"operation", jsonText(artifact.operation)},
                  {"derived", artifact.parent.has_value()},
                  {"discloses", artifact.discloses},
                  {"savedAs", savedName(artifact)}};
        if (artifact.picture)
            json["picture"] = toJson(*artifact.picture);
        if (isText(artifact)) {
            EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
            EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLargestShown));
            json["text"] = jsonText(textOf(bytes));
            json["escaped"] = firstInvalidUtf8(textOf(bytes)).has_value();
        }
        artifacts.push_back(std::move(json));
    }
    Json marks = Json::array();
    Json redactions = Json::array();
    const auto into = [&](Json& list) {
        return [&](int number, const auto& markup) { list.push_back(jsonOf(exhibit.number, number, markup)); };
    };
    EXHIBIT_TRY(forEachMarkup(file, exhibit, MarkupKind::Mark, markFromJson, into(marks)));
    EXHIBIT_TRY(forEachMarkup(file, exhibit, MarkupKind::Redaction, redactionFromJson, into(redactions)));
    Json record = nullptr;
    if (!exhibit.withdrawn) {
        EXHIBIT_ASSIGN(record, parseJson(exhibit.record));
    }
    printJson(console, Json{{"number", exhibit.number},
                            {"addedAt", exhibit.addedAt.iso()},
                            {"withdrawn", exhibit.withdrawn},
                            {"record", std::move(record)},
                            {"artifacts", std::move(artifacts)},
                            {"marks", std::move(marks)},
                            {"redactions", std::move(redactions)}});
    return {};
}

Result<> copyTo(const ByteSource& source, const std::filesystem::path& path, const Progress& progress) {
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(path, Existing::Refuse));
    std::uint64_t done = 0;
    EXHIBIT_TRY(source.forEachPiece(0, source.size(), [&](ByteView piece) -> Result<> {
        EXHIBIT_TRY(file.write(piece));
        done += piece.size();
        if (!progress(done, source.size()))
            return fail(ErrorCode::Cancelled, "Stopped.", path.string());
        return {};
    }));
    return file.commit();
}

Result<> ShowVerb::save(Context& context, const CaseFile& file, const Exhibit& exhibit) const {
    if (exhibit.withdrawn)
        return fail(ErrorCode::NotFound, "This exhibit was withdrawn; nothing of it is left to save.");
    const std::filesystem::path folder(*m_folder);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return fail(systemError(errno, "The folder can't be made", folder.string()));
    Json saved = Json::array();
    for (const Artifact& artifact : exhibit.artifacts) {
        const std::string fileName = savedName(artifact);
        EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
        EXHIBIT_TRY(copyTo(*source, folder / fileName, context.console.progress("Saving " + fileName)));
        saved.push_back(fileName);
        if (!wantsJson())
            context.console.printLine(artifact.digest.hex() + "  " + fileName);
    }
    if (wantsJson())
        printJson(context.console, Json{{"folder", jsonText(*m_folder)}, {"files", std::move(saved)}});
    return {};
}

} // namespace

std::unique_ptr<Verb> makeShow() {
    return std::make_unique<ShowVerb>();
}

} // namespace exhibit::cli
