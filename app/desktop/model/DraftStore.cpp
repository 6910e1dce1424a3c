#include "desktop/model/DraftStore.h"

#include "core/JsonReader.h"
#include "desktop/model/FileNames.h"
#include "store/AtomicFile.h"
#include "store/Beside.h"
#include "store/Shred.h"

#include <algorithm>
#include <charconv>

namespace exhibit::desktop {

namespace {

constexpr const char* kFormat = "exhibit17-draft-1";
constexpr const char* kTexts = "draft.json";
constexpr const char* kSaving = "saving";
constexpr std::uint64_t kLongestNumber = 10;

/// Their bytes may be anything, and JSON carries UTF-8 alone.
std::string hexOfText(const std::string& text) {
    return hexOf(bytesOf(text));
}

Result<std::string> textFromHex(std::string_view hex) {
    EXHIBIT_ASSIGN(const Bytes bytes, bytesFromHex(hex));
    return std::string(textOf(bytes));
}

Json toJson(const DraftText& text) {
    return Json{{"bytes", hexOfText(text.text)},
                {"origin", name(text.origin)},
                {"source", hexOfText(text.source)},
                {"isPage", text.isPage}};
}

Result<DraftText> readText(const JsonReader& in, const char* name) {
    EXHIBIT_ASSIGN(const JsonReader object, in.object(name));
    DraftText text;
    EXHIBIT_ASSIGN(text.text, object.converted("bytes", textFromHex));
    EXHIBIT_ASSIGN(text.origin, object.converted("origin", originFromName));
    EXHIBIT_ASSIGN(text.source, object.converted("source", textFromHex));
    EXHIBIT_ASSIGN(text.isPage, object.boolean("isPage"));
    return text;
}

/// The fields that are plain texts, by their names in the file.
constexpr std::pair<const char*, std::string ExhibitDraft::*> kFields[] = {
    {"method", &ExhibitDraft::method}, {"address", &ExhibitDraft::address}, {"appTime", &ExhibitDraft::appTime},
    {"model", &ExhibitDraft::model},   {"account", &ExhibitDraft::account}, {"windowTitle", &ExhibitDraft::windowTitle},
    {"note", &ExhibitDraft::note},
};

Json toJson(const ExhibitDraft& draft) {
    Json json{{"format", kFormat},
              {"conversation", name(draft.conversation)},
              {"checked", draft.checked},
              {"prompt", toJson(draft.prompt)},
              {"response", toJson(draft.response)},
              {"pictures", Json::array()}};
    if (draft.time)
        json["time"] = exhibit::toJson(*draft.time);
    for (const auto& [name, field] : kFields)
        json[name] = hexOfText(draft.*field);
    return json;
}

Result<ExhibitDraft> readDraft(const JsonReader& in) {
    EXHIBIT_TRY(in.literal("format", kFormat));
    ExhibitDraft draft;
    EXHIBIT_ASSIGN(draft.conversation, in.converted("conversation", conversationFromName));
    EXHIBIT_ASSIGN(draft.checked, in.boolean("checked"));
    EXHIBIT_ASSIGN(draft.prompt, readText(in, "prompt"));
    EXHIBIT_ASSIGN(draft.response, readText(in, "response"));
    if (in.has("time")) {
        EXHIBIT_ASSIGN(const JsonReader time, in.object("time"));
        EXHIBIT_ASSIGN(draft.time, readTimeReading(time));
    }
    for (const auto& [name, field] : kFields) {
        EXHIBIT_ASSIGN(draft.*field, in.converted(name, textFromHex));
    }
    return draft;
}

Json toJson(const CapturedItem& frame, const std::string& file) {
    Json json{{"file", file}, {"origin", name(frame.origin)}, {"fileName", hexOfText(frame.fileName)}};
    if (frame.picture)
        json["picture"] = exhibit::toJson(*frame.picture);
    return json;
}

bool isFileName(const std::string& name) {
    return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

Result<CapturedItem> readFrame(const JsonReader& in, const std::filesystem::path& folder) {
    CapturedItem frame;
    frame.role = Role::Screenshot;
    EXHIBIT_ASSIGN(frame.origin, in.converted("origin", originFromName));
    EXHIBIT_ASSIGN(frame.fileName, in.converted("fileName", textFromHex));
    if (in.has("picture")) {
        EXHIBIT_ASSIGN(const JsonReader picture, in.object("picture"));
        EXHIBIT_ASSIGN(frame.picture, readPictureFacts(picture));
    }
    EXHIBIT_ASSIGN(const std::string file, in.string("file"));
    if (!isFileName(file))
        return fail(ErrorCode::Malformed, "This isn't the name of a kept picture.", in.place("file"));
    EXHIBIT_ASSIGN(const auto kept, FileSource::open(folder / file));
    EXHIBIT_ASSIGN(Bytes bytes, kept->readAll(kept->size()));
    frame.bytes = std::make_shared<MemorySource>(std::move(bytes));
    return frame;
}

bool holdsNothing(const ExhibitDraft& draft) {
    return draft.isEmpty() && std::ranges::all_of(kFields, [&](const auto& field) {
               return field.second == &ExhibitDraft::method || (draft.*field.second).empty();
           });
}

Result<> write(const std::filesystem::path& path, const ByteSource& bytes) {
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(path, Existing::Shred));
    EXHIBIT_TRY(bytes.forEachPiece(0, bytes.size(), [&](ByteView piece) { return file.write(piece); }));
    return file.commit();
}

} // namespace

DraftStore::DraftStore(const std::filesystem::path& casePath) : m_folder(besideCase(casePath, "draft")) {}

bool DraftStore::exists() const {
    std::error_code ignored;
    return std::filesystem::exists(m_folder / kTexts, ignored);
}

Result<std::string> DraftStore::keepBytes(const SharedSource& bytes) {
    const auto found = std::ranges::find(m_kept, bytes, [](const auto& kept) { return kept.first; });
    if (found != m_kept.end())
        return found->second;
    std::string name;
    do
        name = std::to_string(++m_lastNumber); // never that of a picture which couldn't be read
    while (std::filesystem::exists(m_folder / name));
    EXHIBIT_TRY(write(m_folder / name, *bytes));
    m_kept.emplace_back(bytes, name);
    return name;
}

Result<> DraftStore::keep(const ExhibitDraft& draft) {
    if (holdsNothing(draft)) {
        discard();
        return {};
    }
    EXHIBIT_TRY(makePrivateFolder(m_folder));
    Json json = toJson(draft);
    std::vector<std::string> used;
    for (const auto& picture : draft.pictures) {
        Json frames = Json::array();
        for (const CapturedItem& item : picture) {
            if (item.parent)
                continue;
            EXHIBIT_ASSIGN(const std::string file, keepBytes(item.bytes));
            frames.push_back(toJson(item, file));
            used.push_back(file);
        }
        json["pictures"].push_back(Json{{"frames", std::move(frames)}});
    }
    EXHIBIT_ASSIGN(const std::string text, canonicalJson(json));
    EXHIBIT_TRY(write(m_folder / kTexts, MemorySource(std::string_view(text))));
    removeUnused(used);
    return {};
}

void DraftStore::removeUnused(const std::vector<std::string>& used) {
    std::erase_if(m_kept, [&](const auto& kept) {
        if (std::ranges::find(used, kept.second) != used.end())
            return false;
        static_cast<void>(shred(m_folder / kept.second)); // discard() tries again
        return true;
    });
}

Result<KeptDraft> DraftStore::load() {
    EXHIBIT_ASSIGN(const auto file, FileSource::open(m_folder / kTexts));
    EXHIBIT_ASSIGN(const Bytes bytes, file->readAll(JsonLimits().size));
    EXHIBIT_ASSIGN(const Json json, parseJson(textOf(bytes)));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    KeptDraft kept;
    EXHIBIT_ASSIGN(kept.draft, readDraft(in));
    EXHIBIT_ASSIGN(const std::vector<JsonReader> pictures, in.array("pictures"));
    for (const JsonReader& picture : pictures) {
        EXHIBIT_ASSIGN(const std::vector<JsonReader> frames, picture.array("frames"));
        std::vector<CapturedItem> readable;
        for (const JsonReader& each : frames) {
            EXHIBIT_ASSIGN(const std::string name, each.string("file"));
            auto frame = readFrame(each, m_folder);
            if (!frame && frame.error().code == ErrorCode::Malformed)
                return fail(std::move(frame.error()));
            if (!frame) {
                ++kept.unreadable;
                continue;
            }
            m_kept.emplace_back(frame->bytes, name);
            readable.push_back(*std::move(frame));
        }
        if (!readable.empty())
            kept.pictures.push_back(std::move(readable));
    }
    return kept;
}

Result<std::filesystem::path> DraftStore::setAside() {
    const std::filesystem::path aside = m_folder.string() + "-unreadable";
    std::error_code error;
    std::filesystem::rename(m_folder, aside, error);
    if (error)
        return fail(systemError(error.value(), "The folder can't be renamed", m_folder.string()));
    return aside;
}

void DraftStore::discard() {
    m_kept.clear();
    // First what makes it a draft: the rest is swept up whenever this is cut short.
    static_cast<void>(shred(m_folder / kTexts));
    shredFolder(m_folder);
}

Result<> DraftStore::noteSaving(int lastExhibit) {
    EXHIBIT_TRY(makePrivateFolder(m_folder));
    const std::string number = std::to_string(lastExhibit);
    return write(m_folder / kSaving, MemorySource(std::string_view(number)));
}

std::optional<int> DraftStore::savingAfter() const {
    const auto file = FileSource::open(m_folder / kSaving);
    const auto bytes = file ? (*file)->readAll(kLongestNumber) : fail(file.error());
    int number = 0;
    if (!bytes)
        return std::nullopt;
    const std::string_view text = textOf(*bytes);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace exhibit::desktop
