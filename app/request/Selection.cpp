// FormDirectory::select: which entries serve a wish, in which order, and what must be said about them.

#include "request/FormDirectory.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace exhibit::request {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string capitals(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return result;
}

bool isTwoLetters(std::string_view text) {
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Months since the year 0 of a date such as 2026, 2026-07 or 2026-07-23; a year alone counts as its first month.
int monthsOf(std::string_view date) {
    int year = 0;
    int month = 1;
    std::from_chars(date.data(), date.data() + std::min<std::size_t>(4, date.size()), year);
    if (date.size() >= 7)
        std::from_chars(date.data() + 5, date.data() + 7, month);
    return year * 12 + month;
}

/// Builds one selection; holds what all of its steps need.
class Selector {
public:
    Selector(const FormDirectory& directory, Selection& selection, const Country* country, std::string_view language)
        : m_directory(directory), m_selection(selection), m_country(country), m_language(language) {}

    Result<> run();

private:
    [[nodiscard]] const FormUsage* usageOf(const FormEntry& entry) const;
    Result<Choice> choiceOf(const FormEntry& entry, const FormUsage& usage) const;
    Result<> warn(std::vector<Warning>& warnings, const std::string& code, const Values& values = {}) const;
    Result<> choose();
    Result<> address();
    Result<> warnAboutUnknown();
    Result<> warnAboutResidence();
    Result<> advise();

    const FormDirectory& m_directory;
    Selection& m_selection;
    const Country* m_country;
    std::string_view m_language;
};

const FormUsage* Selector::usageOf(const FormEntry& entry) const {
    if (entry.status != Status::Current)
        return nullptr;
    for (const FormUsage& usage : entry.uses)
        if (contains(usage.purposes, name(m_selection.wish)) && contains(usage.surfaces, name(m_selection.surface)) &&
            residenceFits(usage.residence, m_country))
            return &usage;
    return nullptr;
}

Result<> Selector::warn(std::vector<Warning>& warnings, const std::string& code, const Values& values) const {
    EXHIBIT_ASSIGN(std::string text, m_directory.sentence(code, m_language, values));
    warnings.push_back({code, std::move(text)});
    return {};
}

Result<Choice> Selector::choiceOf(const FormEntry& entry, const FormUsage& usage) const {
    constexpr int kOldAfterMonths = 12;
    Choice choice{entry,
                  usage.standing,
                  std::max(entry.certainty, usage.certainty),
                  usage.why.in(m_language),
                  usage.steps.in(m_language),
                  {}};
    std::vector<std::string> codes = usage.warnings;
    codes.insert(codes.end(), entry.warnings.begin(), entry.warnings.end());
    const auto add = [&](bool holds, const char* code) {
        if (holds)
            codes.emplace_back(code);
    };
    add(entry.login == "required", "login");
    add(usage.certainty == Certainty::Inferred, "inferred");
    const bool entryIsSecondary = entry.certainty == Certainty::Secondary;
    add(entryIsSecondary, "secondary-only");
    add(usage.certainty == Certainty::Secondary && !entryIsSecondary, "secondary-use");
    add(choice.certainty == Certainty::Recalled, "recalled");
    add(monthsOf(m_directory.compiled()) - monthsOf(entry.seen) > kOldAfterMonths, "old-copy");
    for (const std::string& code : codes)
        EXHIBIT_TRY(warn(choice.warnings, code, {{"date", entry.seen}}));
    return choice;
}

Result<> Selector::choose() {
    struct Found {
        const FormEntry* entry;
        const FormUsage* usage;
    };
    std::vector<Found> found;
    for (const FormEntry& entry : m_directory.entries())
        if (const FormUsage* usage = usageOf(entry))
            found.push_back({&entry, usage});
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tie(a.usage->standing, a.usage->order) < std::tie(b.usage->standing, b.usage->order);
    });
    for (const Found& item : found) {
        EXHIBIT_ASSIGN(Choice choice, choiceOf(*item.entry, *item.usage));
        if (choice.standing == Standing::Specific)
            m_selection.coverage = Coverage::Known;
        auto& list = choice.standing == Standing::Information ? m_selection.pages : m_selection.choices;
        list.push_back(std::move(choice));
    }
    return {};
}

