// Long paragraphs are shown in pieces, and every place is found again.

#include "desktop/model/LongText.h"

#include <QStringList>
#include <catch2/catch.hpp>

using namespace exhibit::desktop;

namespace {

QString repeated(const char* words, int times) {
    return QString::fromUtf8(words).repeated(times);
}

void checkPlaces(const LongText& text) {
    QString found;
    for (int place = 0; place < text.text().size(); ++place) {
        found += text.shown().at(text.shownAt(place));
        if (text.placeOf(text.shownAt(place)) != place)
            FAIL("place " << place);
    }
    CHECK(found == text.text());
    CHECK(text.placeOf(static_cast<int>(text.shown().size())) == text.text().size());
}

qsizetype longestParagraph(const LongText& text) {
    qsizetype longest = 0;
    for (const QString& paragraph : text.shown().split(QLatin1Char('\n')))
        longest = std::max(longest, paragraph.size());
    return longest;
}

} // namespace

TEST_CASE("a text with paragraphs as people write them is shown as it is") {
    for (const QString& text :
         {QString(), QStringLiteral("\n"), repeated("Who is Erika Muster? ", 100), repeated("One line.\n", 5000)}) {
        const LongText shown(text);
        CHECK(shown.isPlain());
        CHECK(shown.shown() == text);
        checkPlaces(shown);
    }
}

TEST_CASE("a long paragraph is shown in pieces that end between words") {
    const LongText text(QStringLiteral("Short.\n\n") + repeated("Who is Erika Muster? ", 2000) +
                        QStringLiteral("\nThe end.\n"));
    CHECK_FALSE(text.isPlain());
    CHECK(longestParagraph(text) <= 4000);
    checkPlaces(text);
    const QStringList lines = text.shown().split(QLatin1Char('\n'));
    CHECK(lines.first() == "Short.");
    CHECK(lines.at(2).endsWith(' '));
    CHECK(lines.at(lines.size() - 2) == "The end.");
}

TEST_CASE("no piece ends within a character") {
    // No spaces; surrogates, joiners and marks.
    for (const char* const character :
         {"\xf0\x9f\x99\x82", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", "e\xcc\x81", "x"}) {
        const QString whole = QString::fromUtf8(character);
        const LongText text(repeated(character, 9000));
        CHECK_FALSE(text.isPlain());
        checkPlaces(text);
        for (const QString& line : text.shown().split(QLatin1Char('\n')))
            CHECK(line.size() % whole.size() == 0);
    }
}
