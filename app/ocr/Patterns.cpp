#include "ocr/Patterns.h"

#include "ocr/Addresses.h"

#include <algorithm>
#include <string>

namespace exhibit::ocr {

namespace {

using Text = std::u32string_view;

bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool isCapital(char32_t c) {
    return c >= U'A' && c <= U'Z';
}

/// Nothing of a word or number stands before or behind.
bool standsAlone(Text text, const Span& span) {
    const auto joins = [&](std::size_t at) { return at < text.size() && isLetterOrDigit(text[at]); };
    return (span.begin == 0 || !joins(span.begin - 1)) && !joins(span.end);
}

// ---- e-mail addresses: local-part "@" domain (RFC 5322 3.4.1), as people have them ------------------------------

bool isOfMail(char32_t c) {
    return isLetterOrDigit(c) || c == U'.' || c == U'-' || c == U'_' || c == U'+' || c == U'%';
}

void findMails(Text text, std::vector<Span>& found) {
    for (std::size_t at = text.find(U'@'); at != Text::npos; at = text.find(U'@', at + 1)) {
        Span span{at, at + 1};
        while (span.begin > 0 && isOfMail(text[span.begin - 1]))
            --span.begin;
        // Behind a hyphen a line may end.
        while (span.end < text.size() &&
               (isOfMail(text[span.end]) || (text[span.end] == U' ' && text[span.end - 1] == U'-')))
            ++span.end;
        while (span.end > at + 1 && !isLetterOrDigit(text[span.end - 1]))
            --span.end;
        const std::size_t dot = text.substr(0, span.end).rfind(U'.');
        if (span.begin < at && dot != Text::npos && dot > at + 1 && span.end - dot > 2)
            found.push_back(span);
    }
}

// ---- phone numbers ----------------------------------------------------------------------------------------------

/// A run of digits in groups, with spaces, hyphens, slashes or brackets between them.
struct Number {
    Span span;
    std::vector<std::size_t> groups; ///< how many digits each has
    std::size_t digits = 0;
    bool hasHyphen = false;
};

Number numberAt(Text text, std::size_t begin) {
    Number number{{begin, begin}, {}, 0, false};
    std::size_t between = 0;
    bool hyphen = false;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const char32_t c = text[at];
        if (isDigit(c)) {
            if (between > 0 || number.groups.empty())
                number.groups.push_back(0);
            ++number.groups.back();
            ++number.digits;
            number.span.end = at + 1;
            number.hasHyphen = number.hasHyphen || hyphen;
            between = 0;
        } else if (++between > 2 || Text(U" -/()").find(c) == Text::npos) {
            if (at > begin || (c != U'+' && c != U'('))
                break;
        }
        hyphen = c == U'-';
    }
    return number;
}

/// E.164 numbers have at most 15 digits; shorter ones than these are prices, years and amounts as well.
bool isPhone(Text text, const Number& number) {
    const Text digits = text.substr(number.span.begin);
    if (digits.starts_with(U"+") || digits.starts_with(U"(+"))
        return number.digits >= 8 && number.digits <= 15;
    if (digits.starts_with(U"00"))
        return number.digits >= 10 && number.digits <= 17;
    if (digits.starts_with(U"0") || digits.starts_with(U"(0"))
        return number.digits >= 7 && number.digits <= 13 && (number.groups.front() >= 3 && number.groups.size() <= 6);
    const bool isAmerican = number.groups == std::vector<std::size_t>{3, 3, 4};
    return isAmerican && number.hasHyphen;
}

void findPhones(Text text, std::vector<Span>& found) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text[at];
        const bool begins = isDigit(c) || c == U'+' || c == U'(';
        // Dates, times and amounts have digits before a point or colon.
        const bool continues =
            at > 0 && (isLetterOrDigit(text[at - 1]) || Text(U".,:+").find(text[at - 1]) != Text::npos);
        if (!begins || continues) {
            ++at;
            continue;
        }
        const Number number = numberAt(text, at);
        const bool isDecimal = number.span.end + 1 < text.size() &&
                               Text(U".,:").find(text[number.span.end]) != Text::npos &&
                               isDigit(text[number.span.end + 1]);
        if (isPhone(text, number) && !isDecimal && standsAlone(text, number.span))
            found.push_back(number.span);
        at = std::max(at + 1, number.span.end);
    }
}

// ---- bank accounts: IBAN (ISO 13616) ----------------------------------------------------------------------------

constexpr std::size_t kShortestIban = 15;
constexpr std::size_t kLongestIban = 34;

/// ISO/IEC 7064, MOD 97-10, over the account with its first four characters at the end.
bool isIban(const std::u32string& account) {
    const std::u32string turned = account.substr(4) + account.substr(0, 4);
    unsigned rest = 0;
    for (const char32_t c : turned)
        rest = isDigit(c) ? (rest * 10 + static_cast<unsigned>(c - U'0')) % 97
                          : (rest * 100 + static_cast<unsigned>(c - U'A') + 10) % 97;
    return rest == 1;
}

void findIbans(Text text, std::vector<Span>& found) {
    for (std::size_t at = 0; at + kShortestIban <= text.size(); ++at) {
        const bool begins = isCapital(text[at]) && isCapital(text[at + 1]) && isDigit(text[at + 2]) &&
                            isDigit(text[at + 3]) && (at == 0 || !isLetterOrDigit(text[at - 1]));
        if (!begins)
            continue;
        std::u32string account;
        for (std::size_t end = at; end < text.size() && account.size() < kLongestIban; ++end) {
            if (text[end] == U' ')
                continue;
            if (!isCapital(text[end]) && !isDigit(text[end]))
                break;
            account += text[end];
            const Span span{at, end + 1};
            if (account.size() >= kShortestIban && standsAlone(text, span) && isIban(account))
                found.push_back(span);
        }
    }
}

// ---- all of them ------------------------------------------------------------------------------------------------

/// What begins later or is shorter than another one that it overlaps gives way.
std::vector<FormedDatum> apart(std::vector<FormedDatum> all) {
    std::ranges::stable_sort(all, std::ranges::greater{}, [](const auto& one) { return one.end - one.begin; });
    std::vector<FormedDatum> kept;
    for (const FormedDatum& one : all) {
        const auto overlaps = [&](const FormedDatum& other) { return one.begin < other.end && other.begin < one.end; };
        if (std::ranges::none_of(kept, overlaps))
            kept.push_back(one);
    }
    std::ranges::sort(kept, {}, &FormedDatum::begin);
    return kept;
}

} // namespace

std::vector<FormedDatum> findByForm(std::string_view text) {
    const Letters letters = lettersOf(text, Capitals::Distinct);
    std::vector<FormedDatum> all;
    const auto add = [&](std::string_view category, void (*find)(Text, std::vector<Span>&)) {
        std::vector<Span> spans;
        find(letters.letters, spans);
        for (const Span& span : spans)
            all.push_back({letters.sources[span.begin].begin, letters.sources[span.end - 1].end, category});
    };
    add("email", findMails);
    add("phone", findPhones);
    add("finance", findIbans);
    add("address", findAddresses);
    return apart(std::move(all));
}

} // namespace exhibit::ocr