Result<> Selector::address() {
    for (const Addressee& addressee : m_directory.addressees()) {
        const auto fits = [&](const AddresseeUsage& usage) {
            return contains(usage.surfaces, name(m_selection.surface)) && residenceFits(usage.residence, m_country);
        };
        const auto usage = std::find_if(addressee.serves.begin(), addressee.serves.end(), fits);
        if (usage == addressee.serves.end() || addressee.status != Status::Current)
            continue;
        ChosenAddressee chosen{
            addressee, usage->role, std::max(addressee.certainty, usage->certainty), usage->why.in(m_language), {}};
        std::vector<std::string> codes;
        if (chosen.certainty == Certainty::Recalled)
            codes.emplace_back("recalled");
        if (usage->certainty == Certainty::Inferred)
            codes.emplace_back("inferred");
        if (addressee.lines.empty())
            codes.emplace_back("no-postal-address");
        for (const std::string& code : codes)
            EXHIBIT_TRY(warn(chosen.warnings, code, {{"name", addressee.name}}));
        m_selection.addressees.push_back(std::move(chosen));
    }
    std::stable_sort(m_selection.addressees.begin(), m_selection.addressees.end(),
                     [](const ChosenAddressee& a, const ChosenAddressee& b) { return a.role < b.role; });
    return {};
}

Result<> Selector::warnAboutResidence() {
    if (m_country == nullptr) {
        const bool given = !m_selection.country.empty();
        return warn(m_selection.warnings, given ? "unlisted-country" : "unknown-residence",
                    {{"country", m_selection.country}});
    }
    if (m_country->region != Region::Unresolved)
        return {};
    const Country* state = m_directory.countries().find(m_country->state);
    const std::string stateName = state == nullptr ? m_country->state : state->nameIn(m_language);
    return warn(m_selection.warnings, "unresolved-territory",
                {{"country", m_country->nameIn(m_language)}, {"state", stateName + " (" + m_country->state + ")"}});
}

Result<> Selector::warnAboutUnknown() {
    if (m_selection.surface == Surface::Other)
        return warn(m_selection.warnings, "unknown-surface");
    if (m_selection.coverage == Coverage::Unknown) {
        EXHIBIT_ASSIGN(const std::string wish,
                       m_directory.sentence("wish." + std::string(name(m_selection.wish)), m_language));
        EXHIBIT_ASSIGN(const std::string surface,
                       m_directory.sentence("surface." + std::string(name(m_selection.surface)), m_language));
        EXHIBIT_ASSIGN(std::string country, m_directory.sentence("residence.none", m_language));
        if (m_country != nullptr)
            country = m_country->nameIn(m_language);
        else if (!m_selection.country.empty())
            country = m_selection.country;
        EXHIBIT_TRY(
            warn(m_selection.warnings, "unknown-form", {{"wish", wish}, {"surface", surface}, {"country", country}}));
    }
    EXHIBIT_TRY(warnAboutResidence());
    if (m_selection.addressees.empty()) {
        EXHIBIT_TRY(warn(m_selection.warnings, "unknown-addressee"));
    }
    return warn(m_selection.warnings, "send-letter");
}

Result<> Selector::advise() {
    const bool unknown = m_selection.coverage == Coverage::Unknown || m_selection.addressees.empty();
    if (!unknown)
        return {};
    std::string sentence = "advice-letter";
    Values values;
    if (m_selection.surface == Surface::Other)
        sentence = "advice-other-provider";
    else if (m_selection.addressees.empty())
        sentence = "advice-residence";
    else
        values.emplace("name", m_selection.addressees.front().addressee.name);
    EXHIBIT_ASSIGN(m_selection.advice, m_directory.sentence(sentence, m_language, values));
    return {};
}

Result<> Selector::run() {
    EXHIBIT_TRY(choose());
    EXHIBIT_TRY(address());
    EXHIBIT_TRY(warnAboutUnknown());
    return advise();
}

} // namespace

Result<Selection> FormDirectory::select(Wish wish, Surface surface, std::string_view country,
                                        std::string_view language) const {
    Selection selection;
    selection.wish = wish;
    selection.surface = surface;
    selection.country = capitals(country);
    selection.directory = m_version;
    selection.compiled = m_compiled;
    const Country* residence = m_countries.find(selection.country);
    const bool unlisted = residence == nullptr && !selection.country.empty();
    // A name, or a code in common use such as UK, gets the hint; two letters that mean nothing are an unknown
    // residence.
    if (unlisted && (!isTwoLetters(selection.country) || selection.country == "UK" || selection.country == "EL")) {
        EXHIBIT_ASSIGN(const Country checked, m_countries.check(country));
        residence = m_countries.find(checked.code);
        selection.country = checked.code;
    }
    EXHIBIT_TRY(Selector(*this, selection, residence, language).run());
    return selection;
}

} // namespace exhibit::request
