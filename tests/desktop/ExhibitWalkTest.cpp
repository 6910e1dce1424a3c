// Looking at an exhibit and working on it, with real mouse and keys.

#include "desktop/MainWindow.h"

#include "Application.h"
#include "Hand.h"
#include "desktop/ExhibitPane.h"
#include "desktop/MarkedPicture.h"
#include "desktop/MarkedTextView.h"
#include "desktop/MarkupLegend.h"
#include "desktop/MarkupPanel.h"
#include "desktop/NotesPart.h"
#include "desktop/TwoLineList.h"
#include "desktop/model/ExhibitDraft.h"
#include "desktop/model/NoteDrafts.h"
#include "dossier/Verify.h"
#include "media/HelperProcess.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <catch2/catch.hpp>
#include <ctime>

using namespace exhibit;
using namespace exhibit::desktop;
using test::named;

namespace {

struct Walk {
    test::Hand hand{test::display()};
    test::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    media::HelperProcess helper{MEDIA_PROGRAM};
    Desk desk{clock, random, helper};
    QSettings settings{QString::fromStdString((folder.path() / "settings.ini").string()), QSettings::IniFormat};
    std::filesystem::path path = makeCase();
    MainWindow window{desk, settings, folder.path(), QStringLiteral(CAPTURE_PROGRAM)};

    std::filesystem::path makeCase() {
        CaseDetails details;
        details.subject.name = "Erika Muster";
        details.country = "DE";
        details.wishes = {Wish::Erasure};
        const auto made = desk.create(folder.path(), details).value();
        for (int i = 0; i < 2; ++i) {
            ExhibitDraft draft;
            draft.prompt.text = "Who is Erika Muster?";
            draft.response.text = "Erika Muster is a baker. Petra Klein knows her.";
            for (const char* const name : {"desk-1x-light.png", "phone-2x-light.png"})
                draft.pictures.push_back(desk.takePicture(picture(name)).value());
            REQUIRE(desk.add(made, draft.capture(clock).value()));
        }
        return made;
    }
    static CapturedItem picture(const char* name) {
        CapturedItem item;
        item.role = Role::Screenshot;
        item.origin = Origin::File;
        item.bytes = FileSource::open(std::filesystem::path(TEST_DATA) / name).value();
        return item;
    }
    /// The exhibit with its picture.
    void open() {
        window.show();
        window.resize(1100, 900);
        window.move(20, 20);
        window.activateWindow();
        REQUIRE(test::comesTrue([&] { return window.isActiveWindow(); }));
        window.openFile(QString::fromStdString(path.string()));
        REQUIRE(test::comesTrue([&] { return !view().pictureSize().isEmpty(); }));
    }
    [[nodiscard]] const MarkedPicture& view() const { return *window.findChild<MarkedPicture*>("picture"); }
    [[nodiscard]] Markings markings(int exhibit = 2) const { return markingsOf(desk, path, exhibit).value(); }
    [[nodiscard]] bool has(std::size_t marks, std::size_t redactions) const {
        return test::comesTrue([&] {
            const Markings now = markings();
            return now.marks.size() == marks && now.redactions.size() == redactions;
        });
    }
    /// A pixel of the picture, on the display.
    [[nodiscard]] QPoint onDisplay(QPoint pixel) const {
        const QPointF at = view().toViewport(QRectF(pixel, QSizeF(0, 0))).topLeft();
        return (view().viewport()->mapToGlobal(at) * view().devicePixelRatioF()).toPoint();
    }
    void dragBox(const QRect& box) const { hand.drag(onDisplay(box.topLeft()), onDisplay(box.bottomRight())); }
    [[nodiscard]] QColor colourAt(QPoint pixel) const {
        return test::display().framebuffer().pixelColor(onDisplay(pixel));
    }
    [[nodiscard]] bool isAsked() const {
        return test::comesTrue([&] {
            const auto panels = window.findChildren<MarkupPanel*>();
            return std::any_of(panels.begin(), panels.end(), [](const MarkupPanel* one) { return one->isVisible(); });
        });
    }
    [[nodiscard]] bool says(const QString& part) const {
        return test::comesTrue([&] {
            for (const QLabel* const label : window.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(part))
                    return true;
            return false;
        });
    }
};

void live(int milliseconds) {
    static_cast<void>(test::comesTrue([] { return false; }, milliseconds));
}

/// Milliseconds that this thread has worked: what others do on a busy machine doesn't count.
double spentHere() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

bool isNear(const Region& region, const QRect& box) {
    const auto near = [](std::uint32_t value, int wanted) { return std::abs(static_cast<int>(value) - wanted) <= 4; };
    return near(region.x, box.x()) && near(region.y, box.y()) && near(region.width, box.width()) &&
           near(region.height, box.height());
}

} // namespace

