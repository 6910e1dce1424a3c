// Marks, covers and repeated prompts, without a window.

#include "desktop/model/Markings.h"

#include "Place.h"
#include "core/Text.h"
#include "desktop/model/ExhibitDraft.h"
#include "desktop/model/FoundData.h"
#include "desktop/model/Pyramid.h"
#include "dossier/WordSearch.h"

#include <QBuffer>
#include <catch2/catch.hpp>
#include <cstdlib>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

struct Place : test::Place {
    std::filesystem::path path = makeCase();

    [[nodiscard]] std::filesystem::path makeCase() {
        CaseDetails details;
        details.subject.name = "Erika Muster";
        details.country = "DE";
        details.wishes = {Wish::Erasure};
        return desk.create(folder.path(), details).value();
    }
    void add(const std::string& prompt, const std::string& response, const char* picture = nullptr) const {
        ExhibitDraft draft;
        draft.prompt.text = prompt;
        draft.response.text = response;
        if (picture != nullptr) {
            CapturedItem item;
            item.role = Role::Screenshot;
            item.origin = Origin::File;
            item.bytes = FileSource::open(std::filesystem::path(TEST_DATA) / picture).value();
            draft.pictures.push_back(desk.takePicture(item).value());
        }
        REQUIRE(desk.add(path, draft.capture(clock).value()));
    }
    [[nodiscard]] static CapturedItem frame(const QImage& image) {
        QBuffer png;
        REQUIRE(image.save(&png, "PNG"));
        CapturedItem item;
        item.role = Role::Screenshot;
        item.origin = Origin::Screen;
        item.bytes = std::make_shared<MemorySource>(Bytes(png.data().begin(), png.data().end()));
        return item;
    }
    [[nodiscard]] Markings read(int exhibit = 1) const { return markingsOf(desk, path, exhibit).value(); }
};

Mark wordMark(std::string words) {
    Mark mark;
    mark.on = Role::Response;
    mark.text = std::move(words);
    mark.category = "name";
    return mark;
}

Redaction wordCover(std::string words) {
    Redaction redaction;
    redaction.text = std::move(words);
    return redaction;
}

Redaction boxCover(const Region& region) {
    Redaction redaction;
    redaction.on = Role::Screenshot;
    redaction.region = region;
    return redaction;
}

QString shown(const std::string& text) {
    return QString::fromStdString(escapeForDisplay(text, EscapeStyle::Block));
}

} // namespace

TEST_CASE("marked words are found where they are shown, also behind characters that nobody sees") {
    const Place place;
    const std::string text = "\xf0\x9f\x98\x80 \xe2\x80\x8bJ\xc3\xb6rg lives in Lindau, says j\xc3\xb6rg.";
    place.add("Who is he?", text);
    REQUIRE(apply(place.desk, place.path, {{1, {}, {wordMark("J\xc3\xb6rg")}, {}, {}}}));
    const Markings markings = place.read();
    REQUIRE(markings.texts.size() == 2);
    const MarkedText& marked = markings.texts[1];
    REQUIRE(marked.places.size() == 2);
    const QString whole = shown(text);
    CHECK(whole.contains("\\u{200B}"));
    for (const TextPlace& one : marked.places)
        CHECK(whole.mid(one.begin, one.end - one.begin).toLower() == QString::fromUtf8("j\xc3\xb6rg"));
    // And back: what is chosen there is what the exhibit has.
    CHECK(wordsAt(text, marked.places[0].begin, marked.places[0].end) == "J\xc3\xb6rg");
    CHECK(wordsAt(text, marked.places[0].begin - 1, marked.places[0].end) == "J\xc3\xb6rg"); // an end of \u{...}
    CHECK(wordsAt(text, 0, static_cast<int>(whole.size())) == text);
    CHECK(wordsAt(text, marked.places[0].end, marked.places[0].end + 1).empty());
}

