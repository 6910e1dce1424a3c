#pragma once
// What a person marked and covered in exhibits, and what they change about it.

#include "desktop/model/Desk.h"
#include "dossier/Markups.h"

namespace exhibit::desktop {

/// Names a mark or a redaction of an exhibit.
struct MarkupId {
    MarkupKind kind = MarkupKind::Mark;
    int number = 1;
    bool operator==(const MarkupId&) const = default;
};

/// Where marked or covered words stand in a text as it is shown (escapeForDisplay, style Block), in QChars.
struct TextPlace {
    MarkupId id;
    int begin = 0;
    int end = 0;
};

/// A prompt or response with what was marked and covered in it.
struct MarkedText {
    Role role = Role::Prompt;
    std::string text; ///< its bytes, at most kLongestShownText
    std::vector<TextPlace> places;
    std::string covered;                  ///< as a dossier has it: without the covered words
    std::vector<TextPlace> coveredPlaces; ///< of marks, in `covered`
};

/// Everything that was marked and covered in an exhibit.
struct Markings {
    int exhibit = 0;
    std::vector<dossier::Numbered<Mark>> marks;
    std::vector<dossier::Numbered<Redaction>> redactions;
    std::vector<MarkedText> texts;
    std::size_t exports = 0;  ///< dossiers that were made of the exhibit so far
    std::size_t dossiers = 0; ///< that were made of the case
};
[[nodiscard]] Result<Markings> markingsOf(const Desk& desk, const std::filesystem::path& path, int exhibit);

/// Where words stand in a text as it is shown, however they are written.
[[nodiscard]] std::vector<TextPlace> placesIn(const std::string& text, const MarkupId& id, const std::string& words);

/// The bytes of a text from `begin` up to `end` of what is shown of it, without the white space around them.
[[nodiscard]] std::string wordsAt(const std::string& text, int begin, int end);

/// A change by contents and not by numbers, since what is put back gets a new number.
struct MarkupChange {
    int exhibit = 0;
    std::vector<Mark> marksOut, marksIn;
    std::vector<Redaction> redactionsOut, redactionsIn;

    [[nodiscard]] MarkupChange inverse() const;
};
/// What is undone at once.
using MarkupStep = std::vector<MarkupChange>;
[[nodiscard]] MarkupStep inverse(const MarkupStep& step);

struct AppliedChange {
    int exhibit = 0;
    std::vector<MarkupId> out, in;
};
/// All of a step or nothing; leaves out exhibits that were withdrawn. NotFound if something isn't there any more that
/// is to be taken out, or all exhibits of the step were withdrawn.
/// Answers the numbers that were taken out and put in.
[[nodiscard]] Result<std::vector<AppliedChange>> apply(const Desk& desk, const std::filesystem::path& path,
                                                       const MarkupStep& step);

/// Words that were covered in several exhibits.
struct CoveredWords {
    std::vector<dossier::RedactedExhibit> exhibits;
    MarkupStep step;
};
/// `exhibits` empty: all that aren't withdrawn. Errors as dossier::redactExhibits().
[[nodiscard]] Result<CoveredWords> coverWords(const Desk& desk, const std::filesystem::path& path,
                                              std::vector<int> exhibits, const Redaction& redaction);

/// The steps that can be undone and done again, until a dossier is made.
class MarkupHistory {
public:
    enum class Way { Undo, Redo };
    void note(MarkupStep step);
    [[nodiscard]] bool can(Way way) const { return !from(way).empty(); }
    /// What is to be applied. There must be one.
    [[nodiscard]] MarkupStep next(Way way) const;
    /// It was applied.
    void moved(Way way);
    /// It never can be applied again.
    void drop(Way way);
    void clear();

private:
    using Steps = std::vector<MarkupStep>;
    [[nodiscard]] const Steps& from(Way way) const { return way == Way::Undo ? m_done : m_undone; }

    Steps m_done, m_undone;
};

} // namespace exhibit::desktop
