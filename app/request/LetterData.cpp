#include "request/LetterData.h"

#include "core/JsonReader.h"
#include "request/EmbeddedFile.h"
#include "request/Strings.h"

#include <algorithm>
#include <array>

namespace exhibit::request {
namespace {

constexpr std::array<std::string_view, 13> kConditions = {
    "erasure", "objection",  "restriction", "gdpr",    "meta",  "whatsapp", "representative",
    "false",   "false-list", "special",     "grounds", "email", "address"};
constexpr std::array<std::string_view, 6> kLetterKinds = {"heading",  "paragraph", "list",
                                                          "numbered", "exhibits",  "false-statements"};

Result<Conditions> readConditions(const JsonReader& in) {
    if (!in.has("when"))
        return Conditions();
    EXHIBIT_ASSIGN(Conditions conditions, in.strings("when"));
    for (std::string_view condition : conditions) {
        if (condition.starts_with('!'))
            condition.remove_prefix(1);
        if (std::find(kConditions.begin(), kConditions.end(), condition) == kConditions.end())
            return fail(ErrorCode::Malformed, "There is no such condition.", in.place("when"));
    }
    return conditions;
}

Result<ConditionalText> readConditionalText(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"when", "text"}));
    ConditionalText text;
    EXHIBIT_ASSIGN(text.when, readConditions(in));
    EXHIBIT_ASSIGN(text.text, in.string("text"));
    return text;
}

Result<std::vector<ConditionalText>> readConditionalTexts(const JsonReader& in, const char* name) {
    EXHIBIT_ASSIGN(const std::vector<JsonReader> members, in.array(name));
    std::vector<ConditionalText> texts;
    for (const JsonReader& member : members) {
        EXHIBIT_ASSIGN(ConditionalText text, readConditionalText(member));
        texts.push_back(std::move(text));
    }
    return texts;
}

Result<Clause> readClause(const JsonReader& in) {
    EXHIBIT_TRY(in.only({"id", "kind", "when", "text", "items", "basis"}));
    Clause clause;
    EXHIBIT_ASSIGN(clause.id, in.string("id"));
    EXHIBIT_ASSIGN(clause.kind, in.string("kind"));
    EXHIBIT_ASSIGN(clause.when, readConditions(in));
    EXHIBIT_ASSIGN(clause.text, in.string("text"));
    if (in.has("items")) {
        EXHIBIT_ASSIGN(clause.items, readConditionalTexts(in, "items"));
    }
    if (in.has("basis")) {
        EXHIBIT_ASSIGN(clause.basis, in.strings("basis"));
    }
    if (std::find(kLetterKinds.begin(), kLetterKinds.end(), clause.kind) == kLetterKinds.end())
        return fail(ErrorCode::Malformed, "There is no such kind of clause.", in.place("kind"));
    return clause;
}

Result<LetterFrame> readFrame(const JsonReader& in) {
    constexpr std::size_t kColumns = 5;
    LetterFrame frame;
    EXHIBIT_ASSIGN(frame.salutation, in.string("salutation"));
    EXHIBIT_ASSIGN(frame.closing, in.string("closing"));
    EXHIBIT_ASSIGN(frame.signedFor, in.string("signedFor"));
    EXHIBIT_ASSIGN(frame.copyTo, in.string("copyTo"));
    EXHIBIT_ASSIGN(frame.reference, in.string("reference"));
    EXHIBIT_ASSIGN(frame.notice, in.string("notice"));
    EXHIBIT_ASSIGN(frame.table, in.strings("table"));
    EXHIBIT_ASSIGN(frame.falseStatement, in.string("falseStatement"));
    EXHIBIT_ASSIGN(frame.falseStatementCorrected, in.string("falseStatementCorrected"));
    EXHIBIT_ASSIGN(frame.falseInPicture, in.string("falseInPicture"));
    EXHIBIT_ASSIGN(frame.falseInPictureCorrected, in.string("falseInPictureCorrected"));
    if (frame.table.size() != kColumns)
        return fail(ErrorCode::Malformed, "The table of exhibits has five columns.", in.place("table"));
    return frame;
}

Result<std::vector<Clause>> readClauses(const JsonReader& in) {
    EXHIBIT_ASSIGN(const std::vector<JsonReader> members, in.array("clauses"));
    std::vector<Clause> clauses;
    for (const JsonReader& member : members) {
        EXHIBIT_ASSIGN(Clause clause, readClause(member));
        clauses.push_back(std::move(clause));
    }
    return clauses;
}

/// A clause of a letter is written out, or named by the id of a shared one.
Result<Clause> clauseAt(const Json& value, const std::string& place, const std::vector<Clause>& shared) {
    if (!value.is_string()) {
        EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(value, place));
        return readClause(in);
    }
    const auto id = value.get<std::string>();
    const auto at = std::find_if(shared.begin(), shared.end(), [&](const Clause& c) { return c.id == id; });
    if (at == shared.end())
        return fail(ErrorCode::Malformed, "There is no shared clause of this name: " + id + ".", place);
    return *at;
}

} // namespace

Result<LetterTemplate> loadLetterTemplate(std::string_view letter, std::string_view language) {
    const auto languages = Strings::languages();
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
        return fail(ErrorCode::Unsupported, "There are letters in \"en\" and \"de\" only.", std::string(language));
    const std::string folder = "letters/" + std::string(language) + "/";
    EXHIBIT_ASSIGN(const std::string_view text, embeddedFile(folder + std::string(letter) + ".json"));
    EXHIBIT_ASSIGN(const std::string_view common, embeddedFile(folder + "common.json"));
    return parseLetterTemplate(text, common);
}

Result<LetterTemplate> parseLetterTemplate(std::string_view letter, std::string_view common) {
    EXHIBIT_ASSIGN(const Json letterFile, parseJson(letter));
    EXHIBIT_ASSIGN(const Json commonFile, parseJson(common));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(letterFile));
    EXHIBIT_ASSIGN(const JsonReader shared, JsonReader::open(commonFile));
    EXHIBIT_TRY(in.literal("schema", "exhibit17-letter/1"));
    EXHIBIT_TRY(shared.literal("schema", "exhibit17-letter-common/1"));
    LetterTemplate result;
    EXHIBIT_ASSIGN(result.version, in.string("version"));
    EXHIBIT_ASSIGN(const std::vector<std::string> residence, in.strings("residence"));
    result.gdprOnly = std::find(residence.begin(), residence.end(), "any") == residence.end();
    EXHIBIT_ASSIGN(result.frame, readFrame(shared));
    EXHIBIT_ASSIGN(result.subjects, readConditionalTexts(in, "subjects"));
    EXHIBIT_ASSIGN(const std::vector<Clause> sharedClauses, readClauses(shared));
    if (!in.has("clauses") || !in.value()["clauses"].is_array())
        return fail(ErrorCode::Malformed, "An array is expected here.", in.place("clauses"));
    const Json& clauses = in.value()["clauses"];
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        EXHIBIT_ASSIGN(Clause clause,
                       clauseAt(clauses.at(i), in.place("clauses") + "/" + std::to_string(i), sharedClauses));
        result.clauses.push_back(std::move(clause));
    }
    return result;
}

} // namespace exhibit::request
