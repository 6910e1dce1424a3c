// What the windows do with cases, without a window.

#include "desktop/model/Desk.h"

#include "Place.h"
#include "desktop/model/DraftStore.h"
#include "desktop/model/ExhibitDraft.h"
#include "desktop/model/FileNames.h"
#include "desktop/model/LastDossier.h"
#include "desktop/model/RecentCases.h"
#include "dossier/Verify.h"

#include <QFile>
#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sys/stat.h>
#include <thread>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

struct Place : test::Place {
    [[nodiscard]] std::filesystem::path cases() const { return folder.path() / "Documents" / "Exhibit 17"; }
};

CaseDetails answers() {
    CaseDetails details;
    details.subject.name = "Erika Muster";
    details.subject.email = "erika@example.org";
    details.country = "DE";
    details.wishes = {Wish::Concern, Wish::Erasure};
    return details;
}

CapturedItem picture(const char* name) {
    CapturedItem item;
    item.role = Role::Screenshot;
    item.origin = Origin::File;
    item.fileName = name;
    item.bytes = FileSource::open(std::filesystem::path(TEST_DATA) / name).value();
    return item;
}

Capture capture(const Place& place, const std::string& prompt, const char* file = nullptr) {
    ExhibitDraft draft;
    draft.prompt.text = prompt;
    if (file != nullptr)
        draft.pictures.push_back(place.desk.takePicture(picture(file)).value());
    return draft.capture(place.clock).value();
}

} // namespace

TEST_CASE("three answers make a case in a private folder, with the forms that fit") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers());
    REQUIRE(path);
    CHECK(*path == place.cases() / "Erika Muster.exhibit17");
    struct stat status {};
    REQUIRE(::stat(place.cases().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0700);
    const auto summary = place.desk.summary(*path);
    REQUIRE(summary);
    CHECK(summary->details.forms.size() == 2);
    CHECK(summary->waits == Waits::Exhibit);
    // The same person again is another case.
    CHECK(place.desk.create(place.cases(), answers()).value() == place.cases() / "Erika Muster 2.exhibit17");
}

TEST_CASE("an answer that is missing or can't be right names its field") {
    const auto field = [](const std::function<void(CaseDetails&)>& change) {
        CaseDetails details = answers();
        change(details);
        const auto checked = checkDetails(details);
        return checked ? std::string() : checked.error().object;
    };
    CHECK(field([](CaseDetails&) {}).empty());
    CHECK(field([](CaseDetails& details) { details.subject.name = " \n"; }) == "name");
    CHECK(field([](CaseDetails& details) { details.subject.email = "erika"; }) == "email");
    CHECK(field([](CaseDetails& details) { details.subject.email.clear(); }).empty());
    CHECK(field([](CaseDetails& details) { details.representative.email = "a@b"; }) == "representative");
    CHECK(field([](CaseDetails& details) {
              details.representative = {"Kanzlei", "nobody@", ""};
          }) == "representative-email");
    CHECK(field([](CaseDetails& details) { details.country.clear(); }) == "country");
    CHECK(field([](CaseDetails& details) { details.wishes.clear(); }) == "wishes");
}

TEST_CASE("what a case waits for follows what was done") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?")) == 1);
    CHECK(place.desk.summary(path)->waits == Waits::Picture);
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?", "desk-1x-light.png")) == 2);
    CHECK(place.desk.summary(path)->waits == Waits::Dossier);
    const auto made = place.desk.exportDossier(path, Desk::dossierPath(path), {});
    REQUIRE(made);
    CHECK(made->path == place.cases() / "Erika Muster.pdf");
    CHECK(place.desk.summary(path)->waits == Waits::Sending);
    CHECK(Desk::dossierPath(path) == place.cases() / "Erika Muster 2.pdf");
    CHECK(dossier::verifyDossier(FileSource::open(made->path).value()).verdict == Verdict::IntactUnanchored);
    REQUIRE(place.desk.noteSent(path, made->digest));
    CHECK(place.desk.summary(path)->waits == Waits::Answer);
    CHECK(lastDossier(place.desk, path)->sent);
    REQUIRE(place.desk.withdrawSent(path, made->digest));
    CHECK(place.desk.summary(path)->waits == Waits::Sending);
    CHECK_FALSE(lastDossier(place.desk, path)->sent);
    REQUIRE(place.desk.noteSent(path, made->digest));
    REQUIRE(place.desk.withdraw(path, 1));
    const auto view = place.desk.view(path);
    REQUIRE(view);
    CHECK(view->summary.waits == Waits::Answer);
    CHECK(view->summary.changedSinceDossier);
    CHECK(view->exhibits.size() == 1);
}