TEST_CASE("a mark is drawn, explained, moved, taken away and brought back") {
    Walk walk;
    walk.open();
    walk.hand.click(named(walk.window, "toolMark"));
    const QRect box(200, 150, 240, 60);
    walk.dragBox(box);
    REQUIRE(walk.isAsked());
    REQUIRE(named(walk.window, "category").hasFocus());
    walk.hand.type("ad"); // Address
    walk.hand.click(test::button(walk.window, "wrong"));
    walk.hand.click(named(walk.window, "correction"));
    walk.hand.type("Main Street 5");
    walk.hand.click(named(walk.window, "note"));
    walk.hand.type("I never lived there.");
    walk.hand.key("Return");
    REQUIRE(walk.has(1, 0));
    const Mark mark = walk.markings().marks[0].markup;
    CHECK(mark.category == "address");
    CHECK(mark.truth == Truth::False);
    CHECK(mark.label == "I never lived there.");
    CHECK(mark.correction == "Main Street 5");
    REQUIRE(mark.region);
    CHECK(isNear(*mark.region, box));
    const auto& legend = dynamic_cast<const MarkupLegend&>(*walk.window.findChild<MarkupLegend*>());
    REQUIRE(test::comesTrue([&] { return legend.count() == 1; }));
    CHECK(legend.item(0)->data(Qt::AccessibleTextRole).toString().contains("Mark 1: Address"));

    // The keyboard moves it and makes it larger: one change for all steps.
    REQUIRE(walk.view().hasFocus());
    for (const char* const key : {"Right", "Right", "shift+Down"})
        walk.hand.key(key);
    REQUIRE(test::comesTrue([&] {
        const auto now = walk.markings().marks;
        return now.size() == 1 && now[0].markup.region->x > mark.region->x &&
               now[0].markup.region->height > mark.region->height;
    }));
    CHECK(walk.markings().marks[0].number == 2);
    walk.hand.key("ctrl+z");
    REQUIRE(test::comesTrue([&] { return walk.markings().marks.at(0).markup == mark; }));
    walk.hand.key("Delete");
    REQUIRE(walk.has(0, 0));
    REQUIRE(test::comesTrue([&] { return legend.count() == 0; }));
    walk.hand.key("ctrl+z");
    REQUIRE(walk.has(1, 0));
    CHECK(walk.markings().marks[0].markup == mark);
    walk.hand.key("ctrl+shift+z");
    REQUIRE(walk.has(0, 0));
}

TEST_CASE("a mark is made without a mouse") {
    Walk walk;
    walk.open();
    walk.hand.key("alt+r");
    REQUIRE(test::comesTrue([&] { return walk.view().hasFocus(); }));
    walk.hand.key("Insert");
    REQUIRE(walk.isAsked());
    walk.hand.type("p"); // Phone number
    walk.hand.key("Return");
    REQUIRE(walk.has(1, 0));
    CHECK(walk.markings().marks[0].markup.category == "phone");
    // Escape leaves what is drawn undone.
    REQUIRE(test::comesTrue([&] { return walk.view().hasFocus(); }));
    walk.hand.key("Insert");
    REQUIRE(walk.isAsked());
    walk.hand.key("Escape");
    CHECK_FALSE(test::comesTrue([&] { return walk.markings().marks.size() > 1; }, 800));
    // From the list it is changed and taken away.
    auto* const legend = walk.window.findChild<MarkupLegend*>();
    legend->setFocus();
    walk.hand.key("Home");
    walk.hand.key("Return");
    REQUIRE(walk.isAsked());
    walk.hand.type("f"); // Family
    walk.hand.key("Return");
    REQUIRE(test::comesTrue([&] { return walk.markings().marks.at(0).markup.category == "family"; }));
    legend->setFocus();
    walk.hand.key("Home");
    walk.hand.key("Delete");
    REQUIRE(walk.has(0, 0));
}

