#include "desktop/SentencePatterns.h"

#include "desktop/Wording.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <optional>

namespace exhibit::desktop {

namespace {

/// %1, %2, ... stand for what differs, in this order; a translation may leave some out. What the command line would say
/// can be put in the window's own way.
constexpr std::array kPatterns{
    // Before a dossier is made, and when it was.
    QT_TRANSLATE_NOOP("Sentence", "If the file would be too large, pictures are reduced and other files left out. This "
                                  "list is without that: nothing more than it names goes out."),
    QT_TRANSLATE_NOOP("Sentence", "The case can't be written, so that its log doesn't name this dossier."),
    QT_TRANSLATE_NOOP("Sentence", "The dossier was written, but the case's log couldn't be told: %1"),
    QT_TRANSLATE_NOOP("Sentence", "%1 was left out: a picture of %2 couldn't be read."),
    QT_TRANSLATE_NOOP("Sentence", "%1 shows the first %2 pages of %3 alone."),
    QT_TRANSLATE_NOOP("Sentence", "%1 is attached, but can’t be shown on a page: %2"),
    QT_TRANSLATE_NOOP("Sentence", "Exhibit %1: the %2 number %3 tells place, time or device and has no cleaned copy, "
                                  "so that it isn't in the dossier."),
    QT_TRANSLATE_NOOP("Sentence", "Exhibit %1 holds words that were redacted in exhibit %2."),
    QT_TRANSLATE_NOOP("Sentence", "Words that were redacted in exhibit %1 stand in the case's own details (names, "
                                  "addresses, reference), which the dossier prints."),
    QT_TRANSLATE_NOOP("Sentence", "Exhibit %1: %2 file stays here, since nobody can tell whether it holds what was "
                                  "redacted."),
    QT_TRANSLATE_NOOP("Sentence", "Exhibit %1: %2 files stay here, since nobody can tell whether they hold what was "
                                  "redacted."),
    QT_TRANSLATE_NOOP("Sentence", "Exhibit %1: words were taken out of its texts, and nothing of screenshot %2. Look "
                                  "whether it shows them."),
    QT_TRANSLATE_NOOP("Sentence", "There is no letter for %1 under the law of this country yet. The concern letter "
                                  "stands in its place, and doesn't ask for it: add your own words with \"exhibit17 "
                                  "letter\"."),
    QT_TRANSLATE_NOOP("Sentence", "Exhibit %1 has no prompt, and the letters say that prompts are enclosed. Record it "
                                  "once more with its prompt if you can, or change the letters' words."),
    QT_TRANSLATE_NOOP("Sentence", "Your own letter \"%1\" isn't in the dossier, since the case doesn't ask for it in "
                                  "this country."),
    QT_TRANSLATE_NOOP("Sentence", "Your own letter \"%1\" is in another language than this dossier, which has the "
                                  "program's letter in its place."),
    QT_TRANSLATE_NOOP("Sentence", "No letter \"%1\" was written: %2"),
    QT_TRANSLATE_NOOP("Sentence",
                      "The dossier doesn't fit into %1. Without any picture it has about %2: letters, texts, "
                      "fonts and the log. Choose fewer exhibits and make several dossiers, or a limit of "
                      "at least %3."),
    QT_TRANSLATE_NOOP("Sentence", "The dossier doesn't fit into %1. With every picture as small as its text stays "
                                  "legible it has about %2; the most are the pictures of exhibit %3. Choose fewer "
                                  "exhibits and make several dossiers, or a limit of at least %4."),
    QT_TRANSLATE_NOOP("Sentence", "The dossier doesn't fit into %1. With every picture as small as its text stays "
                                  "legible it has about %2. Choose fewer exhibits and make several dossiers, or a "
                                  "limit of at least %3."),
    QT_TRANSLATE_NOOP("Sentence", "A font can't be used, and another takes its place: %1"),
    QT_TRANSLATE_NOOP("Sentence", "No installed font has %1 of the characters (for example %2). They are shown as "
                                  "boxes with their numbers. The packages fonts-noto-core, fonts-noto-cjk and "
                                  "fonts-noto-color-emoji hold the fonts that are used."),
    // Pictures of the screen.
    QT_TRANSLATE_NOOP("Sentence", "No window is active. Name the one to capture by a part of its title. %1"),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "Part of the window is covered, and what covers it is in the picture: %1. Move it away and capture again."),
    QT_TRANSLATE_NOOP("Sentence", "Your desktop also keeps this picture as %1. Delete it there if you don't want it."),
};

struct Reworded {
    const char* said;
    const char* here;
};

/// English sentences that speak of the command line, as a window says them.
constexpr std::array kInEnglish{
    Reworded{"No letter \"%1\" was written: %2", "The letter “%1” wasn't written. %2"},
    Reworded{"No addressee is known for this service and country. Set the country of residence (--country). To a "
             "company other than Meta write the letter yourself; the dossier goes with it.",
             "No addressee is known for this service and country. Look whether the country is right: “Change name, "
             "place or wishes…” on the page of the case. To a company other than Meta write the letter yourself; the "
             "dossier goes with it."},
    Reworded{"There is no letter for %1 under the law of this country yet. The concern letter stands in its place, and "
             "doesn't ask for it: add your own words with \"exhibit17 letter\".",
             "There is no letter for this yet under the law of this country: %1. The concern letter stands in its "
             "place, and doesn't ask for it: add that in your own words."},
};

/// What stands in a sentence where its pattern has %1, %2, ...; nothing if it isn't made after it.
std::optional<QStringList> valuesIn(const QString& sentence, const QString& pattern) {
    static const QRegularExpression place(QStringLiteral("\\\\%[1-9]"));
    const QString expression = QRegularExpression::escape(pattern).replace(place, QStringLiteral("(.+)"));
    const QRegularExpression whole(QRegularExpression::anchoredPattern(expression),
                                   QRegularExpression::DotMatchesEverythingOption);
    const auto match = whole.match(sentence);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

QString filled(const QString& pattern, const QStringList& values) {
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isPlace = pattern[at] == QLatin1Char('%') && at + 1 < pattern.size();
        const int number = isPlace ? pattern[at + 1].digitValue() : 0;
        if (number < 1 || number > values.size()) {
            text += pattern[at];
            continue;
        }
        text += values[number - 1];
        ++at;
    }
    return text;
}

/// "200,000 bytes" and "3 (200,000 bytes), exhibit 1 (90,000 bytes)", as windows say sizes.
QString withSizes(QString value) {
    static const QRegularExpression size(QStringLiteral("([0-9][0-9,]*) bytes"));
    static const QRegularExpression list(QStringLiteral("\\A[0-9]+ \\([0-9,]+ bytes\\)(, exhibit .+)?\\z"));
    if (list.match(value).hasMatch())
        value.replace(QStringLiteral(", exhibit "), QStringLiteral(", "));
    QString said;
    qsizetype from = 0;
    for (const auto& match : size.globalMatch(value)) {
        said += value.mid(from, match.capturedStart() - from) +
                Wording::size(match.captured(1).remove(QLatin1Char(',')).toULongLong());
        from = match.capturedEnd();
    }
    return said + value.mid(from);
}

/// The libraries' own names of things and their reasons, in the windows' words.
QString valueOf(const QString& value) {
    static const QRegularExpression sizes(QStringLiteral("\\A(?:[0-9]+ \\()?[0-9,]+ bytes"));
    const std::string name = value.toStdString();
    if (const auto role = roleFromName(name))
        return Wording::role(*role);
    if (const auto wish = wishFromName(name))
        return Wording::wish(*wish);
    return sizes.match(value).hasMatch() ? withSizes(value) : Wording::sentence(name);
}

std::optional<QString> reworded(const QString& sentence, const char* said, const QString& here) {
    auto values = valuesIn(sentence, QString::fromUtf8(said));
    if (!values)
        return std::nullopt;
    std::transform(values->begin(), values->end(), values->begin(), valueOf);
    return filled(here, *values);
}

} // namespace

QString sentenceByPattern(const QString& english) {
    if (Wording::language() == QStringLiteral("en")) {
        for (const Reworded& one : kInEnglish)
            if (const auto said = reworded(english, one.said, QString::fromUtf8(one.here)))
                return *said;
        return english;
    }
    for (const char* const pattern : kPatterns)
        if (const auto said = reworded(english, pattern, QCoreApplication::translate("Sentence", pattern)))
            return *said;
    return english;
}

} // namespace exhibit::desktop