TEST_CASE("what was sent stays known, and what was changed since too") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?", "desk-1x-light.png")) == 1);
    const auto now = [&] { return place.desk.summary(path).value(); };
    CHECK_FALSE(now().madeAt);
    CHECK_FALSE(now().changedSinceDossier); // there is none
    const auto first = place.desk.exportDossier(path, Desk::dossierPath(path), {}).value();
    CHECK(now().madeAt);
    CHECK_FALSE(now().sentAt);
    CHECK_FALSE(now().changedSinceDossier);
    REQUIRE(place.desk.writeNote(path, 1, "They wrote back."));
    CHECK(now().waits == Waits::Dossier); // it isn't sent as it is by mistake
    CHECK(now().changedSinceDossier);
    REQUIRE(place.desk.noteSent(path, first.digest));
    CHECK(now().waits == Waits::Answer);
    CHECK(now().changedSinceDossier);
    REQUIRE(now().sentAt);
    const Instant sentAt = *now().sentAt;
    const auto second = place.desk.exportDossier(path, Desk::dossierPath(path), {}).value();
    CHECK(now().waits == Waits::Sending); // the new one
    CHECK(now().sentAt == sentAt);
    CHECK_FALSE(now().changedSinceDossier);
    REQUIRE(place.desk.noteSent(path, first.digest)); // once more the old one
    CHECK(now().waits == Waits::Sending);
    REQUIRE(place.desk.noteSent(path, second.digest));
    CHECK(now().waits == Waits::Answer);
    REQUIRE(place.desk.removeNote(path, 1, 1));
    CHECK(now().changedSinceDossier);
}

TEST_CASE("a case says that an exhibit isn't saved yet") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    CHECK_FALSE(place.desk.summary(path)->hasUnsavedExhibit);
    ExhibitDraft draft;
    draft.prompt.text = "Who is";
    DraftStore store(path);
    REQUIRE(store.keep(draft));
    CHECK(place.desk.summary(path)->hasUnsavedExhibit);
    store.discard();
    CHECK_FALSE(place.desk.summary(path)->hasUnsavedExhibit);
}

TEST_CASE("an exhibit of a case that is made anew is another one") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?")) == 1);
    const ExhibitId before = place.desk.exhibit(path, 1)->id;
    CHECK(place.desk.exhibit(path, 1)->id == before);
    CHECK(place.desk.summary(path)->id == before.caseId);
    REQUIRE(place.desk.destroy(path));
    REQUIRE(place.desk.create(place.cases(), answers()) == path);
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?")) == 1);
    CHECK(place.desk.exhibit(path, 1)->id != before);
}

TEST_CASE("the pages before a dossier is made are those of the dossier, and leave no trace") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?", "desk-1x-light.png")) == 1);
    const auto before = place.desk.open(path, Access::Read)->custodyLines().value();
    const auto pages = place.desk.previewDossier(path, {});
    REQUIRE(pages);
    CHECK(place.desk.open(path, Access::Read)->custodyLines().value() == before);
    const auto made = place.desk.exportDossier(path, Desk::dossierPath(path), {});
    REQUIRE(made);
    CHECK((*pages)->pages().size() == made->pages);
    CHECK((*pages)->pixels(1, 30));
}

TEST_CASE("an exhibit is shown with its pictures, texts and history") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?", "quarters.heic")) == 1);
    const auto view = place.desk.exhibit(path, 1);
    REQUIRE(view);
    REQUIRE(view->pictures.size() == 1);
    CHECK(view->pictures[0].derived); // HEIC is looked at by way of what was made from it
    CHECK_FALSE(place.desk.picture(path, 1, 1)->isNull());
    REQUIRE(view->texts.size() == 1);
    CHECK(view->texts[0].text == "Who is Erika?");
    REQUIRE_FALSE(view->history.empty());
    CHECK(view->history.back().entry.event == "exhibit-added");
    const QImage small = place.desk.thumbnail(path, 1, 40);
    CHECK(std::max(small.width(), small.height()) == 40);
    CHECK(place.desk.thumbnail(path, 2, 40).isNull());
}

TEST_CASE("a picture that shows nothing isn't taken") {
    const Place place;
    CapturedItem item = picture("desk-1x-light.png");
    item.bytes = std::make_shared<MemorySource>(std::string_view("\x89PNG\r\n\x1a\n"));
    CHECK_FALSE(place.desk.takePicture(item));
}

