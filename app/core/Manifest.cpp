#include "core/Manifest.h"

#include "core/Json.h"
#include "core/JsonReader.h"

#include <array>

namespace exhibit {

namespace {

constexpr std::string_view kManifestSchema = "exhibit17/manifest/1";

template <class Value>
struct Named {
    Value value;
    std::string_view name;
};

constexpr std::array<Named<Withheld>, 3> kWithheld{{
    {Withheld::Discloses, "discloses-place-or-device"},
    {Withheld::Redacted, "redacted"},
    {Withheld::Size, "size"},
}};

constexpr std::array<Named<Shown>, 7> kShown{{
    {Shown::Picture, "picture"},
    {Shown::Exact, "exact"},
    {Shown::Escaped, "escaped"},
    {Shown::Ascii, "ascii"},
    {Shown::Log, "log"},
    {Shown::Line, "line"},
    {Shown::Time, "time"},
}};

template <class Table, class Value>
std::string_view nameIn(const Table& table, Value value) {
    for (const auto& entry : table)
        if (entry.value == value)
            return entry.name;
    return "";
}

template <class Value, class Table>
Result<Value> valueIn(const Table& table, std::string_view text) {
    for (const auto& entry : table)
        if (entry.name == text)
            return entry.value;
    return fail(ErrorCode::InvalidArgument, "The word isn't one that this program knows.");
}

template <class Item, class Function>
Json listJson(const std::vector<Item>& items, Function&& function) {
    Json list = Json::array();
    for (const Item& item : items)
        list.push_back(function(item));
    return list;
}

/// Reads an array of objects by a function that reads one.
template <class Item, class Function>
Result<> readList(const JsonReader& in, const char* name, std::vector<Item>& out, Function&& function) {
    EXHIBIT_ASSIGN(const auto items, in.array(name));
    out.reserve(items.size());
    for (const JsonReader& item : items) {
        EXHIBIT_ASSIGN(Item value, function(item));
        out.push_back(std::move(value));
    }
    return {};
}

Result<int> readExhibitNumber(const JsonReader& in, const char* name) {
    EXHIBIT_ASSIGN(const std::int64_t number, in.integer(name, 1, kMaxExhibitNumber));
    return static_cast<int>(number);
}

Result<std::uint64_t> readSize(const JsonReader& in) {
    EXHIBIT_ASSIGN(const std::int64_t size, in.integer("size", 0, kMaxJsonInteger));
    return static_cast<std::uint64_t>(size);
}

void addPlace(Json& json, const Place& place) {
    if (place.onPage)
        json["onPage"] = true;
    if (!place.skeleton.empty())
        json["skeleton"] = place.skeleton;
}

Result<Place> readPlace(const JsonReader& in) {
    Place place;
    if (in.has("onPage")) {
        EXHIBIT_ASSIGN(place.onPage, in.boolean("onPage"));
    }
    if (in.has("skeleton")) {
        EXHIBIT_ASSIGN(place.skeleton, in.string("skeleton"));
    }
    return place;
}

Json artifactJson(const DisclosedArtifact& artifact) {
    Json json{{"exhibit", artifact.exhibit},     {"role", name(artifact.role)},
              {"ordinal", artifact.ordinal},     {"file", artifact.file},
              {"mediaType", artifact.mediaType}, {"size", artifact.size},
              {"sha256", artifact.digest.hex()}, {"salt", artifact.salt.hex()},
              {"origin", name(artifact.origin)}, {"commitment", artifact.commitment.hex()},
              {"confirmed", artifact.confirmed}};
    if (artifact.picture)
        json["picture"] = toJson(*artifact.picture);
    if (artifact.parent)
        json["derivedFrom"] = artifact.parent->hex();
    if (!artifact.operation.empty())
        json["operation"] = artifact.operation;
    addPlace(json, artifact.place);
    return json;
}

Result<DisclosedArtifact> readArtifact(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"exhibit", "role", "ordinal", "file", "mediaType", "size", "sha256", "salt", "commitment",
                         "origin", "confirmed", "picture", "derivedFrom", "operation", "onPage", "skeleton"}));
    DisclosedArtifact artifact;
    EXHIBIT_ASSIGN(artifact.place, readPlace(in));
    EXHIBIT_ASSIGN(artifact.exhibit, readExhibitNumber(in, "exhibit"));
    EXHIBIT_ASSIGN(artifact.role, in.converted("role", roleFromName));
    EXHIBIT_ASSIGN(artifact.ordinal, readExhibitNumber(in, "ordinal"));
    EXHIBIT_ASSIGN(artifact.file, in.string("file"));
    EXHIBIT_ASSIGN(artifact.mediaType, in.string("mediaType"));
    EXHIBIT_ASSIGN(artifact.size, readSize(in));
    EXHIBIT_ASSIGN(artifact.digest, in.converted("sha256", Digest::fromHex));
    EXHIBIT_ASSIGN(artifact.salt, in.converted("salt", Salt::fromHex));
    EXHIBIT_ASSIGN(artifact.commitment, in.converted("commitment", Commitment::fromHex));
    EXHIBIT_ASSIGN(artifact.origin, in.converted("origin", originFromName));
    EXHIBIT_ASSIGN(artifact.confirmed, in.boolean("confirmed"));
    if (in.has("picture")) {
        EXHIBIT_ASSIGN(const JsonReader picture, in.object("picture"));
        EXHIBIT_ASSIGN(artifact.picture, readPictureFacts(picture));
    }
    if (in.has("derivedFrom")) {
        EXHIBIT_ASSIGN(artifact.parent, in.converted("derivedFrom", Commitment::fromHex));
    }
    if (in.has("operation")) {
        EXHIBIT_ASSIGN(artifact.operation, in.string("operation"));
    }
    return artifact;
}

