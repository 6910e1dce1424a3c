#include "request/FormDirectory.h"

#include "request/EmbeddedFile.h"
#include "request/FormJson.h"

#include <algorithm>
#include <array>
#include <set>

namespace exhibit::request {
namespace {

constexpr std::string_view kDirectorySchema = "exhibit17-forms/1";
constexpr std::array<std::string_view, 4> kFiles = {"forms/meta.json", "forms/pages.json", "forms/addressees.json",
                                                    "forms/sentences.json"};
constexpr std::array<std::string_view, 4> kOtherPurposes = {"dpo", "contact", "information", "self-service"};

bool isPurpose(std::string_view text) {
    return wishFromName(text).has_value() ||
           std::find(kOtherPurposes.begin(), kOtherPurposes.end(), text) != kOtherPurposes.end();
}

bool isSurface(std::string_view text) {
    // Threads has a form in Meta's own text, but no exchange is recorded there.
    return text == "threads" || surfaceFromName(text).has_value();
}

template <class Predicate>
Result<> checkAll(const std::vector<std::string>& words, std::string_view what, const std::string& id,
                  Predicate&& predicate) {
    for (const std::string& word : words)
        if (!predicate(std::string_view(word)))
            return fail(ErrorCode::Malformed, "Unknown " + std::string(what) + ": " + word + ".", id);
    return {};
}

} // namespace

std::string_view name(Coverage coverage) {
    return coverage == Coverage::Known ? "known" : "unknown";
}

Result<FormDirectory> FormDirectory::builtIn() {
    std::vector<std::string_view> files;
    for (const std::string_view path : kFiles) {
        EXHIBIT_ASSIGN(const std::string_view text, embeddedFile(path));
        files.push_back(text);
    }
    return parse(files);
}

Result<FormDirectory> FormDirectory::parse(std::string_view json) {
    return parse(std::span<const std::string_view>(&json, 1));
}

Result<FormDirectory> FormDirectory::parse(std::span<const std::string_view> files) {
    EXHIBIT_ASSIGN(Countries countries, Countries::builtIn());
    FormDirectory directory(std::move(countries));
    for (const std::string_view file : files)
        EXHIBIT_TRY(directory.addFile(file));
    EXHIBIT_TRY(directory.checkReferences());
    return directory;
}

Result<> FormDirectory::addFile(std::string_view json) {
    EXHIBIT_ASSIGN(const Json file, parseJson(json));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(file));
    EXHIBIT_TRY(in.only({"schema", "version", "compiled", "about", "entries", "addressees", "sentences"}));
    EXHIBIT_TRY(in.literal("schema", kDirectorySchema));
    EXHIBIT_ASSIGN(std::string version, in.string("version"));
    EXHIBIT_ASSIGN(m_compiled, in.string("compiled"));
    if (!m_version.empty() && version != m_version)
        return fail(ErrorCode::Malformed, "The files of the directory are of different versions.", in.place("version"));
    m_version = std::move(version);
    if (in.has("entries")) {
        EXHIBIT_ASSIGN(const auto entries, in.array("entries"));
        for (const JsonReader& item : entries) {
            EXHIBIT_ASSIGN(FormEntry entry, readFormEntry(item));
            entry.directory = m_version;
            entry.compiled = m_compiled;
            m_entries.push_back(std::move(entry));
        }
    }
    if (in.has("addressees")) {
        EXHIBIT_ASSIGN(const auto addressees, in.array("addressees"));
        for (const JsonReader& item : addressees) {
            EXHIBIT_ASSIGN(Addressee addressee, readAddressee(item));
            m_addressees.push_back(std::move(addressee));
        }
    }
    if (!in.has("sentences"))
        return {};
    EXHIBIT_ASSIGN(const JsonReader sentences, in.object("sentences"));
    for (const auto& [key, value] : sentences.value().items()) {
        EXHIBIT_ASSIGN(const JsonReader text, JsonReader::open(value, "/sentences/" + key));
        EXHIBIT_ASSIGN(LocalText local, readLocalText(text));
        m_sentences.insert_or_assign(key, std::move(local));
    }
    return {};
}

Result<> FormDirectory::checkUsages(const FormEntry& entry) const {
    const auto isSentence = [&](std::string_view word) { return m_sentences.find(word) != m_sentences.end(); };
    const auto isResidence = [&](std::string_view word) {
        return word == "any" || word == "eea" || word == "other" || m_countries.find(word) != nullptr;
    };
    EXHIBIT_TRY(checkAll(entry.declines, "purpose", entry.id, isPurpose));
    EXHIBIT_TRY(checkAll(entry.warnings, "sentence", entry.id, isSentence));
    for (const FormUsage& usage : entry.uses) {
        EXHIBIT_TRY(checkAll(usage.purposes, "purpose", entry.id, isPurpose));
        EXHIBIT_TRY(checkAll(usage.surfaces, "surface", entry.id, isSurface));
        EXHIBIT_TRY(checkAll(usage.residence, "residence", entry.id, isResidence));
        EXHIBIT_TRY(checkAll(usage.warnings, "sentence", entry.id, isSentence));
    }
    return {};
}

Result<> FormDirectory::checkReferences() const {
    std::set<std::string_view> ids;
    for (const FormEntry& entry : m_entries) {
        if (!ids.insert(entry.id).second)
            return fail(ErrorCode::Malformed, "Two entries have the same id.", entry.id);
        EXHIBIT_TRY(checkUsages(entry));
        if (!entry.supersededBy.empty() && find(entry.supersededBy) == nullptr)
            return fail(ErrorCode::Malformed, "The entry names a successor that isn't there.", entry.id);
    }
    for (const Addressee& addressee : m_addressees) {
        if (!ids.insert(addressee.id).second)
            return fail(ErrorCode::Malformed, "Two entries have the same id.", addressee.id);
        if (!addressee.online.empty() && find(addressee.online) == nullptr)
            return fail(ErrorCode::Malformed, "The addressee names a form that isn't there.", addressee.id);
    }
    return {};
}

const FormEntry* FormDirectory::find(std::string_view id) const {
    const auto at =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const FormEntry& entry) { return entry.id == id; });
    return at == m_entries.end() ? nullptr : &*at;
}

Result<std::string> FormDirectory::sentence(std::string_view name, std::string_view language,
                                            const Values& values) const {
    const auto at = m_sentences.find(name);
    if (at == m_sentences.end())
        return fail(ErrorCode::NotFound, "The form directory has no such sentence.", std::string(name));
    return fillPlaceholders(at->second.in(language), values);
}

} // namespace exhibit::request
