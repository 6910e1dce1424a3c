#include "request/Strings.h"

#include "core/Json.h"
#include "request/EmbeddedFile.h"

#include <algorithm>
#include <array>

namespace exhibit::request {
namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"en", "de"};

} // namespace

std::span<const std::string_view> Strings::languages() {
    return kLanguages;
}

Result<Strings> Strings::load(std::string_view language) {
    if (std::find(kLanguages.begin(), kLanguages.end(), language) == kLanguages.end())
        return fail(ErrorCode::Unsupported, "This language isn't available. Choose \"en\" or \"de\".",
                    std::string(language));
    EXHIBIT_ASSIGN(const std::string_view json, embeddedFile("strings/" + std::string(language) + ".json"));
    return parse(language, json);
}

Result<Strings> Strings::parse(std::string_view language, std::string_view json) {
    EXHIBIT_ASSIGN(const Json file, parseJson(json));
    if (!file.is_object())
        return fail(ErrorCode::Malformed, "The strings must be an object of keys and sentences.");
    Values texts;
    for (const auto& [key, text] : file.items()) {
        if (!text.is_string())
            return fail(ErrorCode::Malformed, "A sentence is expected here.", "/" + key);
        texts.emplace(key, text.get<std::string>());
    }
    return Strings(language, std::move(texts));
}

Result<std::string> Strings::find(std::string_view key, const Values& values) const {
    const auto text = m_texts.find(key);
    if (text == m_texts.end())
        return fail(ErrorCode::NotFound, "There is no sentence of this name.", std::string(key));
    return fillPlaceholders(text->second, values);
}

std::string Strings::operator()(std::string_view key, const Values& values) const {
    const auto text = find(key, values);
    return text ? *text : "\u27E6" + std::string(key) + "\u27E7";
}

} // namespace exhibit::request
