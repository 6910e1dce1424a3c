#include "Hand.h"

#include "Application.h"
#include "desktop/RegionOverlay.h"

#include <QPointer>
#include <QWindow>
#include <algorithm>
#include <catch2/catch.hpp>

namespace test {

namespace {

QPoint pixelOf(const QWidget& widget) {
    return widget.mapToGlobal(widget.rect().center()) * widget.devicePixelRatioF();
}

/// Sees whether the mouse was pressed on a widget, or on a part of it.
class PressWatch : public QObject {
public:
    explicit PressWatch(const QWidget& widget) : m_widget(&widget) { qApp->installEventFilter(this); }
    [[nodiscard]] bool came() const { return m_came; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
        if (isPress && m_widget != nullptr && object->isWidgetType())
            m_came = m_came || object == m_widget || m_widget->isAncestorOf(static_cast<const QWidget*>(object));
        return false;
    }

private:
    QPointer<const QWidget> m_widget;
    bool m_came = false;
};

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
    // The display places and raises windows in its own time, and a window that has just said something moves its
    // buttons. A person presses once the button has lit up under the mouse, and again if that went beside it.
    constexpr int kTries = 5;
    constexpr int kPatience = 5'000;
    const PressWatch press(widget);
    for (int count = 0; count < kTries && !press.came(); ++count) {
        moveTo(widget);
        m_desktop.tool({"xdotool", "click", "1"});
        comesTrue([&] { return press.came(); }, kPatience);
    }
    QApplication::processEvents();
}

void Hand::moveTo(const QWidget& widget) const {
    constexpr int kPatience = 5'000;
    QPoint last(-1, -1);
    comesTrue(
        [&] {
            const QPoint at = pixelOf(widget);
            const bool isThere = at == last && widget.underMouse();
            if (!isThere)
                m_desktop.tool({"xdotool", "mousemove", std::to_string(at.x()), std::to_string(at.y())});
            last = at;
            return isThere;
        },
        kPatience);
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

bool isPartAskedFor() {
    const auto windows = QApplication::topLevelWidgets();
    return std::any_of(windows.begin(), windows.end(), [](const QWidget* widget) {
        return qobject_cast<const exhibit::desktop::RegionOverlay*>(widget) != nullptr && widget->isVisible() &&
               widget->windowHandle()->isExposed();
    });
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
