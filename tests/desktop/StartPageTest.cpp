// The page with the cases: search, copies, backups, deleting.

#include "desktop/StartPage.h"

#include "Application.h"
#include "VirtualDesktop.h"
#include "desktop/Message.h"
#include "desktop/TwoLineList.h"
#include "media/HelperProcess.h"

#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <catch2/catch.hpp>
#include <fstream>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

struct Cases {
    test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    Desk desk{clock, random, helper};
    QSettings settings{toQt(folder.path() / "settings.ini"), QSettings::IniFormat};
    std::filesystem::path own = folder.path() / "cases";
    RecentCases recent{settings, own};
    std::unique_ptr<StartPage> page;

    Cases() {
        test::startApplication();
        make(own, "Erika Muster", "17 C 4/26");
        make(own, "J\xc3\xb6rg M\xc3\xbcller", {});
    }

    std::filesystem::path make(const std::filesystem::path& where, const char* name, const char* reference) {
        CaseDetails details;
        details.subject.name = name;
        if (reference != nullptr)
            details.reference = reference;
        details.country = "DE";
        details.wishes = {Wish::Erasure};
        return desk.create(where, details).value();
    }

    void show() {
        page = std::make_unique<StartPage>(desk, recent);
        page->show();
        page->refresh();
        REQUIRE(test::comesTrue([&] { return list().count() == static_cast<int>(recent.paths().size()); }));
    }

    [[nodiscard]] TwoLineList& list() const { return *page->findChild<TwoLineList*>(); }
    void select(const std::filesystem::path& path) const { REQUIRE(list().select(toQt(path))); }

    /// An entry of the menu "More", mnemonics left out.
    void choose(const QString& text) const {
        for (QAction* const action : list().actions())
            if (action->text().remove('&') == text)
                return action->trigger();
        FAIL("no entry " << text.toStdString());
    }

    [[nodiscard]] bool says(const QString& part) const {
        return test::comesTrue([&] { return page->message().text().contains(part); });
    }

    [[nodiscard]] QStringList shown() const {
        QStringList names;
        for (int row = 0; row < list().count(); ++row)
            if (!list().isRowHidden(row))
                names.append(list().item(row)->text());
        return names;
    }

    [[nodiscard]] std::filesystem::path erika() const { return own / "Erika Muster.exhibit17"; }
};

/// Presses a button of the next message box.
void answer(const QString& text) {
    bool pressed = false;
    REQUIRE(test::comesTrue([&] {
        for (QWidget* const widget : QApplication::topLevelWidgets())
            if (auto* const box = qobject_cast<QMessageBox*>(widget); box != nullptr && box->isVisible())
                for (QAbstractButton* const button : box->buttons())
                    if (button->text().remove('&') == text) {
                        button->click();
                        pressed = true;
                    }
        return pressed;
    }));
}

/// Gives the next file dialog this path.
void giveFile(const QString& path) {
    QTimer::singleShot(100, [path] {
        auto* const dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        dialog->findChild<QLineEdit*>()->setText(path);
        dialog->findChild<QPushButton*>()->click();
    });
}

} // namespace

TEST_CASE("what is left of a case whose deletion was cut short goes, wherever it was") {
    Cases cases;
    const auto elsewhere = cases.folder.path() / "stick";
    const auto path = cases.make(elsewhere, "Ada Beispiel", {});
    cases.recent.add(path);
    const auto leftIn = [](const std::filesystem::path& folder) { return folder / ".exhibit17-0123456789abcdef.part"; };
    std::filesystem::rename(path, leftIn(elsewhere));
    std::filesystem::rename(cases.erika(), leftIn(cases.own));
    cases.show();
    CHECK_FALSE(std::filesystem::exists(leftIn(elsewhere)));
    CHECK_FALSE(std::filesystem::exists(leftIn(cases.own)));
    CHECK(cases.list().count() == 1);
}

TEST_CASE("the search finds a case by name, reference and file, however it is written") {
    Cases cases;
    cases.show();
    auto* const search = cases.page->findChild<QLineEdit*>();
    REQUIRE(search->isVisible());
    CHECK(cases.shown().size() == 2);
    const auto found = [&](const char* words) {
        search->setText(QString::fromUtf8(words));
        return cases.shown();
    };
    CHECK(found("erika") == QStringList{"Erika Muster (17 C 4/26)"});
    CHECK(found("4/26") == QStringList{"Erika Muster (17 C 4/26)"});
    CHECK(found(" J\xc3\x96RG ") == QStringList{QString::fromUtf8("J\xc3\xb6rg M\xc3\xbcller")});
    CHECK(found("m\xc3\xbcller.exhibit17") == QStringList{QString::fromUtf8("J\xc3\xb6rg M\xc3\xbcller")});
    CHECK(found("nobody").isEmpty());
    CHECK(found("").size() == 2);
}

