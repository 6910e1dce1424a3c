#pragma once
// Real mouse and keys on a display of its own, for windows of this process.

#include "VirtualDesktop.h"

#include <QAbstractButton>
#include <QWidget>

namespace test {

/// One display for all tests of a program, since Qt has one connection a process. Starts Qt on it.
const VirtualDesktop& display();

class Hand {
public:
    explicit Hand(const VirtualDesktop& desktop) : m_desktop(desktop) {}
    /// Clicks in the middle of it, as soon as the mouse is over it there, until the click has reached it.
    void click(const QWidget& widget) const;
    /// A key as xdotool names it: "alt+o", "Tab", "ctrl+v".
    void key(const std::string& name) const;
    /// ASCII: xdotool loses other letters.
    void type(const std::string& text) const;
    void drag(QPoint from, QPoint to) const;

private:
    void moveTo(const QWidget& widget) const;

    const VirtualDesktop& m_desktop;
};

/// The visible button with these words, mnemonics left out; fails the test if there is none.
const QAbstractButton& button(const QWidget& window, const QString& text);
/// The frozen screen is there, and a part of it can be dragged over.
bool isPartAskedFor();
/// The visible widget with this object name.
const QWidget& named(const QWidget& window, const char* name);

} // namespace test
