#include "Hand.h"

#include "Application.h"

#include <catch2/catch.hpp>

namespace test {

namespace {

QPoint pixelOf(const QWidget& widget) {
    return widget.mapToGlobal(widget.rect().center()) * widget.devicePixelRatioF();
}

} // namespace

const VirtualDesktop& display() {
    static const auto* const desktop = [] {
        const auto* const made = new VirtualDesktop;
        qputenv("DISPLAY", QByteArray::fromStdString(made->display()));
        qputenv("QT_QPA_PLATFORM", "xcb");
        startApplication();
        QApplication::setQuitOnLastWindowClosed(false);
        return made;
    }();
    return *desktop;
}

void Hand::click(const QWidget& widget) const {
    const QPoint at = pixelOf(widget);
    m_desktop.tool({"xdotool", "mousemove", std::to_string(at.x()), std::to_string(at.y()), "click", "1"});
    QApplication::processEvents();
}

void Hand::key(const std::string& name) const {
    m_desktop.tool({"xdotool", "key", name});
    QApplication::processEvents();
}

void Hand::type(const std::string& text) const {
    m_desktop.tool({"xdotool", "type", "--delay", "5", text});
    QApplication::processEvents();
}

void Hand::drag(QPoint from, QPoint to) const {
    const auto place = [](QPoint at) { return std::pair(std::to_string(at.x()), std::to_string(at.y())); };
    const auto [x, y] = place(from);
    const auto [toX, toY] = place(to);
    m_desktop.tool({"xdotool", "mousemove", x, y, "mousedown", "1"});
    QApplication::processEvents();
    m_desktop.tool({"xdotool", "mousemove", toX, toY});
    QApplication::processEvents();
    m_desktop.tool({"xdotool", "mouseup", "1"});
    QApplication::processEvents();
}

const QAbstractButton& button(const QWidget& window, const QString& text) {
    const QAbstractButton* found = nullptr;
    const bool isThere = comesTrue([&] {
        for (const QAbstractButton* const one : window.findChildren<QAbstractButton*>())
            if (one->isVisible() && one->text().remove(QLatin1Char('&')) == text)
                found = one;
        return found != nullptr && found->isEnabled();
    });
    INFO("no button " << text.toStdString());
    REQUIRE(isThere);
    return *found;
}

const QWidget& named(const QWidget& window, const char* name) {
    const QWidget* found = nullptr;
    const bool isThere = comesTrue([&] {
        for (const QWidget* const one : window.findChildren<QWidget*>(QString::fromLatin1(name)))
            if (one->isVisible())
                found = one;
        return found != nullptr;
    });
    INFO("nothing is called " << name);
    REQUIRE(isThere);
    return *found;
}

} // namespace test