TEST_CASE("Enter in the search opens what was found, and what isn't shown isn't opened or deleted") {
    Cases cases;
    cases.show();
    cases.select(cases.erika());
    auto* const search = cases.page->findChild<QLineEdit*>();
    QSignalSpy chosen(cases.page.get(), &StartPage::caseChosen);
    search->setFocus();
    search->setText("muster");
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.at(0).at(0).toString() == toQt(cases.erika()));

    // The case that was selected is hidden: "Delete for good" must not mean it.
    search->setText(QString::fromUtf8("M\xc3\xbcller"));
    CHECK(cases.list().currentId().toString().endsWith(QString::fromUtf8("M\xc3\xbcller.exhibit17")));
    search->setText("nobody");
    CHECK(cases.list().currentRow() == -1);
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(chosen.size() == 1);
    for (const QAction* const action : cases.list().actions())
        if (!action->isSeparator())
            CHECK_FALSE(action->isEnabled());
}

TEST_CASE("a copy lies beside the case and is listed first") {
    Cases cases;
    cases.show();
    cases.select(cases.erika());
    cases.choose("Duplicate");
    REQUIRE(cases.says("Erika Muster 2.exhibit17"));
    REQUIRE(test::comesTrue([&] { return cases.list().count() == 3; }));
    CHECK(cases.list().idAt(0).toString() == toQt(cases.own / "Erika Muster 2.exhibit17"));
    CHECK(cases.desk.summary(cases.own / "Erika Muster 2.exhibit17")->details.reference == "17 C 4/26");
}

