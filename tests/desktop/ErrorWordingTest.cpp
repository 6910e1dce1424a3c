// What a German window says when something went wrong: no English.

#include "Application.h"
#include "desktop/Wording.h"

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

/// What the source files say, with strings that go over several lines put together.
QString sources() {
    static const QRegularExpression seam(R"("\s*\n\s*")");
    QString all;
    for (const char* const folder : {SOURCES "/app", SOURCES "/pdf"}) {
        QDirIterator files(folder, {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith("ErrorWording.cpp"))
                continue;
            REQUIRE(file.open(QFile::ReadOnly));
            all += QString::fromUtf8(file.readAll()).remove(seam);
        }
    }
    return all;
}

} // namespace

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

TEST_CASE("in English a failure keeps the words of where it happened") {
    test::startApplication();
    for (const ErrorCode code : allCodes())
        CHECK(Wording::problem({code, kEnglish}) == kEnglish);
}

TEST_CASE("a finding of any kind is told in German, with its code or what it is about") {
    const German german;
    for (const char* const code :
         {"attachment-changed", "artifact-bytes", "custody-chain", "commitment-mismatch", "exhibit-missing",
          "record-changed", "manifest-missing", "summary-mismatch", "sums-missing", "integrity-mismatch",
          "text-mismatch", "picture-mismatch", "redaction-missing", "markup-mismatch", "hidden-text", "invisible-text",
          "page-content", "cross-reference-table", "a-code-of-tomorrow"}) {
        const QString text = Wording::finding({code, Severity::Contradiction, kEnglish, {}});
        INFO(text.toStdString());
        CHECK_FALSE(isEnglish(text.section('(', 0, 0)));
        CHECK(text.endsWith(QStringLiteral("(%1)").arg(code)));
        CHECK(Wording::finding({code, Severity::Contradiction, kEnglish, "exhibit-1.png"}).endsWith("(exhibit-1.png)"));
    }
}

TEST_CASE("every sentence that is translated is one that a library says, and its translation is German") {
    const German german;
    const QString said = sources();
    QFile file(QStringLiteral(TRANSLATIONS "/exhibit17_de.ts"));
    REQUIRE(file.open(QFile::ReadOnly));
    QXmlStreamReader xml(&file);
    QString context;
    int count = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QStringLiteral("name"))
            context = xml.readElementText();
        if (!xml.isStartElement() || xml.name() != QStringLiteral("source") || context != "Sentence")
            continue;
        const QString sentence = xml.readElementText();
        INFO(sentence.toStdString());
        CHECK(said.contains(sentence));
        CHECK_FALSE(isEnglish(Wording::sentence(sentence.toStdString())));
        ++count;
    }
    CHECK(count > 50);
}
