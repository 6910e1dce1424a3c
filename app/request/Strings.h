#pragma once
// The dossier's own words in one language: schemas/strings/LANGUAGE.json, a flat object of keys and sentences.

#include "core/Result.h"
#include "request/Placeholders.h"

#include <span>
#include <string>
#include <string_view>

namespace exhibit::request {

class Strings {
public:
    /// The strings of a language that the program holds: "en", "de". Unsupported names the languages there are.
    static Result<Strings> load(std::string_view language);
    /// From the text of such a file. Malformed if it isn't a flat object of strings.
    static Result<Strings> parse(std::string_view language, std::string_view json);
    /// The languages that load() knows.
    [[nodiscard]] static std::span<const std::string_view> languages();

    /// The sentence of a key with its placeholders filled. NotFound for an unknown key, InvalidArgument for a
    /// placeholder without a value.
    [[nodiscard]] Result<std::string> find(std::string_view key, const Values& values = {}) const;
    /// For pages that must come out: as find(), but a failure shows as the key in white brackets.
    [[nodiscard]] std::string operator()(std::string_view key, const Values& values = {}) const;

    [[nodiscard]] const std::string& language() const { return m_language; }
    [[nodiscard]] const Values& all() const { return m_texts; }

private:
    Strings(std::string_view language, Values texts) : m_language(language), m_texts(std::move(texts)) {}
    std::string m_language;
    Values m_texts;
};

} // namespace exhibit::request