Json committedJson(const CommittedArtifact& artifact) {
    return Json{{"exhibit", artifact.exhibit},
                {"role", name(artifact.role)},
                {"ordinal", artifact.ordinal},
                {"commitment", artifact.commitment.hex()},
                {"reason", name(artifact.reason)}};
}

Result<CommittedArtifact> readCommitted(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"exhibit", "role", "ordinal", "commitment", "reason"}));
    CommittedArtifact artifact;
    EXHIBIT_ASSIGN(artifact.exhibit, readExhibitNumber(in, "exhibit"));
    EXHIBIT_ASSIGN(artifact.role, in.converted("role", roleFromName));
    EXHIBIT_ASSIGN(artifact.ordinal, readExhibitNumber(in, "ordinal"));
    EXHIBIT_ASSIGN(artifact.commitment, in.converted("commitment", Commitment::fromHex));
    EXHIBIT_ASSIGN(artifact.reason, in.converted("reason", withheldFromName));
    return artifact;
}

Json reducedJson(const ReducedPicture& picture) {
    Json json{{"exhibit", picture.exhibit},
              {"of", picture.of.hex()},
              {"scalePercent", picture.reduction.scalePercent},
              {"grey", picture.reduction.grey},
              {"quality", picture.reduction.quality},
              {"file", picture.file},
              {"mediaType", picture.mediaType},
              {"size", picture.size},
              {"sha256", picture.digest.hex()}};
    addPlace(json, picture.place);
    return json;
}

Result<Reduction> readReduction(const JsonReader& in) {
    constexpr int kMost = 100;
    Reduction reduction;
    EXHIBIT_ASSIGN(const std::int64_t scale, in.integer("scalePercent", 1, kMost));
    EXHIBIT_ASSIGN(const std::int64_t quality, in.integer("quality", 0, kMost));
    EXHIBIT_ASSIGN(reduction.grey, in.boolean("grey"));
    reduction.scalePercent = static_cast<int>(scale);
    reduction.quality = static_cast<int>(quality);
    return reduction;
}

Result<ReducedPicture> readReduced(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"exhibit", "of", "scalePercent", "grey", "quality", "file", "mediaType", "size", "sha256",
                         "onPage", "skeleton"}));
    ReducedPicture picture;
    EXHIBIT_ASSIGN(picture.exhibit, readExhibitNumber(in, "exhibit"));
    EXHIBIT_ASSIGN(picture.of, in.converted("of", Commitment::fromHex));
    EXHIBIT_ASSIGN(picture.reduction, readReduction(in));
    EXHIBIT_ASSIGN(picture.file, in.string("file"));
    EXHIBIT_ASSIGN(picture.place, readPlace(in));
    EXHIBIT_ASSIGN(picture.mediaType, in.string("mediaType"));
    EXHIBIT_ASSIGN(picture.size, readSize(in));
    EXHIBIT_ASSIGN(picture.digest, in.converted("sha256", Digest::fromHex));
    return picture;
}

Json markupJson(const DisclosedMarkup& markup) {
    // Written by this program, so that it can be read.
    const auto content = parseJson(markup.content);
    Json json{{"exhibit", markup.exhibit},
              {"number", markup.number},
              {"commitment", markup.commitment.hex()},
              {"content", content ? *content : Json()}};
    if (markup.salt)
        json["salt"] = markup.salt->hex();
    return json;
}

