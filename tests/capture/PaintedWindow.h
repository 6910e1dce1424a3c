#pragma once
// A window with a known picture, made by the test itself.

#include <QRect>
#include <cstdint>
#include <string>

struct xcb_connection_t;

namespace test {

enum class Kind {
    Program, ///< managed by the window manager
    Message, ///< placed by itself above everything, as menus and notifications are
};

class PaintedWindow {
public:
    /// Chequered in `colour` and white, so that no part of it is all one colour. `process` is what it says that it
    /// belongs to; 0: nothing. Answers when it is shown.
    PaintedWindow(const std::string& display, const std::string& title, const QRect& rect, std::uint32_t colour,
                  Kind kind = Kind::Program, std::uint32_t process = 0);
    ~PaintedWindow();
    PaintedWindow(const PaintedWindow&) = delete;
    PaintedWindow& operator=(const PaintedWindow&) = delete;
    [[nodiscard]] std::string id() const { return std::to_string(m_window); }

private:
    std::uint32_t paint(std::uint32_t colour) const;
    void set(const char* property, std::uint32_t type, int format, std::uint32_t length, const void* data) const;
    [[nodiscard]] std::uint32_t atom(const char* name) const;
    [[nodiscard]] bool isShown() const;

    xcb_connection_t* m_connection;
    std::uint32_t m_window;
};

} // namespace test