TEST_CASE("data that may be the person's is proposed once, and not where it is marked or covered") {
    Place place;
    place.add("Who is Erika Muster?",
              "Erika Muster lives at Seestraße 14, 88131 Lindau. ERIKA MUSTER's phone: +49 8382 555 0147.",
              "desk-1x-light.png");
    const std::string programs = std::getenv("PATH");
    ::setenv("PATH", "/nonexistent", 1); // without the program that reads pictures
    const auto words = [&] {
        std::string all;
        const auto found = findData(place.desk, place.path, 1);
        REQUIRE(found);
        CHECK(found->picturesUnread->code == ErrorCode::Unsupported);
        for (const Proposal& proposal : found->proposals)
            all += std::string(name(proposal.mark.on)) + " " + proposal.mark.category + " " + proposal.words + "; ";
        return all;
    };
    CHECK(words() == "prompt name Erika Muster; response name Erika Muster; response address Seestraße 14, 88131 "
                     "Lindau; response phone +49 8382 555 0147; ");
    REQUIRE(apply(place.desk, place.path, {{1, {}, {wordMark("erika muster")}, {}, {wordCover("Seestraße 14")}}}));
    CHECK(words() == "prompt name Erika Muster; response phone +49 8382 555 0147; ");
    ::setenv("PATH", programs.c_str(), 1);
    CHECK(findData(place.desk, place.path, 1, [](std::uint64_t, std::uint64_t) { return false; }).error().code ==
          ErrorCode::Cancelled);
}

TEST_CASE("what is found in a long picture is proposed where it can be marked") {
    Place place;
    CaseDetails details;
    details.subject.name = "Bitte"; // which stands in both parts
    details.subject.address = "Privatsphäre";
    details.country = "DE";
    details.wishes = {Wish::Erasure};
    place.path = place.desk.create(place.folder.path(), details).value();
    const QImage whole = QImage(TEST_DATA "/phone-2x-light.png").convertToFormat(QImage::Format_RGB32);
    const int height = whole.height();
    ExhibitDraft draft;
    const auto frame = [&](int begin, int end) {
        return place.desk.takePicture(place.frame(whole.copy(0, begin, whole.width(), end - begin))).value()[0];
    };
    const auto joined = place.desk.joinFrames({frame(0, height * 6 / 10), frame(height * 4 / 10, height)});
    REQUIRE(joined);
    draft.pictures.push_back(*joined);
    REQUIRE(place.desk.add(place.path, draft.capture(place.clock).value()));
    const auto found = findData(place.desk, place.path, 1);
    REQUIRE(found);
    REQUIRE_FALSE(found->picturesUnread);
    REQUIRE_FALSE(found->proposals.empty());
    MarkupChange change{1, {}, {}, {}, {}};
    for (const Proposal& proposal : found->proposals)
        change.marksIn.push_back(proposal.mark);
    CHECK(apply(place.desk, place.path, {change}));
}

TEST_CASE("a step is undone and done again by its contents, whatever the numbers are") {
    const Place place;
    place.add("Who is Erika?", "Erika is a baker from Lindau.", "desk-1x-light.png");
    MarkupHistory history;
    const auto perform = [&](const MarkupStep& step) { REQUIRE(apply(place.desk, place.path, step)); };
    const auto go = [&](MarkupHistory::Way way) {
        perform(history.next(way));
        history.moved(way);
    };
    const auto remember = [&](const MarkupStep& step) {
        perform(step);
        history.note(step);
    };
    Mark wrong = wordMark("baker");
    wrong.truth = Truth::False;
    remember({{1, {}, {wordMark("baker"), wordMark("Lindau")}, {}, {}}});
    remember({{1, {wordMark("baker")}, {wrong}, {}, {}}});
    remember({{1, {}, {}, {}, {boxCover({10, 20, 30, 40})}}});
    CHECK(place.read().redactions.size() == 1);
    CHECK(place.read().marks.size() == 2);
    go(MarkupHistory::Way::Undo);
    CHECK(place.read().redactions.empty());
    go(MarkupHistory::Way::Undo);
    const auto marks = place.read().marks;
    REQUIRE(marks.size() == 2);
    CHECK(std::count_if(marks.begin(), marks.end(),
                        [](const auto& mark) { return mark.markup == wordMark("baker"); }) == 1);
    go(MarkupHistory::Way::Undo);
    CHECK(place.read().marks.empty());
    CHECK_FALSE(history.can(MarkupHistory::Way::Undo));
    go(MarkupHistory::Way::Redo);
    go(MarkupHistory::Way::Redo);
    go(MarkupHistory::Way::Redo);
    CHECK_FALSE(history.can(MarkupHistory::Way::Redo));
    CHECK(place.read().redactions.size() == 1);
    // What isn't there can't be taken out, and nothing is changed then.
    const auto missing = apply(place.desk, place.path, {{1, {wordMark("baker")}, {wordMark("Erika")}, {}, {}}});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
    CHECK(place.read().marks.size() == 2);
    const auto findings = place.desk.open(place.path, Access::Read)->check();
    REQUIRE(findings);
    CHECK(findings->empty());
}