Result<DisclosedMarkup> readMarkup(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"exhibit", "number", "commitment", "salt", "content"}));
    DisclosedMarkup markup;
    EXHIBIT_ASSIGN(markup.exhibit, readExhibitNumber(in, "exhibit"));
    EXHIBIT_ASSIGN(markup.number, readExhibitNumber(in, "number"));
    EXHIBIT_ASSIGN(markup.commitment, in.converted("commitment", Commitment::fromHex));
    if (in.has("salt")) {
        EXHIBIT_ASSIGN(markup.salt, in.converted("salt", Salt::fromHex));
    }
    EXHIBIT_ASSIGN(const JsonReader content, in.object("content"));
    EXHIBIT_ASSIGN(markup.content, canonicalJson(content.value()));
    return markup;
}

Json recordJson(const DisclosedRecord& record) {
    return Json{{"exhibit", record.exhibit}, {"file", record.file}, {"sha256", record.digest.hex()}};
}

Result<DisclosedRecord> readRecord(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"exhibit", "file", "sha256"}));
    DisclosedRecord record;
    EXHIBIT_ASSIGN(record.exhibit, readExhibitNumber(in, "exhibit"));
    EXHIBIT_ASSIGN(record.file, in.string("file"));
    EXHIBIT_ASSIGN(record.digest, in.converted("sha256", Digest::fromHex));
    return record;
}

Json shownJson(const ShownPart& part) {
    return Json{{"id", part.id}, {"file", part.file}, {"as", name(part.as)}};
}

Result<ShownPart> readShown(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"id", "file", "as"}));
    ShownPart part;
    EXHIBIT_ASSIGN(part.id, in.string("id"));
    EXHIBIT_ASSIGN(part.file, in.string("file"));
    EXHIBIT_ASSIGN(part.as, in.converted("as", shownFromName));
    return part;
}

Json fontJson(const ManifestFont& font) {
    return Json{{"file", font.file}, {"name", font.name}, {"sha256", font.digest.hex()}};
}

Result<ManifestFont> readFont(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"file", "name", "sha256"}));
    ManifestFont font;
    EXHIBIT_ASSIGN(font.file, in.string("file"));
    EXHIBIT_ASSIGN(font.name, in.string("name"));
    EXHIBIT_ASSIGN(font.digest, in.converted("sha256", Digest::fromHex));
    return font;
}

Json fileJson(const ManifestFile& file) {
    return Json{{"name", file.name}, {"mediaType", file.mediaType}, {"size", file.size}, {"sha256", file.digest.hex()}};
}

Result<ManifestFile> readFile(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"name", "mediaType", "size", "sha256"}));
    ManifestFile file;
    EXHIBIT_ASSIGN(file.name, in.string("name"));
    EXHIBIT_ASSIGN(file.mediaType, in.string("mediaType"));
    EXHIBIT_ASSIGN(file.size, readSize(in));
    EXHIBIT_ASSIGN(file.digest, in.converted("sha256", Digest::fromHex));
    return file;
}

Json exportJson(const Manifest& manifest) {
    return Json{{"at", manifest.exportedAt.iso()},       {"offsetMinutes", manifest.offsetMinutes},
                {"synchronised", manifest.synchronised}, {"tool", manifest.tool},
                {"profile", manifest.profile},           {"language", manifest.language},
                {"exhibits", manifest.exhibits},         {"complete", manifest.complete},
                {"readOnly", manifest.readOnly}};
}

Result<std::vector<int>> readNumbers(const JsonReader& in, const char* name) {
    const auto at = in.value().find(name);
    if (at == in.value().end() || !at->is_array())
        return fail(ErrorCode::Malformed, "An array of exhibit numbers is expected here.", in.place(name));
    std::vector<int> numbers;
    for (const Json& item : *at) {
        // Wrapped in an object, so that one reader knows all the rules for a number.
        const Json holder{{"number", item}};
        EXHIBIT_ASSIGN(const JsonReader reader, JsonReader::open(holder, in.place(name)));
        EXHIBIT_ASSIGN(const int number, readExhibitNumber(reader, "number"));
        if (!numbers.empty() && number <= numbers.back())
            return fail(ErrorCode::Malformed, "The exhibits' numbers must rise.", in.place(name));
        numbers.push_back(number);
    }
    return numbers;
}

