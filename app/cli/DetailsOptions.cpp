#include "cli/DetailsOptions.h"

#include "cli/Suggest.h"
#include "core/Text.h"
#include "request/CaseForms.h"
#include "request/Strings.h"

#include <algorithm>

namespace exhibit::cli {

std::vector<std::string> wishNames() {
    std::vector<std::string> names;
    for (const Wish wish : allWishes())
        names.emplace_back(name(wish));
    return names;
}

std::vector<std::string> surfaceNames() {
    std::vector<std::string> names;
    for (const Surface surface : allSurfaces())
        names.emplace_back(name(surface));
    return names;
}

std::vector<std::string> languageNames() {
    const auto languages = request::Strings::languages();
    return {languages.begin(), languages.end()};
}

void DetailsOptions::declare(Options& options) {
    options.group("Whose data it is");
    options.text("--name", "NAME", m_name, "The person's full name, as it belongs in a letter.");
    options.text("--email", "MAIL", m_email, "Where answers should go.");
    options.text("--address", "TEXT", m_address, "Postal address; may have several lines.");
    options.text("--country", "CODE", m_country, "Where the person lives, as two letters: DE, AT, CH, IE, GB...");
    options.group("Who acts for the person, if somebody does");
    options.text("--representative-name", "NAME", m_representativeName, "A lawyer, parent or other representative.");
    options.text("--representative-email", "MAIL", m_representativeEmail, "Their e-mail address.");
    options.text("--representative-address", "TEXT", m_representativeAddress, "Their postal address.");
    options.group("What it is about");
    options.choices("--wish", m_wishes, wishNames(), "What is asked for.");
    options.choice("--surface", m_surface, surfaceNames(), "Where the conversation took place.");
    options.choice("--language", m_language, languageNames(), "Language of the letter and the dossier.");
    options.text("--reference", "TEXT", m_reference, "A file number of your own.");
    options.text("--grounds", "TEXT", m_grounds,
                 "For an objection: what about the person's situation speaks against it (GDPR Art. 21(1)).");
    options.group("Forms");
    options.texts("--form", "WISH=ID", m_forms, "Use this entry of \"exhibit17 forms\" for a wish.");
    options.texts("--form-url", "WISH=URL", m_formUrls,
                  "Use a link of your own for a wish; the dossier says that it is yours.");
}

bool DetailsOptions::changesForms() const {
    return m_country || m_surface || m_language || !m_wishes.empty() || !m_forms.empty() || !m_formUrls.empty();
}

namespace {

enum class Lines { One, Several };

/// JSON and a letter can carry it, and nothing in it hides from the eye.
Result<> checkText(const std::string& option, const std::string& value, Lines lines) {
    if (firstInvalidUtf8(value))
        return fail(ErrorCode::InvalidArgument, option + " isn't valid UTF-8 text.");
    const auto style = lines == Lines::One ? EscapeStyle::Line : EscapeStyle::Block;
    if (escapeForDisplay(value, style) != value)
        return fail(ErrorCode::InvalidArgument, option + " has characters that can't be seen: \"" +
                                                    escapeForDisplay(value, EscapeStyle::Line) + "\".");
    return {};
}

Result<> set(std::string& target, const std::optional<std::string>& value, const std::string& option,
             Lines lines = Lines::One) {
    if (!value)
        return {};
    EXHIBIT_TRY(checkText(option, *value, lines));
    target = *value;
    return {};
}

Result<> setEmail(std::string& target, const std::optional<std::string>& value, const std::string& option) {
    EXHIBIT_TRY(set(target, value, option));
    const std::size_t at = target.find('@');
    const bool fits = at != std::string::npos && at > 0 && at + 1 < target.size() &&
                      target.find_first_of(" \t,;<>") == std::string::npos;
    if (value && !value->empty() && !fits)
        return fail(ErrorCode::InvalidArgument,
                    option + ": \"" + escapeForDisplay(*value, EscapeStyle::Line) + "\" isn't an e-mail address.");
    return {};
}

std::vector<Wish> sortedWishes(const std::vector<std::string>& names) {
    std::vector<Wish> wishes;
    for (const Wish wish : allWishes())
        if (std::ranges::find(names, name(wish)) != names.end())
            wishes.push_back(wish);
    return wishes;
}

} // namespace

Result<> DetailsOptions::apply(CaseDetails& details, const request::Countries& countries) const {
    EXHIBIT_TRY(set(details.subject.name, m_name, "--name"));
    if (details.subject.name.find_first_not_of(' ') == std::string::npos)
        return fail(ErrorCode::InvalidArgument, "--name is missing: whose data is it about?");
    EXHIBIT_TRY(setEmail(details.subject.email, m_email, "--email"));
    EXHIBIT_TRY(set(details.subject.address, m_address, "--address", Lines::Several));
    EXHIBIT_TRY(set(details.representative.name, m_representativeName, "--representative-name"));
    EXHIBIT_TRY(setEmail(details.representative.email, m_representativeEmail, "--representative-email"));
    EXHIBIT_TRY(
        set(details.representative.address, m_representativeAddress, "--representative-address", Lines::Several));
    const bool reachable = !details.representative.email.empty() || !details.representative.address.empty();
    if (reachable && details.representative.name.empty())
        return fail(ErrorCode::InvalidArgument, "--representative-name is missing: who acts for the person?");
    EXHIBIT_TRY(set(details.reference, m_reference, "--reference"));
    EXHIBIT_TRY(set(details.grounds, m_grounds, "--grounds", Lines::Several));
    if (m_country) {
        EXHIBIT_ASSIGN(const request::Country country, countries.check(*m_country));
        details.country = country.code;
    }
    if (m_surface) {
        EXHIBIT_ASSIGN(details.surface, surfaceFromName(*m_surface));
    }
    if (m_language)
        details.language = *m_language;
    if (!m_wishes.empty())
        details.wishes = sortedWishes(m_wishes);
    return {};
}

// ---- forms --------------------------------------------------------------------------------------------------------

namespace {

/// "concern=meta-ai-concern" for one of the case's wishes.
Result<std::pair<Wish, std::string>> wishAndValue(const std::string& option, const std::string& text,
                                                  const CaseDetails& details) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size())
        return fail(ErrorCode::InvalidArgument, option + " needs a wish and a value, such as " +
                                                    (option == "--form" ? "concern=ID." : "concern=https://..."));
    const std::string word = text.substr(0, equals);
    const auto wish = wishFromName(word);
    if (!wish)
        return fail(ErrorCode::InvalidArgument, option + " doesn't know the wish \"" +
                                                    escapeForDisplay(word, EscapeStyle::Line) + "\"." +
                                                    didYouMean(word, wishNames()));
    if (std::ranges::find(details.wishes, *wish) == details.wishes.end())
        return fail(ErrorCode::InvalidArgument,
                    "The case doesn't have the wish \"" + word + "\"; name its wishes with --wish.");
    return std::pair(*wish, text.substr(equals + 1));
}

