#include "dossier/ShownText.h"

#include "core/CaptureRecord.h"
#include "core/CustodyLog.h"
#include "core/Json.h"
#include "core/Text.h"
#include "dossier/Wording.h"

namespace exhibit::dossier {

namespace {

constexpr std::size_t kFactLength = 400;                     ///< characters
constexpr std::size_t kLongestAscii = std::size_t{64} << 10; ///< bytes of the text that is escaped

/// Arabic digits: numbers run from left to right within letters that don't (Bidi_Class AN and EN).
bool isArabicDigit(char32_t c) {
    return (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

/// The blocks of Unicode whose letters run from right to left (Bidi_Class R and AL, DerivedBidiClass.txt).
bool isRightToLeft(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF && !isArabicDigit(c)) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Scripts of which common programs don't know that they run from right to left: N'Ko, Samaritan, Adlam, ...
bool isLittleKnown(char32_t c) {
    return (c >= 0x07C0 && c <= 0x08FF) || c >= 0x10800;
}

/// Programs that read a page guess the order of its characters. They go wrong where letters that run from right to
/// left stand beside anything else: digits, signs, other letters.
bool mayBeReordered(std::string_view text) {
    bool rightToLeft = false;
    bool other = false;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decodeUtf8(text.substr(at));
        if (c.codePoint && isRightToLeft(*c.codePoint)) {
            rightToLeft = true;
            other = other || isLittleKnown(*c.codePoint);
        } else {
            other = other || c.codePoint.value_or(0) > U' ';
        }
        at += c.length;
    }
    return rightToLeft && other;
}

std::string withPlainLineEnds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
            out += text[i];
    return out;
}

std::string timeOf(std::string_view captureRecord) {
    const auto record = CaptureRecord::fromJson(captureRecord);
    return record ? record->time.utc.iso() : std::string();
}

std::string detailText(const Json& value) {
    const auto json = canonicalJson(value);
    const std::string text = value.is_string() ? value.get<std::string>() : json ? *json : std::string("?");
    return escapeForDisplay(text, EscapeStyle::Line);
}

} // namespace

TextView viewOf(std::string_view text) {
    TextView view;
    const std::string plainLines = withPlainLineEnds(text);
    if (firstInvalidUtf8(text))
        view.as = Shown::Escaped;
    view.windowsLineEnds = plainLines.size() != text.size();
    view.text = shownText(text, view.as);
    view.invisible = view.as != Shown::Escaped && hasInvisible(plainLines);
    if (!view.invisible && !mayBeReordered(text))
        return view;
    view.asciiTooLong = text.size() > kLongestAscii;
    if (!view.asciiTooLong)
        view.ascii = shownText(text, Shown::Ascii);
    return view;
}

std::string shownText(std::string_view text, Shown as) {
    switch (as) {
    case Shown::Escaped:
        return escapeForDisplay(text, EscapeStyle::Block);
    case Shown::Ascii:
        return escapeForDisplay(text, EscapeStyle::Ascii);
    case Shown::Log:
        return custodyText(linesOf(text));
    case Shown::Line:
        return beginning(text, kFactLength);
    case Shown::Time:
        return timeOf(text);
    case Shown::Exact:
    case Shown::Picture:
        break;
    }
    return std::string(text);
}

std::string custodyText(std::span<const std::string> lines) {
    std::string text;
    for (const std::string& line : lines) {
        if (!text.empty())
            text += '\n';
        const auto entry = parseCustodyLine(line);
        if (!entry) {
            text += escapeForDisplay(line, EscapeStyle::Line);
            continue;
        }
        text += std::to_string(entry->sequence) + "  " + entry->at.iso() + "  " +
                escapeForDisplay(entry->event, EscapeStyle::Line);
        if (entry->exhibit)
            text += "  exhibit " + std::to_string(*entry->exhibit);
        if (entry->commitment)
            text += "\n    " + entry->commitment->hex();
        for (const auto& detail : entry->details.items())
            text += "\n    " + escapeForDisplay(detail.key(), EscapeStyle::Line) + " " + detailText(detail.value());
    }
    return text;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

std::string timeId(int exhibit) {
    return "exhibit-" + std::to_string(exhibit) + "-time";
}

std::string recordFileName(int exhibit) {
    return "exhibit-" + std::to_string(exhibit) + "-record.json";
}

} // namespace exhibit::dossier
