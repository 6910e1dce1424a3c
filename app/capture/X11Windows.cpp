#include "capture/X11Windows.h"

#include "capture/X11Reply.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>
#include <unistd.h>

namespace exhibit::capture {

namespace {

/// Inter-Client Communication Conventions 2.0, 4.1.3.1.
constexpr std::uint32_t kIconicState = 3;
/// Extended Window Manager Hints 1.5, "Source indication in requests": a pager, so that the request is obeyed.
constexpr std::uint32_t kFromPager = 2;
/// Deeper than any window manager frames its windows.
constexpr int kDeepestFrame = 32;

std::string utf8OfLatin1(std::string_view latin1) {
    return QString::fromLatin1(latin1.data(), static_cast<qsizetype>(latin1.size())).toStdString();
}

/// The parent's process id, from proc(5): the second field behind the name in brackets. 0 at the end of the line.
std::uint32_t parentOf(std::uint32_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    const std::size_t nameEnd = line.rfind(')');
    constexpr std::size_t toParent = 4; // ") S "
    std::uint32_t parent = 0;
    if (nameEnd != std::string::npos && nameEnd + toParent < line.size())
        std::from_chars(line.data() + nameEnd + toParent, line.data() + line.size(), parent);
    return parent;
}

std::set<std::uint32_t> ancestorProcesses() {
    std::set<std::uint32_t> result;
    for (auto process = static_cast<std::uint32_t>(getppid()); process > 1 && result.insert(process).second;)
        process = parentOf(process);
    return result;
}

} // namespace

X11Windows::X11Windows(xcb_connection_t* connection) : m_connection(connection), m_ancestors(ancestorProcesses()) {
    m_root = rootScreen(connection).root;
}

std::uint32_t X11Windows::atom(const char* name) const {
    const auto known = m_atoms.find(name);
    if (known != m_atoms.end())
        return known->second;
    const std::string_view text = name;
    const Reply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(
        m_connection, xcb_intern_atom(m_connection, 0, static_cast<std::uint16_t>(text.size()), text.data()), nullptr));
    return m_atoms[name] = reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

std::vector<std::uint32_t> X11Windows::numbers(std::uint32_t window, const char* name) const {
    const auto reply = propertyOf(m_connection, window, atom(name));
    if (!reply || reply->format != 32)
        return {};
    const auto* const first = static_cast<const std::uint32_t*>(xcb_get_property_value(reply.get()));
    return {first, first + reply->value_len};
}

std::string X11Windows::title(std::uint32_t window) const {
    const auto modern = propertyOf(m_connection, window, atom("_NET_WM_NAME"));
    if (modern && modern->format == 8 && modern->value_len > 0)
        return std::string(bytesOfProperty(*modern));
    const auto old = propertyOf(m_connection, window, XCB_ATOM_WM_NAME);
    if (!old || old->format != 8)
        return {};
    // ICCCM 2.7.1: the type STRING is Latin-1.
    return old->type == XCB_ATOM_STRING ? utf8OfLatin1(bytesOfProperty(*old)) : std::string(bytesOfProperty(*old));
}

std::optional<QRect> X11Windows::rect(std::uint32_t window) const {
    const Reply<xcb_get_geometry_reply_t> size(
        xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
    const Reply<xcb_translate_coordinates_reply_t> origin(xcb_translate_coordinates_reply(
        m_connection, xcb_translate_coordinates(m_connection, window, m_root, 0, 0), nullptr));
    if (!size || !origin)
        return std::nullopt;
    return QRect(origin->dst_x, origin->dst_y, size->width, size->height);
}

bool X11Windows::isManaged() const {
    return !numbers(m_root, "_NET_SUPPORTING_WM_CHECK").empty();
}

std::vector<std::uint32_t> X11Windows::clients() const {
    const auto stacked = numbers(m_root, "_NET_CLIENT_LIST_STACKING");
    return stacked.empty() ? numbers(m_root, "_NET_CLIENT_LIST") : stacked;
}

std::uint32_t X11Windows::active() const {
    const auto windows = numbers(m_root, "_NET_ACTIVE_WINDOW");
    return windows.empty() ? 0 : windows.front();
}

bool X11Windows::isMinimised(std::uint32_t window) const {
    const auto states = numbers(window, "_NET_WM_STATE");
    const auto state = numbers(window, "WM_STATE");
    return std::find(states.begin(), states.end(), atom("_NET_WM_STATE_HIDDEN")) != states.end() ||
           (!state.empty() && state.front() == kIconicState);
}

bool X11Windows::isShell(std::uint32_t window) const {
    const auto types = numbers(window, "_NET_WM_WINDOW_TYPE");
    return std::any_of(types.begin(), types.end(), [&](std::uint32_t type) {
        return type == atom("_NET_WM_WINDOW_TYPE_DESKTOP") || type == atom("_NET_WM_WINDOW_TYPE_DOCK");
    });
}

bool X11Windows::isOurs(std::uint32_t window) const {
    const auto process = numbers(window, "_NET_WM_PID");
    return !process.empty() && m_ancestors.contains(process.front());
}

std::optional<Window> X11Windows::find(std::uint64_t id) const {
    const auto window = static_cast<xcb_window_t>(id);
    const auto whole = rect(window);
    if (!whole)
        return std::nullopt;
    // Programs that draw their own frames tell how wide the shadow is that they draw around them.
    QRect visible = *whole;
    if (const auto shadow = numbers(window, "_GTK_FRAME_EXTENTS"); shadow.size() == 4)
        visible.adjust(static_cast<int>(shadow[0]), static_cast<int>(shadow[2]), -static_cast<int>(shadow[1]),
                       -static_cast<int>(shadow[3]));
    return Window{id, title(window), visible, isMinimised(window), active() == window, isOurs(window)};
}

std::vector<Window> X11Windows::list() const {
    std::vector<Window> result;
    const auto windows = clients();
    for (auto at = windows.rbegin(); at != windows.rend(); ++at) {
        if (isShell(*at))
            continue;
        if (auto window = find(*at))
            result.push_back(std::move(*window));
    }
    return result;
}

bool X11Windows::isViewable(std::uint64_t id) const {
    const auto request = xcb_get_window_attributes(m_connection, static_cast<xcb_window_t>(id));
    const Reply<xcb_get_window_attributes_reply_t> reply(
        xcb_get_window_attributes_reply(m_connection, request, nullptr));
    return reply && reply->map_state == XCB_MAP_STATE_VIEWABLE && reply->_class == XCB_WINDOW_CLASS_INPUT_OUTPUT;
}

void X11Windows::activate(std::uint64_t id) const {
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = static_cast<xcb_window_t>(id);
    event.type = atom("_NET_ACTIVE_WINDOW");
    event.data.data32[0] = kFromPager;
    event.data.data32[1] = XCB_CURRENT_TIME;
    event.data.data32[2] = active();
    xcb_send_event(m_connection, 0, m_root, XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT,
                   reinterpret_cast<const char*>(&event));
    xcb_flush(m_connection);
}

std::uint32_t X11Windows::topLevelOf(std::uint32_t window) const {
    for (int depth = 0; depth < kDeepestFrame; ++depth) {
        const Reply<xcb_query_tree_reply_t> tree(
            xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, window), nullptr));
        if (!tree || tree->parent == m_root || tree->parent == XCB_WINDOW_NONE)
            break;
        window = tree->parent;
    }
    return window;
}

