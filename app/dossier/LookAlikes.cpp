#include "dossier/LookAlikes.h"

#include "core/Text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <unicode/idna.h>
#include <unicode/locdspnm.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

namespace exhibit::dossier {

namespace {

constexpr char16_t kReplacement = 0xFFFD;
constexpr std::size_t kLongestToken = 300; ///< bytes; a host name has 253 at most (RFC 1035 2.3.4)

std::string utf8Of(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <class Visit>
void forEachCharacter(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decodeUtf8(text.substr(at));
        visit(c.codePoint.value_or(0xFFFD), at);
        at += c.length;
    }
}

/// What a word, a host name or the authority of an address is made of.
bool belongsToToken(char32_t c) {
    if (c < 0x80)
        return u_isalnum(static_cast<UChar32>(c)) != 0 || c == U'.' || c == U'-' || c == U'@' || c == U':' ||
               c == U'_' || c == U'%';
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0 || isInvisible(c);
}

/// The scripts of the letters, without those that all share.
std::vector<std::string> scriptsOf(std::string_view text) {
    std::set<std::string> scripts;
    forEachCharacter(text, [&](char32_t c, std::size_t) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
        if (U_SUCCESS(status) && script > USCRIPT_INHERITED && u_isalpha(static_cast<UChar32>(c)) != 0)
            scripts.insert(uscript_getShortName(script));
    });
    return {scripts.begin(), scripts.end()};
}

bool hasPunycode(std::string_view host) {
    return host.starts_with("xn--") || host.find(".xn--") != std::string_view::npos;
}

/// "www.x.org" or "x.org". Without "www." the end must be a common one: "schön.Dann" is two sentences.
bool looksLikeHost(std::string_view token) {
    static constexpr std::array<std::string_view, 12> kEnds{"com", "net", "org", "info", "app", "ai",
                                                            "eu",  "de",  "at",  "ch",   "uk",  "example"};
    const std::size_t dot = token.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || token.find_first_of("@:_%") != std::string_view::npos)
        return false;
    return token.starts_with("www.") || hasPunycode(token) ||
           std::find(kEnds.begin(), kEnds.end(), token.substr(dot + 1)) != kEnds.end();
}

class Finder {
public:
    Finder(std::string_view text, std::size_t most) : m_text(text), m_most(most) {
        UErrorCode status = U_ZERO_ERROR;
        m_names.reset(
            icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE, status));
        m_checker.reset(uspoof_open(&status));
        m_usable = U_SUCCESS(status);
    }

    std::vector<LookAlike> run() {
        std::size_t begin = std::string_view::npos;
        forEachCharacter(m_text, [&](char32_t c, std::size_t at) {
            const bool inside = belongsToToken(c);
            if (inside && begin == std::string_view::npos)
                begin = at;
            if (!inside && begin != std::string_view::npos)
                take(begin, at);
            if (!inside)
                begin = std::string_view::npos;
        });
        if (begin != std::string_view::npos)
            take(begin, m_text.size());
        return std::move(m_found);
    }

