#include "dossier/WordSearch.h"

#include "core/Punctuation.h"
#include "core/Text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace exhibit::dossier {

namespace {

constexpr char32_t kInvalid = 0xffffffff; ///< a byte that is no UTF-8: equal to nothing that a phrase has
constexpr int kEncodings = 3;             ///< how often an address within an address may be percent-encoded

/// A character of a reading of the text, and the bytes of the text that it came from.
struct Letter {
    char32_t c = kInvalid;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
using Letters = std::vector<Letter>;

Letters lettersOf(std::string_view text) {
    Letters letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar next = decodeUtf8(text.substr(at));
        letters.push_back({next.codePoint.value_or(kInvalid), static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(at + next.length)});
        at += next.length;
    }
    return letters;
}

std::optional<std::uint8_t> hexDigit(char32_t c) {
    if (c >= U'0' && c <= U'9')
        return static_cast<std::uint8_t>(c - U'0');
    if ((c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F'))
        return static_cast<std::uint8_t>((c & 0x0fU) + 9);
    return std::nullopt;
}

/// The byte that a "%C3" at this place stands for.
std::optional<char> encodedByte(const Letters& letters, std::size_t at) {
    if (at + 2 >= letters.size() || letters[at].c != U'%')
        return std::nullopt;
    const auto high = hexDigit(letters[at + 1].c);
    const auto low = hexDigit(letters[at + 2].c);
    if (!high || !low)
        return std::nullopt;
    return static_cast<char>(*high << 4 | *low);
}

/// The reading with percent-encoded characters decoded; nothing if there are none.
std::optional<Letters> percentDecoded(const Letters& letters) {
    Letters decoded;
    decoded.reserve(letters.size());
    for (std::size_t at = 0; at < letters.size();) {
        std::string bytes;
        while (const auto byte = encodedByte(letters, at + 3 * bytes.size()))
            bytes += *byte;
        for (std::size_t done = 0; done < bytes.size();) {
            const DecodedChar next = decodeUtf8(std::string_view(bytes).substr(done));
            const std::size_t first = at + 3 * done;
            done += next.length;
            decoded.push_back(
                {next.codePoint.value_or(kInvalid), letters[first].begin, letters[at + 3 * done - 1].end});
        }
        at += 3 * bytes.size();
        if (!bytes.empty())
            continue;
        decoded.push_back(letters[at++]);
        if (decoded.back().c == U'+') // as forms encode a space (WHATWG URL 5.1)
            decoded.back().c = U' ';
    }
    const bool same = std::equal(letters.begin(), letters.end(), decoded.begin(), decoded.end(),
                                 [](const Letter& a, const Letter& b) { return a.c == b.c; });
    return same ? std::nullopt : std::optional(std::move(decoded));
}

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}

bool isWhite(char32_t c) {
    return c != kInvalid && u_isUWhiteSpace(icu(c)) != 0;
}

bool isIgnored(char32_t c) {
    return c != kInvalid && (isInvisible(c) || u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0);
}

/// What the normal form leaves apart, though people write one for the other.
char32_t plain(char32_t c) {
    if (c == 0x131) // the other folding of I (Unicode, CaseFolding.txt, status T)
        return U'i';
    return c != kInvalid && u_charType(icu(c)) == U_DASH_PUNCTUATION ? U'-' : typewritten(c);
}

/// Appends letters to a folded reading, in which white space of any kind and length is one space.
class Folder {
public:
    /// Letters that can't be normalised apart: a letter with its marks, say.
    void add(const Letter* first, const Letter* last) {
        if (first + 1 == last && (first->c < 0x80 || first->c == kInvalid)) {
            put(first->c >= U'A' && first->c <= U'Z' ? first->c + 0x20 : first->c, *first, *first);
            return;
        }
        icu::UnicodeString raw;
        for (const Letter* at = first; at != last; ++at)
            raw.append(icu(at->c));
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString normal = normalizer().normalize(raw, status);
        for (std::int32_t i = 0; U_SUCCESS(status) && i < normal.length(); i = normal.moveIndex32(i, 1))
            put(static_cast<char32_t>(normal.char32At(i)), *first, *(last - 1));
    }

    static const icu::Normalizer2& normalizer() {
        static UErrorCode status = U_ZERO_ERROR;
        static const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
        return *instance;
    }

    [[nodiscard]] Letters take() { return std::move(m_letters); }

private:
    void put(char32_t c, const Letter& first, const Letter& last) {
        const bool white = isWhite(c);
        if (white && !m_letters.empty() && m_letters.back().c == U' ') {
            m_letters.back().end = last.end;
            return;
        }
        // The dotted capital I becomes i with a dot above, which small letters don't have.
        if (c == 0x307 && !m_letters.empty() && m_letters.back().c == U'i') {
            m_letters.back().end = last.end;
            return;
        }
        m_letters.push_back({white ? U' ' : c, first.begin, last.end});
    }

    Letters m_letters;
};

Letters folded(Letters letters) {
    std::erase_if(letters, [](const Letter& letter) { return !isWhite(letter.c) && isIgnored(letter.c); });
    for (Letter& letter : letters)
        letter.c = plain(letter.c);
    const auto beginsAnew = [](const Letter& letter) {
        return letter.c < 0x80 || letter.c == kInvalid || Folder::normalizer().hasBoundaryBefore(icu(letter.c)) != 0;
    };
    Folder folder;
    const Letter* const end = letters.data() + letters.size();
    for (const Letter* at = letters.data(); at != end;) {
        const Letter* const next = std::find_if(at + 1, end, beginsAnew);
        folder.add(at, next);
        at = next;
    }
    return folder.take();
}

std::u32string charactersOf(const Letters& letters) {
    std::u32string characters;
    characters.reserve(letters.size());
    for (const Letter& letter : letters)
        characters += letter.c;
    return characters;
}

/// A phrase as it is looked for, without white space around it.
std::u32string patternOf(std::string_view phrase) {
    const std::u32string whole = charactersOf(folded(lettersOf(phrase)));
    const std::size_t first = whole.find_first_not_of(U' ');
    if (first == std::u32string::npos)
        return {};
    return whole.substr(first, whole.find_last_not_of(U' ') + 1 - first);
}

void findAll(const Letters& letters, const std::vector<std::u32string>& patterns, std::vector<Extent>& found) {
    const std::u32string characters = charactersOf(letters);
    for (const std::u32string& pattern : patterns) {
        if (pattern.empty())
            continue;
        for (std::size_t at = 0; (at = characters.find(pattern, at)) != std::u32string::npos; ++at)
            found.push_back({letters[at].begin, letters[at + pattern.size() - 1].end});
    }
}

std::vector<Extent> merged(std::vector<Extent> extents) {
    std::sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
    std::vector<Extent> whole;
    for (const Extent& extent : extents) {
        if (whole.empty() || extent.begin >= whole.back().end)
            whole.push_back(extent);
        else
            whole.back().end = std::max(whole.back().end, extent.end);
    }
    return whole;
}

} // namespace

std::vector<Extent> findWords(std::string_view text, std::span<const std::string> phrases) {
    std::vector<std::u32string> patterns;
    for (const std::string& phrase : phrases)
        patterns.push_back(patternOf(phrase));
    std::vector<Extent> found;
    std::optional<Letters> reading = lettersOf(text);
    for (int encodings = 0; reading && encodings <= kEncodings; ++encodings) {
        findAll(folded(*reading), patterns, found);
        reading = percentDecoded(*reading);
    }
    return merged(std::move(found));
}

RedactedText redactText(std::string_view text, std::span<const std::string> phrases) {
    RedactedText result;
    std::size_t done = 0;
    for (const Extent& extent : findWords(text, phrases)) {
        result.text += text.substr(done, extent.begin - done);
        result.text += kRedactionToken;
        done = extent.end;
        ++result.count;
    }
    result.text += text.substr(done);
    return result;
}

} // namespace exhibit::dossier
