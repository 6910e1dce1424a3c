#include "request/FormUrl.h"

#include "core/Text.h"

#include <algorithm>
#include <array>

namespace exhibit::request {
namespace {

constexpr std::size_t kLongestUrl = 2048;
constexpr std::size_t kLongestHost = 253; // RFC 1035 2.3.4, as text
constexpr std::size_t kLongestLabel = 63;

constexpr std::array<std::string_view, 11> kOfficialHosts = {
    "de-de.facebook.com", "faq.whatsapp.com",   "fr-fr.facebook.com",  "help.instagram.com",
    "help.meta.com",      "it-it.facebook.com", "mbasic.facebook.com", "privacycenter.instagram.com",
    "www.facebook.com",   "www.meta.com",       "www.whatsapp.com",
};

/// Parameters that name the person who shared a link; no form needs them.
constexpr std::array<std::string_view, 6> kTrackingParameters = {"fbclid", "gclid",    "igsh",
                                                                 "igshid", "mibextid", "__tn__"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

int hexValue(char c) {
    const char small = lower(c);
    if (small >= '0' && small <= '9')
        return small - '0';
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

tl::unexpected<Error> refuse(std::string reason, std::string_view text) {
    constexpr std::size_t kShown = 120;
    return fail(ErrorCode::InvalidArgument, std::move(reason),
                escapeForDisplay(text.substr(0, kShown), EscapeStyle::Ascii));
}

/// RFC 3986 2: the characters of a URI, and percent codes that don't hide a control character.
Result<> checkCharacters(std::string_view rest, std::string_view whole) {
    constexpr std::string_view kAllowed = "-._~:/?#[]@!$&'()*+,;=%";
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char c = rest.at(i);
        if (!isLetterOrDigit(lower(c)) && kAllowed.find(c) == kAllowed.npos)
            return refuse("The link holds a character that doesn't belong into a web address. Copy it anew.", whole);
        if (c != '%')
            continue;
        const int high = i + 2 < rest.size() ? hexValue(rest.at(i + 1)) : -1;
        const int low = i + 2 < rest.size() ? hexValue(rest.at(i + 2)) : -1;
        if (high < 0 || low < 0)
            return refuse("The link holds a broken percent code. Copy it anew.", whole);
        const int code = high * 16 + low;
        if (code < 0x20 || code == 0x7F)
            return refuse("The link hides a control character in a percent code.", whole);
    }
    return {};
}

/// RFC 1123 2.1: labels of letters, digits and inner hyphens.
bool isLabel(std::string_view label) {
    if (label.empty() || label.size() > kLongestLabel || label.front() == '-' || label.back() == '-')
        return false;
    return std::all_of(label.begin(), label.end(), [](char c) { return isLetterOrDigit(c) || c == '-'; });
}

Result<> checkHost(std::string_view host, std::string_view whole) {
    std::size_t labels = 0;
    std::string_view last;
    for (std::size_t begin = 0; begin <= host.size();) {
        const std::size_t end = std::min(host.find('.', begin), host.size());
        last = host.substr(begin, end - begin);
        if (!isLabel(last))
            return refuse("The link has no proper host name.", whole);
        ++labels;
        begin = end + 1;
    }
    // No top-level domain begins with a digit; IPv4 addresses do, in decimal and in hexadecimal.
    const bool numeric = last.front() >= '0' && last.front() <= '9';
    if (labels < 2 || numeric || host.size() > kLongestHost)
        return refuse("The link must name a host such as www.facebook.com, not an address.", whole);
    return {};
}

bool isTracking(std::string_view parameter) {
    const std::string_view key = parameter.substr(0, parameter.find('='));
    return key.starts_with("utm_") ||
           std::find(kTrackingParameters.begin(), kTrackingParameters.end(), key) != kTrackingParameters.end();
}

/// Path, query and fragment without tracking parameters.
std::string withoutTracking(std::string_view tail, bool& stripped) {
    const std::size_t fragmentAt = std::min(tail.find('#'), tail.size());
    const std::string_view fragment = tail.substr(fragmentAt);
    const std::string_view head = tail.substr(0, fragmentAt);
    const std::size_t queryAt = head.find('?');
    if (queryAt == head.npos)
        return std::string(tail);
    std::string result(head.substr(0, queryAt));
    char separator = '?';
    std::string_view query = head.substr(queryAt + 1);
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view parameter = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (isTracking(parameter)) {
            stripped = true;
            continue;
        }
        result.append(1, separator).append(parameter);
        separator = '&';
    }
    return result.append(fragment);
}

} // namespace

std::span<const std::string_view> officialHosts() {
    return kOfficialHosts;
}

Result<FormUrl> checkFormUrl(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    if (text.size() > kLongestUrl)
        return refuse("The link is longer than 2048 characters. Use the form's plain address.", text);
    if (lowered(text.substr(0, kScheme.size())) != kScheme)
        return refuse("The link must start with https://.", text);
    const std::string_view rest = text.substr(kScheme.size());
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
    if (std::any_of(authority.begin(), authority.end(), [](char c) { return (c & 0x80) != 0; }))
        return refuse("The host name holds letters outside ASCII, which may imitate another name. If it is right, use "
                      "its ASCII form (xn--...).",
                      text);
    EXHIBIT_TRY(checkCharacters(rest, text));
    if (authority.find('@') != authority.npos)
        return refuse("The link holds a user name before the host, which disguises where it leads.", text);

    std::string_view hostPart = authority;
    if (hostPart.ends_with(":443"))
        hostPart.remove_suffix(4);
    FormUrl url;
    url.host = lowered(hostPart);
    EXHIBIT_TRY(checkHost(url.host, text));
    url.official = std::find(kOfficialHosts.begin(), kOfficialHosts.end(), url.host) != kOfficialHosts.end();
    url.punycode = url.host.starts_with("xn--") || url.host.find(".xn--") != url.host.npos;
    const std::string_view tail = rest.substr(authority.size());
    url.text = std::string(kScheme) + url.host + (tail.starts_with('/') ? "" : "/");
    url.text += withoutTracking(tail, url.stripped);
    return url;
}

} // namespace exhibit::request
