#pragma once
// Letters to a controller, from reviewed data (schemas/letters/): clauses in order, some only under conditions.

#include "core/CaseTypes.h"
#include "request/FormDirectory.h"

#include <string>
#include <string_view>
#include <vector>

namespace exhibit::request {

enum class LetterKind {
    Concern,       ///< about AI answers; for every residence
    Erasure,       ///< erasure, objection and restriction, as far as the case wishes them (GDPR Art. 17, 21, 18)
    Rectification, ///< GDPR Art. 16
    Access,        ///< GDPR Art. 15
};

[[nodiscard]] std::string_view name(LetterKind kind);
[[nodiscard]] Result<LetterKind> letterKindFromName(std::string_view name);
/// The letter that puts a wish.
[[nodiscard]] LetterKind letterFor(Wish wish);
/// The letters for a case's wishes, each once, that exist for a country of residence. Outside the EEA that is the
/// concern letter alone, whatever is wished: the others rest on the GDPR.
[[nodiscard]] std::vector<LetterKind> lettersFor(const std::vector<Wish>& wishes, std::string_view country,
                                                 const Countries& countries);

/// One row of the letter's table of exhibits.
struct LetterExhibit {
    int number = 0;
    std::string date;   ///< as it shall stand there
    std::string prompt; ///< or its beginning
    std::string answer; ///< or its beginning
    std::string digest; ///< SHA-256 of the answer; may be empty
};

/// A statement of an answer that isn't true.
struct FalseStatement {
    int exhibit = 0;
    std::string statement;  ///< in the words of the answer; empty if it stands in a picture
    std::string correction; ///< may be empty
    int mark = 0;           ///< in a picture: the number that it has there
};

struct LetterInput {
    LetterKind kind = LetterKind::Concern;
    CaseDetails details;
    std::string date; ///< as it shall stand on the letter
    std::vector<LetterExhibit> exhibits;
    std::vector<FalseStatement> falseStatements;
    bool someStatementsAreFalse = false; ///< marked in the exhibits, without a list here
    bool specialCategories = false;      ///< GDPR Art. 9(1)
    std::vector<std::string> addressee;  ///< lines, in place of the directory's; needed for Surface::Other
};

enum class BlockKind { Heading, Paragraph, Bullets, Numbered, Table };

struct LetterBlock {
    std::string clause; ///< id of the clause that it comes from
    BlockKind kind = BlockKind::Paragraph;
    std::string text;                           ///< of a heading or paragraph; the words before a list or table
    std::vector<std::string> items;             ///< of a list
    std::vector<std::vector<std::string>> rows; ///< of a table; the first is its heading
};

/// A letter ready to be set: nothing but text in order.
struct Letter {
    LetterKind kind = LetterKind::Concern;
    std::string language;
    std::string version;                ///< of the letter's data
    std::vector<std::string> sender;    ///< lines
    std::vector<std::string> addressee; ///< lines
    std::vector<std::string> copies;    ///< one line each: "Copy to: ..."
    std::string date;
    std::string reference; ///< a whole line; may be empty
    std::string subject;
    bool ownWords = false; ///< subject and blocks are the person's own (CaseDetails::letters)
    std::string salutation;
    std::vector<LetterBlock> blocks;
    std::string closing;
    std::string signature;
    std::string notice;            ///< for the person, not for the addressee: this is no legal advice
    std::vector<Warning> warnings; ///< what isn't certain about the addressees
};

/// Puts a letter together; where the case has the person's own letter of this kind and language, its words. Unsupported
/// for a letter that rests on the GDPR with a residence outside the EEA, or for a language without letters;
/// InvalidArgument if nobody is named, if there is no exhibit, if there is no addressee (unknown residence or another
/// provider's surface: give `addressee`), or if no wish of an erasure letter is in the case.
[[nodiscard]] Result<Letter> compose(const LetterInput& input, const FormDirectory& directory);

} // namespace exhibit::request
