#include "request/Letter.h"

#include "request/LetterData.h"
#include "request/LetterText.h"

#include <algorithm>
#include <array>
#include <set>

namespace exhibit::request {
namespace {

constexpr std::array<std::pair<LetterKind, std::string_view>, 4> kKinds = {
    {{LetterKind::Concern, "concern"},
     {LetterKind::Erasure, "erasure"},
     {LetterKind::Rectification, "rectification"},
     {LetterKind::Access, "access"}}};

using Flags = std::set<std::string, std::less<>>;

bool livesInEea(std::string_view country, const Countries& countries) {
    const Country* found = countries.find(country);
    return found != nullptr && found->region == Region::Eea;
}

Flags flagsOf(const LetterInput& input, const Countries& countries) {
    const CaseDetails& details = input.details;
    const auto wishes = [&](Wish wish) {
        return std::find(details.wishes.begin(), details.wishes.end(), wish) != details.wishes.end();
    };
    const bool represented = !details.representative.name.empty();
    const Person& sender = represented ? details.representative : details.subject;
    Flags flags;
    const auto set = [&](const char* flag, bool holds) {
        if (holds)
            flags.emplace(flag);
    };
    set("erasure", wishes(Wish::Erasure));
    set("objection", wishes(Wish::Objection));
    set("restriction", wishes(Wish::Restriction));
    set("gdpr", livesInEea(details.country, countries));
    set("meta", details.surface != Surface::Other);
    set("whatsapp", details.surface == Surface::WhatsApp);
    set("representative", represented);
    set("false", input.someStatementsAreFalse || !input.falseStatements.empty());
    set("false-list", !input.falseStatements.empty());
    set("special", input.specialCategories);
    set("grounds", !details.grounds.empty());
    set("address", !sender.address.empty());
    set("email", !sender.email.empty());
    return flags;
}

bool holds(const Conditions& conditions, const Flags& flags) {
    return std::all_of(conditions.begin(), conditions.end(), [&](std::string_view condition) {
        const bool negated = condition.starts_with('!');
        return (flags.find(negated ? condition.substr(1) : condition) != flags.end()) != negated;
    });
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty())
            lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string> senderLines(const Person& person) {
    std::vector<std::string> lines = {person.name};
    for (std::string& line : linesOf(person.address))
        lines.push_back(std::move(line));
    if (!person.email.empty())
        lines.push_back(person.email);
    return lines;
}

std::vector<std::string> postalLines(const Addressee& addressee) {
    std::vector<std::string> lines = {addressee.name};
    if (!addressee.attention.empty())
        lines.push_back(addressee.attention);
    lines.insert(lines.end(), addressee.lines.begin(), addressee.lines.end());
    return lines;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Result<> checkInput(const LetterInput& input, const LetterTemplate& letter, const Flags& flags) {
    if (input.details.subject.name.empty())
        return fail(ErrorCode::InvalidArgument, "The letter needs the name of the person whose data it is.");
    if (input.exhibits.empty())
        return fail(ErrorCode::InvalidArgument, "The letter needs at least one exhibit.");
    if (letter.gdprOnly && flags.find("gdpr") == flags.end())
        return fail(ErrorCode::Unsupported,
                    "This letter rests on the GDPR and is only for people who live in the European Economic Area. Set "
                    "the country of residence, or send the concern letter.",
                    input.details.country);
    const bool wished = flags.find("erasure") != flags.end() || flags.find("objection") != flags.end() ||
                        flags.find("restriction") != flags.end();
    if (input.kind == LetterKind::Erasure && !wished)
        return fail(ErrorCode::InvalidArgument,
                    "This letter puts erasure, objection or restriction, and the case wishes none of them.");
    return {};
}

/// Fills one template; holds what all of its steps need.
class Composer {
public:
    Composer(const LetterInput& input, const FormDirectory& directory, const LetterTemplate& letter, Flags flags)
        : m_input(input), m_directory(directory), m_template(letter), m_flags(std::move(flags)) {}

    Result<Letter> compose();

private:
    Result<> setValues();
    Result<> setAddressees();
    Result<> setSubject();
    [[nodiscard]] Result<std::string> filled(std::string_view text) const { return fillPlaceholders(text, m_values); }
    [[nodiscard]] Result<LetterBlock> block(const Clause& clause) const;
    [[nodiscard]] const std::string& wordingOf(const FalseStatement& statement) const;
    [[nodiscard]] Result<> addFalseStatements(LetterBlock& block) const;
    void addExhibits(LetterBlock& block) const;
    Result<> setOwnWords();

    const LetterInput& m_input;
    const FormDirectory& m_directory;
    const LetterTemplate& m_template;
    Flags m_flags;
    Values m_values;
    Letter m_letter;
};

Result<> Composer::setValues() {
    const CaseDetails& details = m_input.details;
    const bool represented = m_flags.find("representative") != m_flags.end();
    const Person& sender = represented ? details.representative : details.subject;
    EXHIBIT_ASSIGN(const std::string surface,
                   m_directory.sentence("surface." + std::string(name(details.surface)), details.language));
    m_values = {{"subject", details.subject.name},
                {"representative", details.representative.name},
                {"surface", surface},
                {"grounds", details.grounds},
                {"reference", details.reference},
                {"email", sender.email}};
    m_letter.sender = senderLines(sender);
    m_letter.signature = details.subject.name;
    if (represented) {
        EXHIBIT_ASSIGN(m_letter.signature, filled(m_template.frame.signedFor));
    }
    if (!details.reference.empty()) {
        EXHIBIT_ASSIGN(m_letter.reference, filled(m_template.frame.reference));
    }
    return {};
}

Result<> Composer::setAddressees() {
    m_letter.addressee = m_input.addressee;
    const CaseDetails& details = m_input.details;
    // The addressee depends on surface and residence, not on the wish.
    EXHIBIT_ASSIGN(const Selection selection,
                   m_directory.select(Wish::Concern, details.surface, details.country, details.language));
    for (const ChosenAddressee& chosen : selection.addressees) {
        const std::vector<std::string> lines = postalLines(chosen.addressee);
        if (chosen.role == AddresseeRole::Copy) {
            EXHIBIT_ASSIGN(std::string copy, fillPlaceholders(m_template.frame.copyTo, {{"name", joined(lines)}}));
            m_letter.copies.push_back(std::move(copy));
        } else if (m_letter.addressee.empty()) {
            m_letter.addressee = lines;
        } else {
            continue;
        }
        m_letter.warnings.insert(m_letter.warnings.end(), chosen.warnings.begin(), chosen.warnings.end());
    }
    if (m_letter.addressee.empty())
        return fail(
            ErrorCode::InvalidArgument,
            "No addressee is known for this service and country. Set the country of residence (--country). To a "
            "company other than Meta write the letter yourself; the dossier goes with it.",
            details.country);
    return {};
}

Result<> Composer::setSubject() {
    for (const ConditionalText& subject : m_template.subjects) {
        if (!holds(subject.when, m_flags))
            continue;
        EXHIBIT_ASSIGN(m_letter.subject, filled(subject.text));
        return {};
    }
    return fail(ErrorCode::Malformed, "The letter's data has no subject that fits.", std::string(name(m_input.kind)));
}

const std::string& Composer::wordingOf(const FalseStatement& statement) const {
    const LetterFrame& frame = m_template.frame;
    if (statement.mark > 0)
        return statement.correction.empty() ? frame.falseInPicture : frame.falseInPictureCorrected;
    return statement.correction.empty() ? frame.falseStatement : frame.falseStatementCorrected;
}

Result<> Composer::addFalseStatements(LetterBlock& block) const {
    for (const FalseStatement& statement : m_input.falseStatements) {
        EXHIBIT_ASSIGN(std::string item,
                       fillPlaceholders(wordingOf(statement), {{"exhibit", std::to_string(statement.exhibit)},
                                                               {"mark", std::to_string(statement.mark)},
                                                               {"statement", statement.statement},
                                                               {"correction", statement.correction}}));
        block.items.push_back(std::move(item));
    }
    return {};
}

void Composer::addExhibits(LetterBlock& block) const {
    block.rows.push_back(m_template.frame.table);
    for (const LetterExhibit& exhibit : m_input.exhibits)
        block.rows.push_back(
            {std::to_string(exhibit.number), exhibit.date, exhibit.prompt, exhibit.answer, exhibit.digest});
}

Result<LetterBlock> Composer::block(const Clause& clause) const {
    LetterBlock block;
    block.clause = clause.id;
    EXHIBIT_ASSIGN(block.text, filled(clause.text));
    if (clause.kind == "heading")
        block.kind = BlockKind::Heading;
    if (clause.kind == "list" || clause.kind == "false-statements")
        block.kind = BlockKind::Bullets;
    if (clause.kind == "numbered")
        block.kind = BlockKind::Numbered;
    if (clause.kind == "exhibits") {
        block.kind = BlockKind::Table;
        addExhibits(block);
    }
    if (clause.kind == "false-statements") {
        EXHIBIT_TRY(addFalseStatements(block));
    }
    for (const ConditionalText& item : clause.items) {
        if (!holds(item.when, m_flags))
            continue;
        EXHIBIT_ASSIGN(std::string text, filled(item.text));
        block.items.push_back(std::move(text));
    }
    return block;
}

/// The person's own letter replaces subject and blocks, but for the table, which is as the exhibits are now.
Result<> Composer::setOwnWords() {
    const auto& letters = m_input.details.letters;
    const auto own = std::find_if(letters.begin(), letters.end(), [&](const OwnLetter& letter) {
        return letter.kind == name(m_input.kind) && letter.language == m_input.details.language;
    });
    if (own == letters.end())
        return {};
    EXHIBIT_ASSIGN(LetterBody body, readEditableText(own->text));
    m_letter.ownWords = true;
    m_letter.subject = std::move(body.subject);
    m_letter.blocks = std::move(body.blocks);
    for (LetterBlock& block : m_letter.blocks)
        if (block.kind == BlockKind::Table)
            addExhibits(block);
    return {};
}

Result<Letter> Composer::compose() {
    m_letter.kind = m_input.kind;
    m_letter.language = m_input.details.language;
    m_letter.version = m_template.version;
    m_letter.date = m_input.date;
    EXHIBIT_TRY(setValues());
    EXHIBIT_TRY(setAddressees());
    EXHIBIT_TRY(setSubject());
    m_letter.salutation = m_template.frame.salutation;
    for (const Clause& clause : m_template.clauses) {
        if (!holds(clause.when, m_flags))
            continue;
        EXHIBIT_ASSIGN(LetterBlock next, block(clause));
        m_letter.blocks.push_back(std::move(next));
    }
    EXHIBIT_TRY(setOwnWords());
    m_letter.closing = m_template.frame.closing;
    m_letter.notice = m_template.frame.notice;
    return std::move(m_letter);
}

} // namespace

std::string_view name(LetterKind kind) {
    for (const auto& [value, word] : kKinds)
        if (value == kind)
            return word;
    return "unknown";
}

Result<LetterKind> letterKindFromName(std::string_view name) {
    for (const auto& [value, word] : kKinds)
        if (word == name)
            return value;
    return fail(ErrorCode::InvalidArgument, "The letter must be concern, erasure, rectification or access.",
                std::string(name));
}

LetterKind letterFor(Wish wish) {
    switch (wish) {
    case Wish::Concern:
        return LetterKind::Concern;
    case Wish::Rectification:
        return LetterKind::Rectification;
    case Wish::Access:
        return LetterKind::Access;
    case Wish::Erasure:
    case Wish::Objection:
    case Wish::Restriction:
        break;
    }
    return LetterKind::Erasure;
}

std::vector<LetterKind> lettersFor(const std::vector<Wish>& wishes, std::string_view country,
                                   const Countries& countries) {
    std::vector<LetterKind> kinds;
    for (const Wish wish : wishes) {
        const LetterKind kind = livesInEea(country, countries) ? letterFor(wish) : LetterKind::Concern;
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            kinds.push_back(kind);
    }
    return kinds;
}

Result<Letter> compose(const LetterInput& input, const FormDirectory& directory) {
    EXHIBIT_ASSIGN(const LetterTemplate letter, loadLetterTemplate(name(input.kind), input.details.language));
    Flags flags = flagsOf(input, directory.countries());
    EXHIBIT_TRY(checkInput(input, letter, flags));
    return Composer(input, directory, letter, std::move(flags)).compose();
}

} // namespace exhibit::request
