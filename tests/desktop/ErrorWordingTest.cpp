// What a German window says when something went wrong: no English.

#include "Application.h"
#include "desktop/Message.h"
#include "desktop/SendPage.h"
#include "desktop/Wording.h"
#include "media/HelperProcess.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <catch2/catch.hpp>
#include <set>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

constexpr const char* kEnglish = "The frobnicator has lost its marbles, and this can't be helped.";

struct German {
    German() {
        test::startApplication();
        REQUIRE(translator.load(QLocale("de"), "exhibit17", "_", ":/translations"));
        QCoreApplication::installTranslator(&translator);
    }
    ~German() { QCoreApplication::removeTranslator(&translator); }
    QTranslator translator;
};

std::vector<ErrorCode> allCodes() {
    std::vector<ErrorCode> codes;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        codes.push_back(static_cast<ErrorCode>(code));
    return codes;
}

/// Words that no German sentence has.
bool isEnglish(const QString& text) {
    static const QRegularExpression words(R"(\b(the|is|are|isn't|can't|not|this|of|and|frobnicator|choose|file)\b)",
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

/// What the source files and the dossier's strings say, with strings that go over several lines put together.
QString sources() {
    static const QRegularExpression seam(R"("\s*\n\s*")");
    QString all;
    for (const char* const folder : {SOURCES "/app", SOURCES "/pdf", SOURCES "/schemas/strings"}) {
        QDirIterator files(folder, {"*.cpp", "*.h", "en.json"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith("ErrorWording.cpp") || file.fileName().endsWith("SentencePatterns.cpp"))
                continue;
            REQUIRE(file.open(QFile::ReadOnly));
            all += QString::fromUtf8(file.readAll()).remove(seam);
        }
    }
    return all;
}

/// The sentences that the windows translate, as they stand in the translation's file.
QStringList translated() {
    QFile file(QStringLiteral(TRANSLATIONS "/exhibit17_de.ts"));
    REQUIRE(file.open(QFile::ReadOnly));
    QXmlStreamReader xml(&file);
    QString context;
    QStringList sentences;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QStringLiteral("name"))
            context = xml.readElementText();
        if (xml.isStartElement() && xml.name() == QStringLiteral("source") && context == "Sentence")
            sentences.append(xml.readElementText());
    }
    return sentences;
}

/// The words between the places of a pattern.
QStringList wordsOf(const QString& pattern) {
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    return pattern.split(place, Qt::SkipEmptyParts);
}

/// What stands in quotes in a piece of C++.
QStringList literalsIn(const QString& code) {
    static const QRegularExpression literal(R"re("((?:[^"\\]|\\.)*)")re");
    QStringList found;
    for (const auto& match : literal.globalMatch(code))
        found.append(match.captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\"")));
    return found;
}

/// Warnings as the libraries word them.
const std::vector<std::string> kWarnings{
    "If the file would be too large, pictures are reduced and other files left out. This list is without that: nothing "
    "more than it names goes out.",
    "The case can't be written, so that its log doesn't name this dossier.",
    "The dossier was written, but the case's log couldn't be told: /tmp/a.exhibit17: The disk is full.",
    "exhibit-1.jpg was left out: a picture of 2.0 MB couldn't be read.",
    "exhibit-12.jpg shows the first 20 pages of 34 alone.",
    "exhibit-1-screenshot-2.jpg is attached, but can’t be shown on a page: The picture is damaged.",
    "Exhibit 3: the screenshot number 2 tells place, time or device and has no cleaned copy, so that it isn't in the "
    "dossier.",
    "Exhibit 2 holds words that were redacted in exhibit 1.",
    "Words that were redacted in exhibit 12 stand in the case's own details (names, addresses, reference), which the "
    "dossier prints.",
    "Exhibit 1: 1 file stays here, since nobody can tell whether it holds what was redacted.",
    "Exhibit 1: 3 files stay here, since nobody can tell whether they hold what was redacted.",
    "Exhibit 1: words were taken out of its texts, and nothing of screenshot 2. Look whether it shows them.",
    "There is no letter for erasure under the law of this country yet. The concern letter stands in its place, and "
    "doesn't ask for it: add your own words with \"exhibit17 letter\".",
    "Your own letter \"access\" isn't in the dossier, since the case doesn't ask for it in this country.",
    "Your own letter \"erasure\" is in another language than this dossier, which has the program's letter in its "
    "place.",
    "No letter \"concern\" was written: No addressee is known for this service and country. Set the country of "
    "residence "
    "(--country). To a company other than Meta write the letter yourself; the dossier goes with it.",
    "The dossier doesn't fit into 100,000 bytes. Without any picture it has about 200,000 bytes: letters, texts, fonts "
    "and the log. Choose fewer exhibits and make several dossiers, or a limit of at least 204,000 bytes.",
    "A font can't be used, and another takes its place: /usr/share/fonts/x.ttf: The font is damaged.",
    "No installed font has 12 of the characters (for example Thai U+0E01). They are shown as boxes with their numbers. "
    "The packages fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji hold the fonts that are used.",
    "The region lies partly outside the monitors; the picture shows what can be seen.",
    "The window lies partly outside the monitors; the picture shows what can be seen.",
    "Part of the window is covered, and what covers it is in the picture: \"E-Mail\". Move it away and capture again.",
    "Your desktop also keeps this picture as /home/erika/x.png. Delete it there if you don't want it.",
    "The picture shows all monitors, since it can't be told where each of them is in it.",
};

/// The codes of findings, as they stand in the libraries.
std::set<std::string> findingCodes() {
    static const QRegularExpression code(R"re((?:contradiction|failure|limit|note)\(\s*"([a-z]+(?:-[a-z]+)*)")re");
    std::set<std::string> codes;
    for (const auto& match : code.globalMatch(sources()))
        codes.insert(match.captured(1).toStdString());
    // Put together from the kind of markup (CheckMarkups.cpp).
    for (const char* const kind : {"mark", "redaction"})
        for (const char* const what : {"unlogged", "missing", "unreadable", "commitment"})
            codes.insert(std::string(kind) + "-" + what);
    return codes;
}

} // namespace