TEST_CASE("words are covered in all exhibits that have them, and uncovered at once") {
    const Place place;
    place.add("Who is Petra Klein?", "PETRA  KLEIN is a baker.");
    place.add("And who is Erika?", "Nobody.");
    place.add("Who else?", "Petra Klein.");
    const auto covered = coverWords(place.desk, place.path, {}, wordCover("petra klein"));
    REQUIRE(covered);
    REQUIRE(covered->exhibits.size() == 2);
    CHECK(covered->exhibits[0].exhibit == 1);
    CHECK(covered->exhibits[0].added.places.at(Role::Prompt) == 1);
    CHECK(covered->exhibits[1].exhibit == 3);
    const Markings markings = place.read();
    CHECK(markings.texts[0].covered == "Who is " + std::string(dossier::kRedactionToken) + "?");
    CHECK(markings.texts[0].text == "Who is Petra Klein?");
    REQUIRE(apply(place.desk, place.path, inverse(covered->step)));
    for (const int exhibit : {1, 2, 3})
        CHECK(place.read(exhibit).redactions.empty());
    const auto nowhere = coverWords(place.desk, place.path, {2}, wordCover("Petra"));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == ErrorCode::NotFound);
}

TEST_CASE("words are uncovered in all exhibits that are left, or in none") {
    const Place place;
    for (int i = 0; i < 3; ++i)
        place.add("Who is Petra Klein?", "A baker.");
    const auto covered = coverWords(place.desk, place.path, {}, wordCover("Petra Klein"));
    REQUIRE(covered);
    const auto covers = [&](int exhibit) { return place.read(exhibit).redactions.size(); };
    SECTION("an exhibit was withdrawn") {
        REQUIRE(place.desk.withdraw(place.path, 2));
        REQUIRE(apply(place.desk, place.path, inverse(covered->step)));
        CHECK(covers(1) == 0);
        CHECK(covers(3) == 0);
    }
    SECTION("a cover was taken away") {
        REQUIRE(apply(place.desk, place.path, {inverse(covered->step)[1]}));
        REQUIRE(covers(2) == 0);
        const auto undone = apply(place.desk, place.path, inverse(covered->step));
        REQUIRE_FALSE(undone);
        CHECK(undone.error().code == ErrorCode::NotFound);
        CHECK(covers(1) == 1);
        CHECK(covers(3) == 1);
    }
    SECTION("something can't be put in") {
        const MarkupStep step{{1, {}, {wordMark("baker")}, {}, {}}, {2, {}, {wordMark("singer")}, {}, {}}};
        REQUIRE_FALSE(apply(place.desk, place.path, step));
        CHECK(place.read(1).marks.empty());
    }
    SECTION("no exhibit is left") {
        for (const int exhibit : {1, 2, 3})
            REQUIRE(place.desk.withdraw(place.path, exhibit));
        CHECK(apply(place.desk, place.path, inverse(covered->step)).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("a covered picture is another one, and the captured one stays") {
    const Place place;
    place.add("Who is Erika?", "A baker.", "desk-1x-light.png");
    const QImage before = place.desk.picture(place.path, 1, 1).value();
    const Region region{100, 100, 60, 40};
    REQUIRE(apply(place.desk, place.path, {{1, {}, {}, {}, {boxCover(region)}}}));
    const QImage covered = place.desk.picture(place.path, 1, 1, PictureState::Covered).value();
    CHECK(covered.size() == before.size());
    CHECK(covered.pixelColor(130, 120) == QColor(Qt::black));
    CHECK(place.desk.picture(place.path, 1, 1).value() == before);
    CHECK(place.desk.picture(place.path, 1, 2)->isNull());
    REQUIRE(place.desk.exportDossier(place.path, Desk::dossierPath(place.path), {}));
    const Markings markings = place.read();
    CHECK(markings.exports == 1);
    CHECK(markings.dossiers == 1);
}

TEST_CASE("what was stored is compared with what was written down") {
    const Place place;
    place.add("Who is Erika?", "A baker.", "desk-1x-light.png");
    const auto checks = place.desk.check(place.path, 1);
    REQUIRE(checks);
    REQUIRE(checks->size() == 3);
    for (const ArtifactCheck& check : *checks) {
        CHECK(check.unchanged);
        CHECK(check.since == Instant::fromIso("2026-11-22T10:00:00Z").value());
        CHECK(check.number == 1);
    }
    REQUIRE(apply(place.desk, place.path, {{1, {}, {wordMark("baker")}, {}, {}}}));
    REQUIRE(apply(place.desk, place.path, {{1, {wordMark("baker")}, {}, {}, {}}}));
    const auto history = place.desk.exhibit(place.path, 1)->history;
    REQUIRE(history.size() > 3);
    const Happening& set = history[history.size() - 2];
    CHECK(set.entry.event == "mark-added");
    CHECK(set.number == 1);
    CHECK(history.back().entry.event == "mark-removed");
    CHECK(history.back().number == 1);
    REQUIRE(history.front().artifact);
    CHECK(history.front().artifact->role == Role::Prompt);
}

TEST_CASE("exhibits with the same prompt are one group, and equal answers are counted") {
    const Place place;
    place.add("Who is Erika?", "A baker.");
    place.add("Who is Petra?", "A baker.");
    place.add("Who is Erika? \n", "A baker.\n");
    place.add("Who is Erika?", "A singer.");
    place.add("", "No prompt.");
    place.add("", "No prompt.");
    const auto groups = place.desk.view(place.path)->groups;
    REQUIRE(groups.size() == 4);
    REQUIRE(groups[0].runs.size() == 3);
    CHECK(groups[0].runs[1].exhibit == 3);
    CHECK(groups[0].runs[1].answer == groups[0].runs[0].answer);
    CHECK(groups[0].runs[2].answer != groups[0].runs[0].answer);
    CHECK(groups[0].sameAnswers() == 2);
    CHECK(groups[0].hasAllAnswers());
    CHECK(groups[1].runs.size() == 1);
    CHECK(groups[2].runs.size() == 1);
    CHECK(groups[3].runs.size() == 1);
}

TEST_CASE("a small picture shows the whole of a large one, on white") {
    QImage picture(1001, 403, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    for (int y = 0; y < 403; ++y)
        for (int x = 500; x < 1001; ++x)
            picture.setPixelColor(x, y, (x + y) % 2 == 0 ? QColor(200, 100, 40) : QColor(100, 0, 20));
    const QImage small = shrunk(picture, 100);
    CHECK(small.size() == QSize(100, 40));
    CHECK(small.pixelColor(10, 20) == QColor(Qt::white));
    CHECK(small.pixelColor(90, 20) == QColor(150, 50, 30));
    CHECK(shrunk(picture.copy(700, 0, 1, 403), 100).size() == QSize(1, 100));
    CHECK(shrunk(picture.copy(0, 0, 10, 5), 100).size() == QSize(100, 50));
    CHECK(shrunk(QImage(), 100).isNull());
}

TEST_CASE("a part of a picture is taken from the smallest size that isn't blown up, at any height") {
    QImage picture(300, 50'000, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 40'000; y < 40'100; ++y)
        for (int x = 0; x < 300; ++x)
            picture.setPixelColor(x, y, Qt::red);
    const Pyramid pyramid(picture);
    CHECK(pyramid.size() == picture.size());
    const auto whole = pyramid.part(QRectF(0, 0, 300, 50'000), 0.01);
    CHECK(whole.image.height() < 1000);
    CHECK(whole.place == QRectF(0, 0, 300, 50'000));
    const auto part = pyramid.part(QRectF(100, 40'010, 50, 50), 1);
    CHECK(part.image.height() <= 53);
    CHECK(part.place.contains(QRectF(100, 40'010, 50, 50)));
    CHECK(part.image.pixelColor(10, 10) == QColor(Qt::red));
    const auto half = pyramid.part(QRectF(100, 40'010, 50, 50), 0.5);
    CHECK(half.image.width() <= 28);
    CHECK(half.image.pixelColor(10, 10) == QColor(Qt::red));
    CHECK(Pyramid(QImage()).isNull());
}