Result<FormUse> fromDirectory(const request::FormDirectory& directory, const std::string& id, Wish wish,
                              const std::string& language) {
    const request::FormEntry* entry = directory.find(id);
    if (entry != nullptr && !entry->url.empty())
        return request::useOf(*entry, wish, language);
    std::vector<std::string> ids;
    for (const request::FormEntry& known : directory.entries())
        ids.push_back(known.id);
    const std::string shown = "\"" + escapeForDisplay(id, EscapeStyle::Line) + "\"";
    if (entry != nullptr)
        return fail(ErrorCode::InvalidArgument, "The directory knows no link for " + shown + ".");
    return fail(ErrorCode::InvalidArgument, "The directory has no entry " + shown + "." + didYouMean(id, ids) +
                                                " \"exhibit17 forms\" lists them all.");
}

} // namespace

Result<> DetailsOptions::applyForms(CaseDetails& details, const request::FormDirectory& directory) const {
    EXHIBIT_TRY(request::chooseForms(details, directory));
    for (const std::string& text : m_forms) {
        EXHIBIT_ASSIGN(const auto pair, wishAndValue("--form", text, details));
        EXHIBIT_ASSIGN(FormUse use, fromDirectory(directory, pair.second, pair.first, details.language));
        request::useForm(details, std::move(use));
    }
    for (const std::string& text : m_formUrls) {
        EXHIBIT_ASSIGN(const auto pair, wishAndValue("--form-url", text, details));
        FormUse replaced;
        if (const FormUse* const present = request::formFor(details, pair.first))
            replaced = *present;
        replaced.wish = pair.first;
        EXHIBIT_ASSIGN(FormUse use, request::ownLink(pair.second, replaced));
        request::useForm(details, std::move(use));
    }
    return {};
}

// ---- showing ------------------------------------------------------------------------------------------------------

std::vector<std::pair<std::string, std::string>> detailLines(const CaseDetails& details) {
    const auto line = [](std::string_view text) { return escapeForDisplay(text, EscapeStyle::Line); };
    std::string wishes;
    for (const Wish wish : details.wishes)
        wishes += (wishes.empty() ? "" : ", ") + std::string(name(wish));
    std::vector<std::pair<std::string, std::string>> lines{
        {"name", line(details.subject.name)},
        {"email", line(details.subject.email)},
        {"address", line(details.subject.address)},
        {"representative", line(details.representative.name)},
        {"representative email", line(details.representative.email)},
        {"representative address", line(details.representative.address)},
        {"country", line(details.country)},
        {"surface", std::string(name(details.surface))},
        {"wishes", wishes},
        {"language", line(details.language)},
        {"reference", line(details.reference)},
        {"grounds", line(details.grounds)},
    };
    for (const FormUse& use : details.forms) {
        const std::string origin = use.overridden     ? " (your own link)"
                                   : use.seen.empty() ? ""
                                                      : " (seen " + line(use.seen) + ")";
        lines.emplace_back("form for " + std::string(name(use.wish)), line(use.url) + origin);
    }
    for (const OwnLetter& letter : details.letters)
        lines.emplace_back("own letter", line(letter.kind) + " (" + line(letter.language) + ")");
    return lines;
}

} // namespace exhibit::cli
