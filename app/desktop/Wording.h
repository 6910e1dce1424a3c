#pragma once
// The windows' words for what the libraries know by name.

#include "desktop/model/Desk.h"

#include <QCoreApplication>
#include <QString>

namespace exhibit::desktop {

class Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)

public:
    /// ISO 639-1 code of the language that the windows speak.
    [[nodiscard]] static QString language();
    /// A text of a stranger in one line: what can't be seen is escaped.
    [[nodiscard]] static QString line(std::string_view text);
    /// The same with its lines.
    [[nodiscard]] static QString block(std::string_view text);
    /// Of a language, in itself: "Deutsch".
    [[nodiscard]] static QString languageName(const QString& code);
    /// In the person's time zone, with the month as a word, since 11/12 is two days.
    [[nodiscard]] static QString dateTime(Instant instant);
    /// "1.2 MB"
    [[nodiscard]] static QString size(std::uint64_t bytes);

    [[nodiscard]] static QString wish(Wish wish);
    /// What it asks for, in one sentence.
    [[nodiscard]] static QString wishSentence(Wish wish, Surface surface = Surface::MetaAi);
    /// "Erasure, objection"
    [[nodiscard]] static QString wishes(const std::vector<Wish>& wishes);
    [[nodiscard]] static QString surface(Surface surface);
    [[nodiscard]] static QString role(Role role);
    /// "Picture 2"
    [[nodiscard]] static QString itemName(Role role, int number);
    /// How a text or picture came here.
    [[nodiscard]] static QString origin(Origin origin);
    [[nodiscard]] static QString method(std::string_view method);
    /// What happened, in a sentence.
    [[nodiscard]] static QString event(const Happening& happening);
    /// A kind of personal data (markCategories()).
    [[nodiscard]] static QString category(std::string_view category);
    /// A special category (specialCategories()); "no" for an empty one.
    [[nodiscard]] static QString special(std::string_view special);
    [[nodiscard]] static QString truth(Truth truth);
    /// The beginning of a text, in one line.
    [[nodiscard]] static QString shortened(std::string_view text);

    /// "Asked 3 times, the same answer twice"
    [[nodiscard]] static QString repeated(const PromptGroup& group);
    /// What the case needs next.
    [[nodiscard]] static QString waits(const CaseSummary& summary);
    /// What happened and what to do, for a person: the library's own sentence where there is one in the windows'
    /// language, and otherwise what kind of failure it was.
    [[nodiscard]] static QString problem(const Error& error);
    /// A sentence of the libraries in the windows' language, or as it is.
    [[nodiscard]] static QString sentence(const std::string& english);
    /// Likewise, with what it is about.
    [[nodiscard]] static QString finding(const Finding& finding);
};

} // namespace exhibit::desktop