TEST_CASE("covers hide what is under them, until the dossier is made they can be undone") {
    Walk walk;
    walk.open();
    const QRect first(260, 150, 200, 40);
    const QRect second(260, 250, 200, 40);
    const QImage captured = walk.desk.picture(walk.path, 2, 1).value();
    walk.hand.click(named(walk.window, "toolCover"));
    // Drawing the next one saves the one before.
    walk.dragBox(first);
    REQUIRE(walk.isAsked());
    walk.hand.type("another person");
    walk.dragBox(second);
    REQUIRE(walk.has(0, 1));
    REQUIRE(walk.isAsked());
    walk.hand.key("Return");
    REQUIRE(walk.has(0, 2));
    CHECK(walk.markings().redactions[0].markup.reason == "another person");
    CHECK(isNear(*walk.markings().redactions[1].markup.region, second));
    REQUIRE(walk.says("The original stays in the case"));
    CHECK(walk.colourAt(first.center()) == QColor(Qt::black));
    CHECK(walk.desk.picture(walk.path, 2, 1).value() == captured);

    const QPoint beside(first.left() + 5, first.top() + 3);
    walk.hand.click(named(walk.window, "before"));
    REQUIRE(test::comesTrue([&] { return walk.colourAt(beside) != QColor(Qt::black); }));
    walk.hand.click(named(walk.window, "after"));
    REQUIRE(test::comesTrue([&] { return walk.colourAt(first.center()) == QColor(Qt::black); }));
    walk.hand.key("ctrl+z");
    REQUIRE(walk.has(0, 1));

    const auto made = walk.desk.exportDossier(walk.path, Desk::dossierPath(walk.path), {});
    REQUIRE(made);
    CHECK(dossier::verifyDossier(FileSource::open(made->path).value()).verdict == Verdict::IntactUnanchored);
    walk.window.openFile(QString::fromStdString(walk.path.string()));
    REQUIRE(test::comesTrue([&] { return !named(walk.window, "undo").isEnabled(); }));
    walk.hand.key("ctrl+z");
    CHECK_FALSE(test::comesTrue([&] { return walk.markings().redactions.size() != 1; }, 800));
}

TEST_CASE("words are marked where they stand and covered everywhere") {
    Walk walk;
    walk.open();
    walk.hand.key("alt+n");
    const auto& answer = dynamic_cast<const MarkedTextView&>(named(walk.window, "answerText"));
    REQUIRE(test::comesTrue([&] { return answer.toPlainText().contains("baker"); }));
    QTextCursor cursor(answer.document());
    cursor.setPosition(static_cast<int>(answer.toPlainText().indexOf("baker")) + 2);
    const QPoint at = answer.viewport()->mapToGlobal(answer.cursorRect(cursor).center());
    test::display().tool({"xdotool", "mousemove", std::to_string(at.x()), std::to_string(at.y()), "click", "--repeat",
                          "2", "--delay", "30", "1"});
    REQUIRE(test::comesTrue([&] { return answer.textCursor().selectedText() == "baker"; }));
    walk.hand.click(named(walk.window, "markWords"));
    REQUIRE(walk.isAsked());
    walk.hand.type("em"); // Employer
    walk.hand.key("Return");
    REQUIRE(walk.has(1, 0));
    CHECK(walk.markings().marks[0].markup.text == "baker");
    CHECK(walk.markings().marks[0].markup.on == Role::Response);
    REQUIRE(test::comesTrue([&] { return answer.extraSelections().size() == 1; }));
    CHECK(answer.extraSelections().at(0).cursor.selectedText() == "baker");

    walk.hand.click(named(walk.window, "coverWords"));
    REQUIRE(walk.isAsked());
    walk.hand.type("petra klein");
    walk.hand.key("Tab");
    walk.hand.key("Down"); // in all exhibits
    walk.hand.key("Return");
    REQUIRE(walk.says("exhibit 1: Answer (1); exhibit 2: Answer (1)"));
    CHECK(walk.markings(1).redactions.size() == 1);
    CHECK(walk.markings(2).redactions.size() == 1);
    REQUIRE(test::comesTrue([&] { return !answer.toPlainText().contains("Petra"); }));
    walk.hand.key("ctrl+z");
    REQUIRE(walk.has(1, 0));
    CHECK(test::comesTrue([&] { return walk.markings(1).redactions.empty(); }));
    REQUIRE(test::comesTrue([&] { return answer.toPlainText().contains("Petra"); }));
    walk.hand.click(named(walk.window, "coverWords"));
    REQUIRE(walk.isAsked());
    walk.hand.type("Nobody Here");
    walk.hand.key("Return");
    REQUIRE(walk.says("stand in no text"));
}

