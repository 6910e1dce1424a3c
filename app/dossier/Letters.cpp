#include "dossier/Sections.h"
#include "dossier/WordSearch.h"

#include <algorithm>
#include <array>

namespace exhibit::dossier {

namespace {

constexpr std::size_t kPromptLength = 160; ///< characters in the letter's table
constexpr std::size_t kAnswerLength = 160;

/// "2026-11-22 10:15", in UTC as the table's heading says.
std::string minuteOf(Instant instant) {
    std::string iso = instant.iso();
    iso.resize(std::string_view("2026-11-22T10:15").size());
    iso[iso.find('T')] = ' ';
    return iso;
}

request::LetterExhibit rowOf(const DisclosedExhibit& exhibit) {
    request::LetterExhibit row;
    row.number = exhibit.number;
    row.date = minuteOf(exhibit.facts.time.utc);
    const auto prompts = exhibit.of(Role::Prompt);
    if (!prompts.empty() && prompts.front()->text)
        row.prompt = beginning(*prompts.front()->text, kPromptLength);
    const auto answers = exhibit.of(Role::Response);
    if (!answers.empty()) {
        row.answer = answers.front()->text ? beginning(*answers.front()->text, kAnswerLength) : "";
        row.digest = answers.front()->artifact.digest.hex();
    }
    return row;
}

/// Criminal matters are Art. 10, not one of the special categories of Art. 9(1) that the clause names.
constexpr std::string_view kOffence = "offence";

std::string correctionOf(const Mark& mark) {
    return mark.correction.find(kRedactionToken) == std::string::npos ? oneLine(mark.correction) : std::string();
}

/// What the marks say for the letters: which statements of the answer are false, and that some are particularly
/// sensitive. What the person typed is no statement of the AI; what stands in a picture and wasn't written down is
/// named by its number there; what was redacted has no words, and a correction of which words were taken out says
/// nothing.
void addMarks(const DisclosedExhibit& exhibit, request::LetterInput& input) {
    for (const auto& numbered : exhibit.marks) {
        const Mark& mark = numbered.markup;
        if (mark.on == Role::Prompt)
            continue;
        input.specialCategories |= !mark.special.empty() && mark.special != kOffence;
        if (mark.truth != Truth::False)
            continue;
        if (!mark.text.empty() && mark.text.find(kRedactionToken) == std::string::npos)
            input.falseStatements.push_back({exhibit.number, oneLine(mark.text), correctionOf(mark)});
        else if (mark.region)
            input.falseStatements.push_back({exhibit.number, "", correctionOf(mark), numbered.number});
        else
            input.someStatementsAreFalse = true;
    }
}

pdf::Table tableOf(const std::vector<std::vector<std::string>>& rows) {
    // Number, date, beginnings of prompt and answer, hash.
    static constexpr std::array<double, 5> kWeights{1.0, 1.1, 2.1, 2.6, 1.9};
    pdf::Table table;
    table.small = true;
    for (std::size_t column = 0; column < rows.front().size(); ++column)
        table.columns.push_back({column < kWeights.size() ? kWeights.at(column) : 1, plain(rows.front()[column]),
                                 column + 1 == kWeights.size()});
    for (std::size_t row = 1; row < rows.size(); ++row) {
        std::vector<pdf::TableCell> cells;
        for (const std::string& cell : rows[row])
            cells.push_back(plain(cell));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void addBlock(const request::LetterBlock& block, Pages& pages) {
    if (block.kind == request::BlockKind::Heading) {
        pages.blocks.push_back(
            pdf::Heading{.level = 2, .text = block.text, .bookmark = "", .look = pdf::HeadingLook::Letter});
        return;
    }
    if (!block.text.empty())
        pages.blocks.push_back(
            pdf::Paragraph{plain(block.text), pdf::ParagraphStyle::Body, !block.items.empty() || !block.rows.empty()});
    if (!block.items.empty()) {
        pdf::List list{block.kind == request::BlockKind::Numbered, {}};
        for (const std::string& item : block.items)
            list.items.push_back(plain(item));
        pages.blocks.push_back(std::move(list));
    }
    if (!block.rows.empty())
        pages.blocks.push_back(tableOf(block.rows));
}

pdf::Blocks lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : "\n") + oneLine(line);
    return {pdf::Paragraph{plain(std::move(text))}};
}

/// Closing and signature stay on one page, which columns do.
void addClosing(const request::Letter& letter, Pages& pages) {
    constexpr double kRoomToSign = 26;
    pdf::Blocks blocks;
    blocks.push_back(pdf::Paragraph{plain(letter.closing)});
    blocks.push_back(pdf::Spacer{kRoomToSign});
    blocks.push_back(pdf::Paragraph{plain(oneLine(letter.signature))});
    for (const std::string& copy : letter.copies)
        blocks.push_back(pdf::Paragraph{plain(oneLine(copy)), pdf::ParagraphStyle::Small});
    pdf::Columns columns;
    columns.columns.push_back({1, std::move(blocks)});
    pages.blocks.push_back(std::move(columns));
}

void addLetter(const Scene& scene, const request::Letter& letter, Pages& pages) {
    const std::string kind = scene.words("letter." + std::string(name(letter.kind)));
    pdf::Columns head;
    head.columns.push_back({1.2, lines(letter.addressee)});
    head.columns.push_back({1, lines(letter.sender)});
    std::vector<std::string> dated{letter.date};
    if (!letter.reference.empty())
        dated.push_back(letter.reference);
    for (pdf::Block& block : lines(dated))
        head.columns.back().blocks.push_back(std::move(block));
    pages.blocks.push_back(pdf::PageBreak{});
    pages.blocks.push_back(std::move(head));
    pages.blocks.push_back(pdf::Heading{
        .level = 1, .text = letter.subject, .bookmark = kind, .runningTitle = kind, .look = pdf::HeadingLook::Letter});
    pages.blocks.push_back(pdf::Paragraph{plain(letter.salutation)});
    for (const request::LetterBlock& block : letter.blocks)
        addBlock(block, pages);
    if (auto* const last = std::get_if<pdf::Paragraph>(&pages.blocks.back().value))
        last->keepWithNext = true; // no page has the closing alone
    addClosing(letter, pages);
}

/// A letter of the person's own that this dossier, in another language, can't use.
bool hasOwnInOtherLanguage(const Scene& scene, request::LetterKind kind) {
    const auto& letters = scene.content.details.letters;
    const auto is = [&](const OwnLetter& letter) { return letter.kind == name(kind); };
    return std::any_of(letters.begin(), letters.end(), is) &&
           std::none_of(letters.begin(), letters.end(), [&](const OwnLetter& letter) {
               return is(letter) && letter.language == scene.words.language();
           });
}

} // namespace

namespace {

bool has(const std::vector<request::LetterKind>& kinds, std::string_view wanted) {
    return std::any_of(kinds.begin(), kinds.end(), [&](request::LetterKind kind) { return name(kind) == wanted; });
}

/// What is asked for without a letter that asks for it, and letters of the person's own that no wish calls for.
void warnOfGaps(const CaseDetails& details, const std::vector<request::LetterKind>& kinds,
                std::vector<std::string>& warnings) {
    for (const Wish wish : details.wishes) {
        const std::string kind(name(request::letterFor(wish)));
        if (!has(kinds, kind))
            warnings.push_back("There is no letter for " + std::string(name(wish)) +
                               " under the law of this country yet. The concern letter stands in its place, and "
                               "doesn't ask for it: add your own words with \"exhibit17 letter\".");
    }
    for (const OwnLetter& letter : details.letters)
        if (!has(kinds, letter.kind))
            warnings.push_back("Your own letter \"" + letter.kind +
                               "\" isn't in the dossier, since the case doesn't ask for it in this country.");
}

/// The program's letters say that the prompts are enclosed.
void warnOfMissingPrompts(const Scene& scene, ComposedLetters& composed) {
    const auto& letters = composed.letters;
    if (std::all_of(letters.begin(), letters.end(), [](const request::Letter& letter) { return letter.ownWords; }))
        return;
    for (const DisclosedExhibit& exhibit : scene.content.exhibits)
        if (exhibit.of(Role::Prompt).empty())
            composed.warnings.push_back("Exhibit " + std::to_string(exhibit.number) +
                                        " has no prompt, and the letters say that prompts are enclosed. Record it "
                                        "once more with its prompt if you can, or change the letters' words.");
}

} // namespace

ComposedLetters composeLetters(const Scene& scene) {
    const CaseDetails& details = scene.content.details;
    request::LetterInput input;
    input.details = details;
    input.details.language = scene.words.language();
    input.date = scene.words.date(scene.now.utc, scene.now.offsetMinutes);
    for (const DisclosedExhibit& exhibit : scene.content.exhibits) {
        input.exhibits.push_back(rowOf(exhibit));
        addMarks(exhibit, input);
    }
    ComposedLetters composed;
    const auto kinds = request::lettersFor(details.wishes, details.country, scene.forms.countries());
    warnOfGaps(details, kinds, composed.warnings);
    for (const request::LetterKind kind : kinds) {
        input.kind = kind;
        auto letter = request::compose(input, scene.forms);
        if (!letter) {
            composed.warnings.push_back("No letter \"" + std::string(name(kind)) +
                                        "\" was written: " + letter.error().message);
            continue;
        }
        for (const request::Warning& warning : letter->warnings)
            if (std::find(composed.warnings.begin(), composed.warnings.end(), warning.text) == composed.warnings.end())
                composed.warnings.push_back(warning.text);
        if (hasOwnInOtherLanguage(scene, kind))
            composed.warnings.push_back("Your own letter \"" + std::string(name(kind)) +
                                        "\" is in another language than this dossier, which has the program's letter "
                                        "in its place.");
        composed.letters.push_back(*std::move(letter));
    }
    warnOfMissingPrompts(scene, composed);
    return composed;
}

void addLetters(const Scene& scene, const ComposedLetters& letters, Pages& pages) {
    pages.warnings.insert(pages.warnings.end(), letters.warnings.begin(), letters.warnings.end());
    for (const request::Letter& letter : letters.letters)
        addLetter(scene, letter, pages);
}

} // namespace exhibit::dossier
