#pragma once
// What an X server answers: memory of the C library's, and properties of windows.

#include <cstdlib>
#include <memory>
#include <string_view>
#include <xcb/xcb.h>

namespace exhibit::capture {

struct FreeReply {
    void operator()(void* memory) const { std::free(memory); }
};
template <class T>
using Reply = std::unique_ptr<T, FreeReply>;

[[nodiscard]] inline Reply<xcb_get_property_reply_t> propertyOf(xcb_connection_t* connection, xcb_window_t window,
                                                                xcb_atom_t name) {
    /// The longest that is read, in units of four bytes.
    constexpr std::uint32_t kLongest = 1U << 18;
    return Reply<xcb_get_property_reply_t>(xcb_get_property_reply(
        connection, xcb_get_property(connection, 0, window, name, XCB_GET_PROPERTY_TYPE_ANY, 0, kLongest), nullptr));
}

[[nodiscard]] inline std::string_view bytesOfProperty(const xcb_get_property_reply_t& reply) {
    return {static_cast<const char*>(xcb_get_property_value(&reply)),
            static_cast<std::size_t>(xcb_get_property_value_length(&reply))};
}

[[nodiscard]] inline const xcb_screen_t& rootScreen(xcb_connection_t* connection) {
    return *xcb_setup_roots_iterator(xcb_get_setup(connection)).data;
}

} // namespace exhibit::capture
