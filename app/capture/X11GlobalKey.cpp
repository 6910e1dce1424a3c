#include "capture/GlobalKey.h"

#include <QAbstractNativeEventFilter>
#include <QGuiApplication>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>
#include <xcb/xcb.h>

namespace exhibit::capture {

namespace {

template <class Reply>
using Owned = std::unique_ptr<Reply, decltype(&std::free)>;

/// Modifiers that make a difference to whoever presses the key; Caps Lock and Num Lock don't.
constexpr std::uint16_t kMeant = XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;
constexpr std::array<std::uint16_t, 4> kLocks{0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2, XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};
/// The two highest bits of a response say who sent it, and nothing about its kind (X protocol, appendix B, Events).
constexpr std::uint8_t kKindMask = 0x7f;

/// The keys that have this symbol on their first level, in the first group.
std::vector<xcb_keycode_t> keysOf(xcb_connection_t* connection, std::uint32_t keysym) {
    const xcb_setup_t* const setup = xcb_get_setup(connection);
    const auto count = static_cast<std::uint8_t>(setup->max_keycode - setup->min_keycode + 1);
    const Owned<xcb_get_keyboard_mapping_reply_t> reply(
        xcb_get_keyboard_mapping_reply(connection, xcb_get_keyboard_mapping(connection, setup->min_keycode, count),
                                       nullptr),
        std::free);
    std::vector<xcb_keycode_t> keys;
    if (!reply)
        return keys;
    const xcb_keysym_t* const symbols = xcb_get_keyboard_mapping_keysyms(reply.get());
    for (unsigned index = 0; index < count; ++index)
        if (symbols[index * reply->keysyms_per_keycode] == keysym)
            keys.push_back(static_cast<xcb_keycode_t>(setup->min_keycode + index));
    return keys;
}

class X11GlobalKey final : public GlobalKey, public QAbstractNativeEventFilter {
public:
    X11GlobalKey(xcb_connection_t* connection, std::uint16_t modifiers, std::function<void()> pressed)
        : m_connection(connection), m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root),
          m_modifiers(modifiers), m_pressed(std::move(pressed)) {
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~X11GlobalKey() override {
        for (const xcb_keycode_t key : m_keys)
            for (const std::uint16_t lock : kLocks)
                xcb_ungrab_key(m_connection, key, m_root, static_cast<std::uint16_t>(m_modifiers | lock));
        xcb_flush(m_connection);
    }
    X11GlobalKey(const X11GlobalKey&) = delete;
    X11GlobalKey& operator=(const X11GlobalKey&) = delete;

    /// False if another program has it.
    bool grab(xcb_keycode_t key) {
        m_keys.push_back(key);
        return std::all_of(kLocks.begin(), kLocks.end(), [&](std::uint16_t lock) {
            const auto request =
                xcb_grab_key_checked(m_connection, 0, m_root, static_cast<std::uint16_t>(m_modifiers | lock), key,
                                     XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
            const Owned<xcb_generic_error_t> error(xcb_request_check(m_connection, request), std::free);
            return error == nullptr;
        });
    }

    bool nativeEventFilter(const QByteArray& type, void* message, qintptr*) override {
        if (type != "xcb_generic_event_t")
            return false;
        const auto* const event = static_cast<const xcb_generic_event_t*>(message);
        if ((event->response_type & kKindMask) != XCB_KEY_PRESS)
            return false;
        const auto* const press = reinterpret_cast<const xcb_key_press_event_t*>(event);
        const bool isOurs = (press->state & kMeant) == m_modifiers &&
                            std::find(m_keys.begin(), m_keys.end(), press->detail) != m_keys.end();
        if (!isOurs)
            return false;
        // Later, since the call may end this object.
        QMetaObject::invokeMethod(&m_context, m_pressed, Qt::QueuedConnection);
        return true;
    }

private:
    xcb_connection_t* m_connection;
    xcb_window_t m_root;
    std::uint16_t m_modifiers;
    std::function<void()> m_pressed;
    QObject m_context; ///< what isn't called yet ends with it
    std::vector<xcb_keycode_t> m_keys;
};

} // namespace

Result<std::unique_ptr<GlobalKey>> GlobalKey::listen(const KeyPress& key, std::function<void()> pressed) {
    const auto* const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 == nullptr || x11->connection() == nullptr)
        return fail(ErrorCode::Unsupported, "This desktop doesn't let a program hear keys while you are in another "
                                            "window. Click the button instead.");
    const auto modifiers = static_cast<std::uint16_t>(key.ctrlAlt ? XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 : 0);
    auto listening = std::make_unique<X11GlobalKey>(x11->connection(), modifiers, std::move(pressed));
    const std::vector<xcb_keycode_t> keys = keysOf(x11->connection(), key.keysym);
    if (keys.empty())
        return fail(ErrorCode::Unsupported, "The keyboard has no such key. Click the button instead.");
    for (const xcb_keycode_t each : keys)
        if (!listening->grab(each))
            return fail(ErrorCode::AlreadyExists, "Another program uses this key already. Click the button instead.");
    return listening;
}

} // namespace exhibit::capture
