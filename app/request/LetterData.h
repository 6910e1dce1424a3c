#pragma once
// The letters' data as read from schemas/letters/LANGUAGE/*.json (schemas/letters.schema.json).

#include "core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace exhibit::request {

using Conditions = std::vector<std::string>; ///< all must hold; "!" negates

struct ConditionalText {
    Conditions when;
    std::string text;
};

struct Clause {
    std::string id;
    std::string kind; ///< heading, paragraph, list, numbered, exhibits, false-statements
    Conditions when;
    std::string text;
    std::vector<ConditionalText> items;
    std::vector<std::string> basis; ///< "GDPR Art. 17(1)"
};

/// What all letters of a language share, besides the clauses.
struct LetterFrame {
    std::string salutation;
    std::string closing;
    std::string signedFor;
    std::string copyTo;
    std::string reference;
    std::string notice;
    std::vector<std::string> table;
    std::string falseStatement;
    std::string falseStatementCorrected;
    std::string falseInPicture;
    std::string falseInPictureCorrected;
};

struct LetterTemplate {
    std::string version;
    bool gdprOnly = true; ///< only for people who live in the EEA
    LetterFrame frame;
    std::vector<ConditionalText> subjects;
    std::vector<Clause> clauses; ///< in order, the shared ones put in
};

/// The template of a letter ("concern", "erasure", ...) in a language. Unsupported for a language without letters.
[[nodiscard]] Result<LetterTemplate> loadLetterTemplate(std::string_view letter, std::string_view language);

/// From the texts of a letter and of its language's common file.
[[nodiscard]] Result<LetterTemplate> parseLetterTemplate(std::string_view letter, std::string_view common);

} // namespace exhibit::request