TEST_CASE("copies and backups are whole cases, and deleting one leaves the others") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who is Erika?")) == 1);
    const auto copy = place.desk.duplicate(path);
    REQUIRE(copy);
    const auto backup = place.folder.path() / "backup.exhibit17";
    REQUIRE(place.desk.backUp(path, backup));
    REQUIRE(place.desk.destroy(path));
    CHECK_FALSE(std::filesystem::exists(path));
    for (const auto& left : {*copy, backup})
        CHECK(place.desk.summary(left)->exhibits == 1);
    const auto refused = place.desk.backUp(*copy, backup);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::AlreadyExists);
}

TEST_CASE("file names are what every file system takes") {
    CHECK(harmlessFileName("Erika M\xc3\xbcller") == "Erika M\xc3\xbcller");
    CHECK(harmlessFileName("../../etc/passwd") == "etcpasswd");
    CHECK(harmlessFileName(" .-hidden. ") == "hidden");
    CHECK(harmlessFileName("a\x01\xe2\x80\xae\xff"
                           "b") == "ab");
    CHECK(harmlessFileName("///") == "case");
    CHECK(harmlessFileName(std::string(300, 'x')).size() == 80);
}

TEST_CASE("the list of cases holds what was opened and what lies in the folder, and forgets what is gone") {
    const Place place;
    const QString file = toQt(place.folder.path() / "settings.ini");
    QSettings settings(file, QSettings::IniFormat);
    const auto own = place.desk.create(place.cases(), answers()).value();
    const auto elsewhere = place.desk.create(place.folder.path(), answers()).value();
    RecentCases recent(settings, place.cases());
    CHECK(recent.paths() == std::vector{own});
    recent.add(elsewhere);
    recent.add(elsewhere);
    CHECK(recent.paths() == std::vector{elsewhere, own});
    recent.add(own);
    CHECK(recent.paths() == std::vector{own, elsewhere});
    settings.sync();
    QSettings again(file, QSettings::IniFormat);
    CHECK(RecentCases(again, place.cases()).paths() == std::vector{own, elsewhere});
    std::filesystem::remove(own);
    CHECK(recent.paths() == std::vector{elsewhere});
    recent.remove(elsewhere);
    CHECK(recent.paths().empty());
}

TEST_CASE("the name of a case that is gone from the folder isn't kept, that of one elsewhere is") {
    const Place place;
    QSettings settings(toQt(place.folder.path() / "settings.ini"), QSettings::IniFormat);
    const auto own = place.desk.create(place.cases(), answers()).value();
    const auto elsewhere = place.desk.create(place.folder.path(), answers()).value();
    const auto other = place.desk.create(place.cases(), answers()).value();
    RecentCases recent(settings, place.cases());
    recent.add(own);
    recent.add(elsewhere);
    std::filesystem::remove(own);
    std::filesystem::remove(elsewhere);
    recent.add(other);
    CHECK(settings.value("recentCases").toStringList() == QStringList{toQt(other), toQt(elsewhere)});
}

TEST_CASE("nobody else reads the list of cases, whatever it was left open by") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "settings" / "s.ini";
    const auto modeOf = [](const std::filesystem::path& path) {
        return std::filesystem::status(path).permissions() & std::filesystem::perms::all;
    };
    makePrivate(file);
    CHECK(modeOf(file.parent_path()) == std::filesystem::perms::owner_all);
    std::ofstream(file) << "[General]";
    std::filesystem::permissions(file, std::filesystem::perms(0644));
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms(0755));
    makePrivate(file);
    CHECK(modeOf(file) == std::filesystem::perms(0600));
    CHECK(modeOf(file.parent_path()) == std::filesystem::perms::owner_all);
}

TEST_CASE("a case is read while it is being written to") {
    const Place place;
    const auto path = place.desk.create(place.cases(), answers()).value();
    REQUIRE(place.desk.add(path, capture(place, "Who?")));
    std::atomic<bool> writing = true;
    std::thread writer([&] {
        for (int count = 0; count < 100; ++count)
            static_cast<void>(place.desk.writeNote(path, 1, "again", count > 0 ? std::optional(1) : std::nullopt));
        writing = false;
    });
    std::set<std::string> problems;
    while (writing) {
        const auto view = place.desk.exhibit(path, 1);
        if (!view)
            problems.insert(view.error().text());
        else if (view->texts.size() > 2)
            problems.insert("more than the prompt and one note");
    }
    writer.join();
    for (const std::string& problem : problems)
        UNSCOPED_INFO(problem);
    CHECK(problems.empty());
}