TEST_CASE("a backup is a whole case elsewhere, for this user alone, and never replaces a file") {
    Cases cases;
    cases.show();
    cases.select(cases.erika());
    const auto target = cases.folder.path() / "backup.exhibit17";
    giveFile(toQt(target));
    cases.choose(QString::fromUtf8("Back up\xe2\x80\xa6"));
    REQUIRE(cases.says(toQt(target)));
    CHECK(cases.desk.summary(target)->details.subject.name == "Erika Muster");
    struct stat status {};
    REQUIRE(::stat(target.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);

    const auto taken = cases.folder.path() / "taken.exhibit17";
    std::ofstream(taken) << "mine";
    giveFile(toQt(taken));
    cases.choose(QString::fromUtf8("Back up\xe2\x80\xa6"));
    REQUIRE(cases.says("There is no backup"));
    CHECK(std::filesystem::file_size(taken) == 4);
}

TEST_CASE("deleting asks once, deletes that case alone, and can be declined") {
    Cases cases;
    cases.show();
    cases.select(cases.erika());
    cases.choose(QString::fromUtf8("Delete for good\xe2\x80\xa6"));
    answer("Keep the case");
    CHECK(std::filesystem::exists(cases.erika()));
    cases.choose(QString::fromUtf8("Delete for good\xe2\x80\xa6"));
    answer("Delete for good");
    REQUIRE(cases.says("deleted"));
    CHECK_FALSE(std::filesystem::exists(cases.erika()));
    REQUIRE(test::comesTrue([&] { return cases.list().count() == 1; }));
    CHECK(cases.desk.summary(fromQt(cases.list().idAt(0).toString())));
}

TEST_CASE("whoever deletes a case is told which files that were made from it stay") {
    Cases cases;
    Capture capture;
    capture.method = "manual";
    capture.items.push_back(textItem(Role::Prompt, "Who is Erika?", Origin::Typed, true).value());
    REQUIRE(cases.desk.add(cases.erika(), std::move(capture)));
    dossier::ExportOptions options;
    options.profile = dossier::Profile::Upload;
    options.maxSize = 5'000'000;
    const auto dossier = Desk::dossierPath(cases.erika());
    const auto made = cases.desk.exportDossier(cases.erika(), dossier, options);
    REQUIRE(made);
    REQUIRE_FALSE(made->pictureFolder.empty());
    cases.show();
    cases.select(cases.erika());
    cases.choose(QString::fromUtf8("Delete for good…"));
    answer("Delete for good");
    CHECK(cases.says(toQt(dossier)));
    CHECK(cases.says(toQt(made->pictureFolder)));
    CHECK(std::filesystem::exists(dossier));
    CHECK_FALSE(std::filesystem::exists(cases.erika()));
}

TEST_CASE("cases with the same title are told apart by their files, also when one is deleted") {
    Cases cases;
    REQUIRE(cases.desk.duplicate(cases.erika()));
    cases.show();
    CHECK(std::ranges::count(cases.shown(), QString::fromUtf8("Erika Muster (17 C 4/26) – Erika Muster 2.exhibit17")) ==
          1);
    CHECK(std::ranges::count(cases.shown(), QString::fromUtf8("Erika Muster (17 C 4/26) – Erika Muster.exhibit17")) ==
          1);
    CHECK(cases.shown().contains(QString::fromUtf8("J\xc3\xb6rg M\xc3\xbcller")));
    cases.select(cases.own / "Erika Muster 2.exhibit17");
    cases.choose(QString::fromUtf8("Delete for good…"));
    QString question;
    REQUIRE(test::comesTrue([&] {
        for (QWidget* const widget : QApplication::topLevelWidgets())
            if (const auto* const box = qobject_cast<QMessageBox*>(widget); box != nullptr && box->isVisible())
                question = box->text();
        return !question.isEmpty();
    }));
    CHECK(question.contains("Erika Muster 2.exhibit17"));
    answer("Keep the case");
    // Two of one name in two folders.
    const auto elsewhere = cases.make(cases.folder.path() / "elsewhere", "Erika Muster", "17 C 4/26");
    cases.recent.add(elsewhere);
    cases.page->refresh();
    REQUIRE(test::comesTrue([&] { return cases.list().count() == 4; }));
    CHECK(std::ranges::count(cases.shown(), QString::fromUtf8("Erika Muster (17 C 4/26) – ") + toQt(elsewhere)) == 1);
    const QStringList shown = cases.shown();
    CHECK(QSet<QString>(shown.begin(), shown.end()).size() == shown.size());
}

TEST_CASE("who comes back finds all cases, the one that was left first, and Enter opens it") {
    Cases cases;
    cases.show();
    cases.select(cases.erika());
    cases.choose("Take off this list");
    REQUIRE(cases.says("stays here"));
    auto* const search = cases.page->findChild<QLineEdit*>();
    search->setText("nobody");
    REQUIRE(cases.shown().isEmpty());
    const auto left = cases.own / "J\xc3\xb6rg M\xc3\xbcller.exhibit17";
    cases.recent.add(cases.erika());
    cases.recent.add(left);
    cases.page->activateWindow();
    cases.page->refresh();
    CHECK(search->text().isEmpty());
    CHECK(cases.page->message().text().isEmpty());
    REQUIRE(test::comesTrue([&] { return cases.list().hasFocus() && cases.list().currentId() == toQt(left); }));
    CHECK(cases.shown().size() == 2);
    QSignalSpy chosen(cases.page.get(), &StartPage::caseChosen);
    QTest::keyClick(&cases.list(), Qt::Key_Return);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.at(0).at(0).toString() == toQt(left));
}

TEST_CASE("a case that can't be deleted stays, and the page says so") {
    Cases cases;
    cases.show();
    cases.select(cases.erika());
    std::filesystem::remove(cases.erika());
    cases.choose(QString::fromUtf8("Delete for good\xe2\x80\xa6"));
    answer("Delete for good");
    CHECK(cases.says("not deleted"));
}

TEST_CASE("a case from elsewhere can be taken off the list; its file stays") {
    Cases cases;
    const auto elsewhere = cases.make(cases.folder.path() / "elsewhere", "Someone", nullptr);
    cases.recent.add(elsewhere);
    cases.show();
    cases.select(elsewhere);
    cases.choose("Take off this list");
    REQUIRE(cases.says(toQt(elsewhere)));
    REQUIRE(test::comesTrue([&] { return cases.list().count() == 2; }));
    CHECK(std::filesystem::exists(elsewhere));
    // One in the program's own folder would come back at once.
    cases.select(cases.erika());
    cases.choose("Take off this list");
    CHECK(cases.says("stays here"));
}

TEST_CASE("a case that is damaged is listed, and the others are too") {
    Cases cases;
    std::ofstream(cases.own / "broken.exhibit17") << "no case";
    cases.show();
    CHECK(cases.shown().contains("broken.exhibit17"));
    CHECK(cases.shown().size() == 3);
}