TEST_CASE("what may be about the person is looked for, looked at, and marked at once") {
    Walk walk;
    walk.open();
    walk.hand.click(named(walk.window, "searchData"));
    const auto& title = named(walk.window, "dataTitle");
    CHECK(title.isVisible());
    const auto shown = [&]() -> QListWidget* {
        for (auto* const list : walk.window.findChildren<QListWidget*>("proposals"))
            if (list->isVisible())
                return list;
        return nullptr;
    };
    REQUIRE(test::comesTrue([&] { return shown() != nullptr; }, 120'000)); // two pictures on a busy machine
    const int count = shown()->count();
    REQUIRE(count >= 6);
    CHECK(shown()->item(0)->text().contains(QString::fromUtf8("Name · Prompt: “Erika Muster”")));
    CHECK(walk.says("may be wrong"));
    // The list goes through the exhibit: from the texts to the pictures.
    shown()->setFocus();
    walk.hand.key("Home");
    REQUIRE(test::comesTrue([&] { return named(walk.window, "promptText").isVisible(); }));
    walk.hand.key("space"); // not this one
    REQUIRE(test::comesTrue([&] { return shown()->item(0)->checkState() == Qt::Unchecked; }));
    walk.hand.key("End");
    REQUIRE(test::comesTrue([&] { return walk.view().isVisible() && shown() != nullptr; }));
    CHECK(walk.window.findChild<QTabBar*>("pictureStrip")->currentIndex() == 1);
    CHECK(shown()->item(0)->checkState() == Qt::Unchecked);
    walk.hand.click(named(walk.window, "acceptData"));
    REQUIRE(walk.has(static_cast<std::size_t>(count) - 1, 0));
    CHECK(test::comesTrue([&] { return shown() == nullptr; }));
    const Markings made = walk.markings();
    const auto mail = std::ranges::find_if(made.marks, [](const auto& one) { return one.markup.category == "email"; });
    REQUIRE(mail != made.marks.end());
    CHECK(mail->markup.region);
    CHECK(mail->markup.text.empty()); // what a machine read is no quotation
    CHECK(mail->markup.truth == Truth::Unknown);
    walk.hand.key("ctrl+z");
    REQUIRE(walk.has(0, 0));
}

TEST_CASE("a picture is zoomed where the pointer is and moved with mouse and keys") {
    Walk walk;
    walk.open();
    const MarkedPicture& view = walk.view();
    const QPoint middle = view.viewport()->mapToGlobal(view.viewport()->rect().center());
    const auto place = [](QPoint at) { return std::pair(std::to_string(at.x()), std::to_string(at.y())); };
    const auto [x, y] = place(middle + QPoint(50, 30));
    const auto zoomIn = [&, x = x, y = y] {
        const double before = view.zoom();
        test::display().tool(
            {"xdotool", "mousemove", x, y, "keydown", "ctrl", "click", "4", "click", "4", "keyup", "ctrl"});
        REQUIRE(test::comesTrue([&] { return view.zoom() > before * 1.5; }));
    };
    zoomIn(); // larger than its window, so that it can be moved there
    const QPointF under = view.toPicture(view.viewport()->rect().center() + QPointF(50, 30));
    zoomIn();
    const QPointF now = view.toPicture(view.viewport()->rect().center() + QPointF(50, 30));
    CHECK(std::abs(now.x() - under.x()) < 3);
    CHECK(std::abs(now.y() - under.y()) < 3);
    // Dragging with the left button, and with the middle one while boxes are drawn.
    const int left = view.horizontalScrollBar()->value();
    walk.hand.drag(middle, middle - QPoint(40, 0));
    REQUIRE(test::comesTrue([&] { return view.horizontalScrollBar()->value() == left + 40; }));
    walk.hand.click(named(walk.window, "toolMark"));
    const auto [fromX, fromY] = place(middle);
    const auto [toX, toY] = place(middle + QPoint(40, 0));
    test::display().tool({"xdotool", "mousemove", fromX, fromY, "mousedown", "2"});
    QApplication::processEvents();
    test::display().tool({"xdotool", "mousemove", toX, toY});
    QApplication::processEvents();
    test::display().tool({"xdotool", "mouseup", "2"});
    REQUIRE(test::comesTrue([&] { return view.horizontalScrollBar()->value() == left; }));
    // And with the space bar.
    test::display().tool({"xdotool", "keydown", "space"});
    walk.hand.drag(middle, middle - QPoint(40, 0));
    test::display().tool({"xdotool", "keyup", "space"});
    REQUIRE(test::comesTrue([&] { return view.horizontalScrollBar()->value() == left + 40; }));
    CHECK(walk.markings().marks.empty());
    walk.hand.key("0");
    REQUIRE(test::comesTrue([&] { return view.zoom() == 1.0; }));
    walk.hand.key("f");
    REQUIRE(test::comesTrue([&] { return view.verticalScrollBar()->maximum() == 0; }));
    walk.hand.key("w");
    CHECK(test::comesTrue([&] { return view.horizontalScrollBar()->maximum() == 0; }));
    // The second picture of the exhibit.
    auto* const strip = walk.window.findChild<QTabBar*>("pictureStrip");
    REQUIRE(strip->count() == 2);
    const QSize size = view.pictureSize();
    const QPoint tab = strip->mapToGlobal(strip->tabRect(1).center());
    walk.hand.drag(tab, tab);
    CHECK(test::comesTrue([&] { return !view.pictureSize().isEmpty() && view.pictureSize() != size; }));
}

TEST_CASE("a note is written later, survives unsaved, is changed, removed and brought back") {
    Walk walk;
    walk.open();
    const auto texts = [&] {
        std::vector<std::string> found;
        const ExhibitView view = walk.desk.exhibit(walk.path, 2).value();
        for (const ShownText& text : view.texts)
            if (text.artifact.role == Role::Note)
                found.push_back(text.text);
        return found;
    };
    using Texts = std::vector<std::string>;
    const auto become = [&](const Texts& wanted) { return test::comesTrue([&] { return texts() == wanted; }); };
    walk.hand.key("alt+t");
    REQUIRE(test::comesTrue([&] { return !walk.window.findChildren<NotesPart*>().isEmpty(); }));
    const QWidget& edit = named(walk.window, "noteText");
    walk.hand.click(edit);
    walk.hand.type("They wrote back.");
    REQUIRE(test::comesTrue([&] { return NoteDrafts(walk.path).load(2).text == "They wrote back."; }));
    CHECK(texts().empty());
    // Another exhibit has its own; this one comes back.
    auto& list = dynamic_cast<TwoLineList&>(*walk.window.findChild<TwoLineList*>("exhibits"));
    list.select(1);
    const auto written = [&] { return dynamic_cast<const QPlainTextEdit&>(edit).toPlainText(); };
    REQUIRE(test::comesTrue([&] { return written().isEmpty(); }));
    list.select(2);
    REQUIRE(test::comesTrue([&] { return written() == "They wrote back."; }));
    walk.hand.click(test::button(walk.window, "Add the note"));
    REQUIRE(become({"They wrote back."}));
    CHECK(walk.says("Written on"));
    CHECK(walk.says("Your note is in the case."));
    CHECK(test::comesTrue([&] { return written().isEmpty(); }));
    CHECK_FALSE(std::filesystem::exists(walk.folder.path() / ".Erika Muster.notes"));

    walk.hand.click(test::button(walk.window, "Change"));
    REQUIRE(test::comesTrue([&] { return written() == "They wrote back." && edit.hasFocus(); }));
    walk.hand.key("ctrl+End");
    walk.hand.type(" Twice.");
    walk.hand.click(test::button(walk.window, "Save the change"));
    REQUIRE(become({"They wrote back. Twice."}));
    REQUIRE(walk.says("They wrote back. Twice."));
    walk.hand.click(test::button(walk.window, "Remove"));
    REQUIRE(become({}));
    REQUIRE(walk.says("There is no note"));
    walk.hand.click(test::button(walk.window, "Bring the removed note back"));
    REQUIRE(become({"They wrote back. Twice."}));
    CHECK(std::ranges::all_of(walk.desk.open(walk.path, Access::Read)->check().value(),
                              [](const Finding& finding) { return finding.severity == Severity::Note; }));
}

TEST_CASE("exhibits with the same prompt stand together") {
    Walk walk;
    walk.open();
    const auto& list = dynamic_cast<const TwoLineList&>(named(walk.window, "exhibits"));
    REQUIRE(list.count() == 3);
    CHECK(list.item(0)->text() == "Asked 2 time(s), the same answer each time"); // without a translation
    CHECK(list.item(0)->flags() == Qt::NoItemFlags);
    CHECK(list.item(1)->data(Qt::AccessibleTextRole).toString().startsWith("Asked 2 time(s)"));
    const auto& facts = *walk.window.findChild<ExhibitPane*>();
    const auto browsers = facts.findChildren<QTextBrowser*>();
    REQUIRE(test::comesTrue([&] {
        return std::any_of(browsers.begin(), browsers.end(), [](const QTextBrowser* one) {
            return one->toPlainText().contains("Picture 2 has not changed since");
        });
    }));
    CHECK(std::any_of(browsers.begin(), browsers.end(), [](const QTextBrowser* one) {
        return one->toPlainText().contains("Stored, and its fingerprint written down: Picture 1.");
    }));
}

TEST_CASE("a huge picture never keeps the windows waiting") {
    Walk walk;
    QImage huge(3840, 20'000, QImage::Format_RGB32);
    for (int y = 0; y < huge.height(); ++y)
        std::fill_n(reinterpret_cast<QRgb*>(huge.scanLine(y)), huge.width(),
                    qRgb(y % 251, (y / 100) % 256, (y / 1000) * 12));
    const auto file = walk.folder.path() / "huge.png";
    REQUIRE(huge.save(QString::fromStdString(file.string()), "PNG", 80));
    ExhibitDraft draft;
    draft.prompt.text = "Who?";
    CapturedItem item;
    item.role = Role::Screenshot;
    item.bytes = FileSource::open(file).value();
    draft.pictures.push_back(walk.desk.takePicture(item).value());
    REQUIRE(walk.desk.add(walk.path, draft.capture(walk.clock).value()));

    walk.window.show();
    walk.window.resize(1100, 900);
    REQUIRE(test::comesTrue([&] { return walk.window.isVisible(); }));
    live(500);
    double longest = 0;
    double last = spentHere();
    QTimer tick;
    tick.setInterval(0);
    QObject::connect(&tick, &QTimer::timeout, [&] {
        const double now = spentHere();
        longest = std::max(longest, now - last);
        last = now;
    });
    tick.start();
    walk.window.openFile(QString::fromStdString(walk.path.string()));
    REQUIRE(test::comesTrue([&] { return walk.view().pictureSize() == huge.size(); }));
    live(300);
    CHECK(longest < 50);
    longest = 0;
    for (const int key : {Qt::Key_F, Qt::Key_Plus, Qt::Key_Plus, Qt::Key_0, Qt::Key_End, Qt::Key_W, Qt::Key_Minus}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QApplication::sendEvent(walk.window.findChild<MarkedPicture*>("picture"), &event);
        live(60);
    }
    CHECK(longest < 50);
}