TEST_CASE("whatever the libraries warn of is told in German") {
    const German german;
    for (const std::string& warning : kWarnings) {
        const QString said = Wording::sentence(warning);
        INFO(warning << " -> " << said.toStdString());
        CHECK(said != QString::fromStdString(warning));
        CHECK_FALSE(isEnglish(said));
        CHECK_FALSE(said.contains(QLatin1Char('%')));
    }
    CHECK(
        Wording::sentence("Exhibit 3: the screenshot number 2 tells place, time or device and has no cleaned copy, so "
                          "that it isn't in the dossier.")
            .contains("3"));
    // A text of a stranger isn't taken for a part of the sentence.
    CHECK(Wording::sentence("%2 shows the first %1 pages of 34 alone.").contains("%2"));
}

TEST_CASE("the page behind an export shows each of its warnings in German") {
    const German german;
    const SystemClock clock;
    SystemRandom random;
    const media::HelperProcess helper(MEDIA_PROGRAM);
    const Desk desk(clock, random, helper);
    SendPage page(desk);
    dossier::ExportResult result;
    result.path = "/nowhere/dossier.pdf";
    result.warnings = {kWarnings.at(1), kWarnings.at(7)};
    page.show("/nowhere/a.exhibit17", result, {});
    const QStringList said = page.message().text().split(QLatin1Char('\n'));
    REQUIRE(said.size() == 2);
    for (std::size_t index = 0; index < 2; ++index)
        CHECK(said[static_cast<qsizetype>(index)] == Wording::sentence(result.warnings.at(index)));
    CHECK_FALSE(isEnglish(page.message().text()));
}

TEST_CASE("no warning in the sources is without its translation") {
    static const QRegularExpression given(R"re((?:warnings|sentences)\.(?:push_back|emplace_back)\((.*?)\);)re",
                                          QRegularExpression::DotMatchesEverythingOption);
    QStringList known;
    for (const QString& pattern : translated())
        known.append(wordsOf(pattern));
    int count = 0;
    for (const auto& match : given.globalMatch(sources()))
        for (const QString& words : literalsIn(match.captured(1))) {
            constexpr qsizetype kFewest = 8; // shorter ones only join
            if (words.size() < kFewest)
                continue;
            INFO(words.toStdString());
            CHECK(std::any_of(known.begin(), known.end(), [&](const QString& one) { return one.contains(words); }));
            ++count;
        }
    CHECK(count >= 25);
}

TEST_CASE("every finding that there is has words, and those about an exhibit's parts have their own") {
    const German german;
    const auto codes = findingCodes();
    CHECK(codes.size() > 80);
    const auto told = [](const std::string& code) {
        return Wording::finding({code, Severity::Contradiction, kEnglish, "x"});
    };
    const QString elsewhere = told("a-code-of-tomorrow");
    for (const std::string& code : codes) {
        INFO(code);
        CHECK_FALSE(isEnglish(told(code)));
        for (const char* const area :
             {"mark-", "reduced-", "redaction-", "picture-", "text-", "custody-", "attachment-"})
            if (code.starts_with(area))
                CHECK(told(code) != elsewhere);
    }
    for (const char* const code :
         {"mark-unlogged", "mark-missing", "reduced-changed", "reduced-place", "reduced-original"})
        CHECK(codes.contains(code));
    CHECK(told("mark-missing") != told("redaction-missing"));
}