std::vector<std::uint32_t> X11Windows::above(std::uint32_t topLevel) const {
    const Reply<xcb_query_tree_reply_t> tree(
        xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr));
    if (!tree)
        return {};
    // The protocol lists children from the bottom to the top.
    const xcb_window_t* const first = xcb_query_tree_children(tree.get());
    const xcb_window_t* const last = first + xcb_query_tree_children_length(tree.get());
    const auto* const found = std::find(first, last, topLevel);
    return found == last ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>(found + 1, last);
}

std::vector<std::string> X11Windows::covering(const Window& window) const {
    std::map<std::uint32_t, std::uint32_t> clientOf;
    for (const std::uint32_t client : clients())
        clientOf[topLevelOf(client)] = client;
    std::vector<std::string> result;
    for (const std::uint32_t other : above(topLevelOf(static_cast<std::uint32_t>(window.id)))) {
        const auto client = clientOf.find(other);
        // Compositors and window managers keep helpers above everything; programs' menus and messages say what they
        // are.
        if (client == clientOf.end() && numbers(other, "_NET_WM_WINDOW_TYPE").empty())
            continue;
        const auto area = rect(other);
        if (area && area->intersects(window.rect) && isViewable(other))
            result.push_back(title(client == clientOf.end() ? other : client->second));
    }
    return result;
}

} // namespace exhibit::capture
