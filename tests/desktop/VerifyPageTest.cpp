// The page that checks a dossier, without a display: what it says about a file.

#include "desktop/VerifyPage.h"

#include "Application.h"
#include "PageWorld.h"
#include "VirtualDesktop.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <catch2/catch.hpp>
#include <fstream>

using exhibit::desktop::VerifyPage;

namespace {

QString writeFile(const test::TemporaryFolder& folder, const std::string& content) {
    const auto path = folder.path() / "dossier.pdf";
    std::ofstream(path, std::ios::binary) << content;
    return QString::fromStdString(path.string());
}

/// True as soon as a label of the window says this.
bool says(const VerifyPage& window, const QString& part) {
    const auto labels = window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text().contains(part); });
}

bool comesToSay(const VerifyPage& window, const QString& part) {
    return test::comesTrue([&] { return says(window, part); });
}

QListWidget& findings(const VerifyPage& window) {
    auto* const list = window.findChild<QListWidget*>();
    REQUIRE(list != nullptr);
    return *list;
}

} // namespace

TEST_CASE("a file that is no dossier is said to be none, with findings") {
    test::startApplication();
    const test::TemporaryFolder folder;
    VerifyPage window;
    window.QWidget::show();
    window.checkFile(writeFile(folder, "%PDF-1.7\nnot one of ours\n%%EOF\n"));
    REQUIRE(says(window, "dossier.pdf"));
    const auto expected = exhibit::dossier::verifyDossier(
        std::make_shared<exhibit::MemorySource>(std::string_view("%PDF-1.7\nnot one of ours\n%%EOF\n")));
    CHECK(comesToSay(window, QString::fromStdString(expected.sentence)));
    CHECK(findings(window).isVisible());
    CHECK(static_cast<std::size_t>(findings(window).count()) == expected.findings.size());
}

TEST_CASE("a dossier that was cut off isn't only said to be none") {
    const test::PageWorld world;
    const auto path = world.makeCase();
    exhibit::Capture capture;
    capture.method = "manual";
    capture.items.push_back(
        exhibit::textItem(exhibit::Role::Prompt, "Who is Erika?", exhibit::Origin::Typed, true).value());
    REQUIRE(world.desk.add(path, std::move(capture)));
    const auto dossier = exhibit::desktop::Desk::dossierPath(path);
    REQUIRE(world.desk.exportDossier(path, dossier, {}));
    std::filesystem::resize_file(dossier, std::filesystem::file_size(dossier) / 2);
    VerifyPage window;
    window.QWidget::show();
    window.checkFile(QString::fromStdString(dossier.string()));
    REQUIRE(test::comesTrue([&] { return findings(window).count() > 0; }));
    CHECK(says(window, "the end of the file is missing"));
}

TEST_CASE("a file that can't be opened says why and leaves no findings") {
    test::startApplication();
    VerifyPage window;
    window.checkFile("/no/such/dossier.pdf");
    CHECK(comesToSay(window, "No such file"));
    CHECK_FALSE(findings(window).isVisible());
}

TEST_CASE("a file that is dropped is checked") {
    test::startApplication();
    const test::TemporaryFolder folder;
    VerifyPage window;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writeFile(folder, "dropped"))});
    // Qt hands a drop to the widget that took the drag before it.
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    CHECK(says(window, "dossier.pdf"));
    CHECK(comesToSay(window,
                     QString::fromStdString(exhibit::dossier::verifyDossier(
                                                std::make_shared<exhibit::MemorySource>(std::string_view("dropped")))
                                                .sentence)));
}

TEST_CASE("a window that closes during a check doesn't wait for its end") {
    test::startApplication();
    const test::TemporaryFolder folder;
    for (int run = 0; run < 20; ++run) {
        VerifyPage window;
        window.checkFile(writeFile(folder, "one"));
        window.checkFile(writeFile(folder, "two"));
    }
    QApplication::processEvents();
    SUCCEED();
}

TEST_CASE("everything can be reached by keyboard and has a name") {
    test::startApplication();
    VerifyPage window;
    for (const QPushButton* const button : window.findChildren<QPushButton*>()) {
        CHECK(button->text().contains('&'));
        CHECK((button->focusPolicy() & Qt::TabFocus) != 0);
    }
    CHECK_FALSE(findings(window).accessibleName().isEmpty());
}
