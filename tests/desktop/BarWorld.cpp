#include "BarWorld.h"

#include "desktop/Message.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace exhibit;
using namespace exhibit::desktop;

namespace test {

std::string fileContent(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::unique_ptr<Process> copy(const std::string& content, const char* type) {
    const VirtualDesktop& desktop = display();
    const auto file = desktop.folder() / "copied";
    std::ofstream(file, std::ios::binary) << content;
    auto owner = std::make_unique<Process>(
        Arguments{"xclip", "-quiet", "-selection", "clipboard", "-t", type, "-i", file.string()},
        desktop.environment());
    REQUIRE(comesTrue([&] {
        return run({"xclip", "-selection", "clipboard", "-o", "-t", type}, desktop.environment()).output == content;
    }));
    return owner;
}

std::filesystem::path World::makeCase(const std::filesystem::path& where) const {
    CaseDetails details;
    details.subject.name = "Erika Muster";
    details.country = "DE";
    details.wishes = {Wish::Erasure};
    return desk.create(where, details).value();
}

BarWorld::BarWorld() {
    page.start(path);
    bar.start();
    REQUIRE(comesTrue([&] { return bar.isActiveWindow(); }));
}

void BarWorld::choosePart(QPoint from, QPoint to) const {
    REQUIRE(comesTrue(isPartAskedFor));
    hand.drag(from, to);
}

void BarWorld::takePart(QPoint from, QPoint to) const {
    const int before = page.pictures();
    hand.click(button(bar, "A part"));
    choosePart(from, to);
    awaitPictures(before + 1);
}

void BarWorld::awaitPictures(int count) const {
    const bool isThere = comesTrue([&] { return page.pictures() == count && bar.isVisible(); });
    INFO(bar.findChild<Message*>()->text().toStdString());
    REQUIRE(isThere);
    REQUIRE(comesTrue([&] { return bar.isActiveWindow(); })); // keys find it
}

void BarWorld::pressSave() const {
    hand.click(button(bar, "Save the exhibit"));
    if (!page.prompt().empty())
        return;
    REQUIRE(comesTrue([&] { return bar.findChild<Message*>()->text().contains("prompt is missing"); }));
    // The bar has grown, and may have been moved for that.
    static_cast<void>(comesTrue([] { return false; }, 500));
    hand.click(button(bar, "Save the exhibit")); // there is none, and that is meant
}

ExhibitView BarWorld::saved() const {
    pressSave();
    REQUIRE(comesTrue([&] { return desk.summary(path)->exhibits == 1; }));
    return desk.exhibit(path, 1).value();
}

QImage BarWorld::savedPicture(int number) const {
    return desk.picture(path, 1, number).value();
}

Countdown* BarWorld::countdown() const {
    for (QWidget* const widget : QApplication::topLevelWidgets())
        if (auto* const found = qobject_cast<Countdown*>(widget); found != nullptr && found->isVisible())
            return found;
    return nullptr;
}

} // namespace test