private:
    struct Close {
        void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
    };

    void take(std::size_t begin, std::size_t end) {
        std::string_view token = m_text.substr(begin, end - begin);
        const std::size_t last = token.find_last_not_of(".:-");
        token = token.substr(0, last == std::string_view::npos ? 0 : last + 1);
        if (token.empty() || token.size() > kLongestToken || m_found.size() == m_most || !m_usable)
            return;
        const bool afterScheme = begin >= 3 && m_text.substr(begin - 3, 3) == "://";
        if (afterScheme)
            takeAuthority(token);
        else if (looksLikeHost(token) && (!isAscii(token) || hasPunycode(token)))
            takeHost(token);
        else if (!isAscii(token))
            takeWord(token);
    }

    /// RFC 3986 3.2: user name, host, port.
    void takeAuthority(std::string_view authority) {
        const std::size_t at = authority.rfind('@');
        std::string_view host = at == std::string_view::npos ? authority : authority.substr(at + 1);
        host = host.substr(0, host.find(':'));
        if (at != std::string_view::npos)
            add({LookAlike::Kind::UserName, std::string(authority), std::string(host), {}});
        if (!isAscii(host) || hasPunycode(host))
            takeHost(host);
    }

    void takeHost(std::string_view host) {
        const bool toAscii = !isAscii(host);
        const auto name = icu::UnicodeString::fromUTF8(std::string(host));
        icu::UnicodeString other;
        icu::IDNAInfo info;
        UErrorCode status = U_ZERO_ERROR;
        if (toAscii)
            m_names->nameToASCII(name, other, info, status);
        else
            m_names->nameToUnicode(name, other, info, status);
        if (U_FAILURE(status) || other.indexOf(kReplacement) >= 0) // no name: it leads nowhere
            return;
        std::string plain = utf8Of(other);
        const std::vector<std::string> scripts = scriptsOf(toAscii ? std::string(host) : plain);
        add({toAscii ? LookAlike::Kind::Host : LookAlike::Kind::Punycode, std::string(host), std::move(plain),
             scripts});
    }

    void takeWord(std::string_view word) {
        std::vector<std::string> scripts = scriptsOf(word);
        if (scripts.size() < 2)
            return;
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString skeleton;
        uspoof_getSkeletonUnicodeString(m_checker.get(), 0, icu::UnicodeString::fromUTF8(std::string(word)), skeleton,
                                        &status);
        std::string plain = utf8Of(skeleton);
        if (U_SUCCESS(status) && isAscii(plain))
            add({LookAlike::Kind::Word, std::string(word), std::move(plain), std::move(scripts)});
    }

    void add(LookAlike found) {
        if (m_found.size() < m_most && m_known.insert(found.shown).second)
            m_found.push_back(std::move(found));
    }

    std::string_view m_text;
    std::size_t m_most;
    std::unique_ptr<icu::IDNA> m_names;
    std::unique_ptr<USpoofChecker, Close> m_checker;
    bool m_usable = false; ///< ICU has its data
    std::vector<LookAlike> m_found;
    std::set<std::string> m_known;
};

/// "Cyrillic, Latin" in the language of the pages.
std::string scriptNames(const std::vector<std::string>& scripts, std::string_view language) {
    const std::unique_ptr<icu::LocaleDisplayNames> names(
        icu::LocaleDisplayNames::createInstance(icu::Locale(std::string(language).c_str())));
    std::string text;
    for (const std::string& script : scripts) {
        icu::UnicodeString name;
        names->scriptDisplayName(script.c_str(), name);
        text += (text.empty() ? "" : ", ") + utf8Of(name);
    }
    return text;
}

std::string_view wordingOf(LookAlike::Kind kind) {
    switch (kind) {
    case LookAlike::Kind::Host:
        return "look-alike.host";
    case LookAlike::Kind::Punycode:
        return "look-alike.punycode";
    case LookAlike::Kind::UserName:
        return "look-alike.user-name";
    case LookAlike::Kind::Word:
        break;
    }
    return "look-alike.word";
}

} // namespace

std::vector<LookAlike> lookAlikesIn(std::string_view utf8, std::size_t most) {
    // Nearly all texts: nothing to open ICU's tables for.
    const bool isPlain =
        isAscii(utf8) && utf8.find("xn--") == std::string_view::npos && utf8.find('@') == std::string_view::npos;
    if (isPlain || firstInvalidUtf8(utf8))
        return {};
    return Finder(utf8, most).run();
}

std::vector<std::string> lookAlikeNotes(const Wording& words, std::string_view utf8) {
    constexpr std::size_t kMost = 8;
    constexpr std::size_t kShownLength = 120; // characters
    const std::vector<LookAlike> found = lookAlikesIn(utf8, kMost + 1);
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < std::min(found.size(), kMost); ++i)
        notes.push_back(
            words(wordingOf(found[i].kind), {{"shown", beginning(found[i].shown, kShownLength)},
                                             {"plain", beginning(found[i].plain, kShownLength)},
                                             {"scripts", scriptNames(found[i].scripts, words.language())}}));
    if (found.size() > kMost)
        notes.push_back(words("look-alike.more"));
    return notes;
}

} // namespace exhibit::dossier