Result<> readExport(const JsonReader& in, Manifest& manifest) {
    EXHIBIT_TRY(in.only(
        {"at", "offsetMinutes", "synchronised", "tool", "profile", "language", "exhibits", "complete", "readOnly"}));
    EXHIBIT_ASSIGN(manifest.exportedAt, in.converted("at", Instant::fromIso));
    EXHIBIT_ASSIGN(const std::int64_t offset, in.integer("offsetMinutes", -24 * 60, 24 * 60));
    manifest.offsetMinutes = static_cast<int>(offset);
    EXHIBIT_ASSIGN(manifest.synchronised, in.boolean("synchronised"));
    EXHIBIT_ASSIGN(manifest.tool, in.string("tool"));
    EXHIBIT_ASSIGN(manifest.profile, in.string("profile"));
    EXHIBIT_ASSIGN(manifest.language, in.string("language"));
    EXHIBIT_ASSIGN(manifest.exhibits, readNumbers(in, "exhibits"));
    EXHIBIT_ASSIGN(manifest.complete, in.boolean("complete"));
    EXHIBIT_ASSIGN(manifest.readOnly, in.boolean("readOnly"));
    return {};
}

Result<> readCase(const JsonReader& in, Manifest& manifest) {
    EXHIBIT_TRY(in.only({"id", "created", "details"}));
    EXHIBIT_ASSIGN(manifest.caseId, in.string("id"));
    EXHIBIT_ASSIGN(manifest.caseCreated, in.converted("created", Instant::fromIso));
    EXHIBIT_ASSIGN(const JsonReader details, in.object("details"));
    EXHIBIT_ASSIGN(manifest.details, readCaseDetails(details));
    return {};
}

Result<> readCustody(const JsonReader& in, Manifest& manifest) {
    EXHIBIT_TRY(in.only({"file", "count", "head"}));
    EXHIBIT_ASSIGN(manifest.custodyFile, in.string("file"));
    EXHIBIT_ASSIGN(manifest.custody.count, in.integer("count", 0, kMaxJsonInteger));
    EXHIBIT_ASSIGN(manifest.custody.head, in.converted("head", Digest::fromHex));
    return {};
}

} // namespace

std::string_view name(Withheld reason) {
    return nameIn(kWithheld, reason);
}

Result<Withheld> withheldFromName(std::string_view text) {
    return valueIn<Withheld>(kWithheld, text);
}

std::string_view name(Shown shown) {
    return nameIn(kShown, shown);
}

Result<Shown> shownFromName(std::string_view text) {
    return valueIn<Shown>(kShown, text);
}

Result<std::string> Manifest::toJson() const {
    return canonicalJson(
        Json{{"schema", kManifestSchema},
             {"case", Json{{"id", caseId}, {"created", caseCreated.iso()}, {"details", exhibit::toJson(details)}}},
             {"export", exportJson(*this)},
             {"artifacts", listJson(artifacts, artifactJson)},
             {"committed", listJson(committed, committedJson)},
             {"reduced", listJson(reduced, reducedJson)},
             {"marks", listJson(marks, markupJson)},
             {"redactions", listJson(redactions, markupJson)},
             {"records", listJson(records, recordJson)},
             {"custody", Json{{"file", custodyFile}, {"count", custody.count}, {"head", custody.head.hex()}}},
             {"pages", listJson(shown, shownJson)},
             {"fonts", listJson(fonts, fontJson)},
             {"files", listJson(files, fileJson)}});
}

Result<Manifest> Manifest::fromJson(std::string_view text) {
    EXHIBIT_ASSIGN(const Json json, parseJson(text));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    EXHIBIT_TRY(in.literal("schema", kManifestSchema));
    EXHIBIT_TRY(in.only({"schema", "case", "export", "artifacts", "committed", "reduced", "marks", "redactions",
                         "records", "custody", "pages", "fonts", "files"}));
    Manifest manifest;
    EXHIBIT_ASSIGN(const JsonReader caseMember, in.object("case"));
    EXHIBIT_TRY(readCase(caseMember, manifest));
    EXHIBIT_ASSIGN(const JsonReader exported, in.object("export"));
    EXHIBIT_TRY(readExport(exported, manifest));
    EXHIBIT_TRY(readList(in, "artifacts", manifest.artifacts, readArtifact));
    EXHIBIT_TRY(readList(in, "committed", manifest.committed, readCommitted));
    EXHIBIT_TRY(readList(in, "reduced", manifest.reduced, readReduced));
    EXHIBIT_TRY(readList(in, "marks", manifest.marks, readMarkup));
    EXHIBIT_TRY(readList(in, "redactions", manifest.redactions, readMarkup));
    EXHIBIT_TRY(readList(in, "records", manifest.records, readRecord));
    EXHIBIT_ASSIGN(const JsonReader custody, in.object("custody"));
    EXHIBIT_TRY(readCustody(custody, manifest));
    EXHIBIT_TRY(readList(in, "pages", manifest.shown, readShown));
    EXHIBIT_TRY(readList(in, "fonts", manifest.fonts, readFont));
    EXHIBIT_TRY(readList(in, "files", manifest.files, readFile));
    return manifest;
}

} // namespace exhibit