TEST_CASE("a failure of any kind is told in German, each in its own words") {
    const German german;
    REQUIRE(isEnglish(kEnglish));
    std::set<QString> told;
    for (const ErrorCode code : allCodes()) {
        const QString text = Wording::problem({code, kEnglish, "/tmp/case.exhibit17"});
        INFO(name(code) << ": " << text.toStdString());
        CHECK(text.size() >= 5);
        CHECK_FALSE(isEnglish(text));
        CHECK(told.insert(text).second);
    }
    CHECK(told.size() == 13);
}

TEST_CASE("a letter that isn't written says why, and no window speaks of the command line") {
    const std::string reason =
        "No addressee is known for this service and country. Set the country of residence (--country). To a company "
        "other than Meta write the letter yourself; the dossier goes with it.";
    const std::string warning = "No letter \"erasure\" was written: " + reason;
    {
        test::startApplication();
        const QString said = Wording::sentence(warning);
        CHECK(said.startsWith("The letter “Erasure” wasn't written. No addressee is known"));
        CHECK(said.contains("a company other than Meta"));
        CHECK_FALSE(said.contains("--"));
    }
    const German german;
    const QString said = Wording::sentence(warning);
    INFO(said.toStdString());
    CHECK(said.contains("ein anderes Unternehmen als Meta"));
    CHECK_FALSE(isEnglish(said));
    CHECK_FALSE(said.contains("--"));
}

TEST_CASE("a dossier that doesn't fit says in German how large it is, and what would be enough") {
    const German german;
    const Error error{
        ErrorCode::LimitExceeded,
        "The dossier doesn't fit into 100,000 bytes. With every picture as small as its text stays legible it has "
        "about 1,200,000 bytes; the most are the pictures of exhibit 3 (700,000 bytes), exhibit 12 (300,000 bytes). "
        "Choose fewer exhibits and make several dossiers, or a limit of at least 1,224,000 bytes."};
    const QString said = Wording::problem(error);
    INFO(said.toStdString());
    CHECK_FALSE(isEnglish(said));
    CHECK_FALSE(said.contains("bytes"));
    CHECK_FALSE(said.contains("exhibit"));
    for (const std::uint64_t size : {100'000U, 1'200'000U, 700'000U, 300'000U, 1'224'000U})
        CHECK(said.contains(Wording::size(size)));
    CHECK(said.contains("12 ("));
}

TEST_CASE("a place that can only be read is called that, in both languages") {
    const Error error = systemError(EROFS, "The file can't be made", "/media/cdrom/x.pdf");
    test::startApplication();
    CHECK(Wording::problem(error).startsWith("Nothing can be written there"));
    const German german;
    CHECK_FALSE(isEnglish(Wording::problem(error)));
    CHECK(Wording::problem(error).contains("schreibgeschützt"));
    CHECK(Wording::problem(error) != Wording::problem(systemError(EACCES, "The file can't be made", "/x.pdf")));
}

TEST_CASE("in English a failure keeps the words of where it happened") {
    test::startApplication();
    for (const ErrorCode code : allCodes())
        CHECK(Wording::problem({code, kEnglish}) == kEnglish);
}

TEST_CASE("a finding of any kind is told in German, with what it is about and without its code") {
    const German german;
    for (const char* const code :
         {"attachment-changed", "artifact-bytes", "custody-chain", "commitment-mismatch", "exhibit-missing",
          "record-changed", "manifest-missing", "summary-mismatch", "sums-missing", "integrity-mismatch",
          "text-mismatch", "picture-mismatch", "redaction-missing", "markup-mismatch", "hidden-text", "invisible-text",
          "page-content", "cross-reference-table", "a-code-of-tomorrow"}) {
        const QString text = Wording::finding({code, Severity::Contradiction, kEnglish, {}});
        INFO(text.toStdString());
        CHECK_FALSE(isEnglish(text));
        CHECK_FALSE(text.contains(QString::fromLatin1(code)));
        CHECK(Wording::finding({code, Severity::Contradiction, kEnglish, "exhibit-1.png"}).endsWith("(exhibit-1.png)"));
    }
}

TEST_CASE("every sentence that is translated is one that a library says, and its translation is German") {
    const German german;
    const QString said = sources().replace(QStringLiteral("\\\""), QStringLiteral("\""));
    int count = 0;
    for (const QString& sentence : translated()) {
        INFO(sentence.toStdString());
        // Some sentences are put together from several.
        for (const QString& words : wordsOf(sentence))
            for (const QString& part : words.split(QStringLiteral(". ")))
                CHECK((part.size() < 8 || said.contains(part)));
        CHECK_FALSE(isEnglish(QCoreApplication::translate("Sentence", sentence.toUtf8().constData())));
        ++count;
    }
    CHECK(count > 50);
}
