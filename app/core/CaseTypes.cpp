#include "core/CaseTypes.h"

#include <algorithm>
#include <array>

namespace exhibit {

namespace {

constexpr std::array kWishes{Wish::Concern,       Wish::Erasure, Wish::Objection,
                             Wish::Rectification, Wish::Access,  Wish::Restriction};
constexpr std::array<std::string_view, kWishes.size()> kWishNames{"concern",       "erasure", "objection",
                                                                  "rectification", "access",  "restriction"};

constexpr std::array kSurfaces{Surface::MetaAi,   Surface::WhatsApp,  Surface::Instagram, Surface::Messenger,
                               Surface::Facebook, Surface::MetaAiApp, Surface::Glasses,   Surface::Other};
constexpr std::array<std::string_view, kSurfaces.size()> kSurfaceNames{
    "meta.ai", "whatsapp", "instagram", "messenger", "facebook", "meta-ai-app", "glasses", "other"};

constexpr std::array kOrigins{Origin::Typed, Origin::Clipboard, Origin::Page,   Origin::Ocr,
                              Origin::File,  Origin::Screen,    Origin::Program};
constexpr std::array<std::string_view, kOrigins.size()> kOriginNames{"typed", "clipboard", "page",   "ocr",
                                                                     "file",  "screen",    "program"};

constexpr std::array kRoles{
    Role::Prompt,     Role::Response,       Role::Screenshot, Role::Turn,       Role::ConversationUrl,
    Role::Account,    Role::WindowTitle,    Role::AppTime,    Role::ModelLabel, Role::PromptSource,
    Role::Attachment, Role::Correspondence, Role::Note};
constexpr std::array<std::string_view, kRoles.size()> kRoleNames{
    "prompt",   "response",    "screenshot",    "turn",       "conversation-url", "account", "window-title",
    "app-time", "model-label", "prompt-source", "attachment", "correspondence",   "note"};

template <class T, std::size_t N>
std::string_view nameIn(T value, const std::array<T, N>& values, const std::array<std::string_view, N>& names) {
    const auto at = std::find(values.begin(), values.end(), value);
    return at == values.end() ? std::string_view("unknown") : names.at(static_cast<std::size_t>(at - values.begin()));
}

template <class T, std::size_t N>
Result<T> valueIn(std::string_view name, const char* what, const std::array<T, N>& values,
                  const std::array<std::string_view, N>& names) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end())
        return values.at(static_cast<std::size_t>(at - names.begin()));
    std::string message = "\"" + std::string(name) + "\" is not a known " + what + ". Known are: ";
    for (const std::string_view known : names)
        message += (known == names.front() ? "" : ", ") + std::string(known);
    return fail(ErrorCode::InvalidArgument, message + ".");
}

} // namespace

std::string_view name(Wish wish) {
    return nameIn(wish, kWishes, kWishNames);
}
std::string_view name(Surface surface) {
    return nameIn(surface, kSurfaces, kSurfaceNames);
}
std::string_view name(Origin origin) {
    return nameIn(origin, kOrigins, kOriginNames);
}
std::string_view name(Role role) {
    return nameIn(role, kRoles, kRoleNames);
}
std::span<const Wish> allWishes() {
    return kWishes;
}
std::span<const Surface> allSurfaces() {
    return kSurfaces;
}
std::span<const Origin> allOrigins() {
    return kOrigins;
}
std::span<const Role> allRoles() {
    return kRoles;
}
Result<Wish> wishFromName(std::string_view name) {
    return valueIn(name, "wish", kWishes, kWishNames);
}
Result<Surface> surfaceFromName(std::string_view name) {
    return valueIn(name, "surface", kSurfaces, kSurfaceNames);
}
Result<Origin> originFromName(std::string_view name) {
    return valueIn(name, "origin", kOrigins, kOriginNames);
}
Result<Role> roleFromName(std::string_view name) {
    return valueIn(name, "role", kRoles, kRoleNames);
}

} // namespace exhibit
