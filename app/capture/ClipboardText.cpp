#include "capture/Clipboard.h"
#include "core/Text.h"

#include <QString>
#include <QStringDecoder>
#include <QUrl>

namespace exhibit::capture {

namespace {

/// The formats in which programs hand over UTF-8, the one whose bytes are surest first.
constexpr const char* kTextFormats[] = {"text/plain;charset=utf-8", "text/plain"};
/// Chromium: UTF-8, the address of the page.
constexpr const char* kChromiumUrl = "chromium/x-source-url";
/// Firefox: UTF-16LE, scheme and host.
constexpr const char* kFirefoxUrl = "text/x-moz-url-priv";

std::string withoutTrailingNul(std::string text) {
    while (!text.empty() && text.back() == '\0')
        text.pop_back();
    return text;
}

std::string textOfBytes(const Bytes& bytes) {
    return withoutTrailingNul(std::string(textOf(bytes)));
}

/// Empty if it isn't UTF-16.
std::string fromUtf16(const Bytes& bytes) {
    QStringDecoder decoder(QStringDecoder::Utf16LE, QStringConverter::Flag::Stateless);
    const QString text =
        decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size() - bytes.size() % sizeof(char16_t))));
    return decoder.hasError() || !text.isValidUtf16() ? std::string() : withoutTrailingNul(text.toStdString());
}

/// What a program calls an address may be anything: only what can be read on one line is one.
bool isAddress(const std::string& text) {
    return !text.empty() && !firstInvalidUtf8(text) && escapeForDisplay(text, EscapeStyle::Line) == text;
}

bool namesPage(const std::string& address) {
    const QUrl url(QString::fromStdString(address), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && (url.path().size() > 1 || url.hasQuery());
}

void addSource(CopiedText& copied, const Clipboard& clipboard) {
    if (const auto bytes = clipboard.data(kChromiumUrl)) {
        copied.sourceUrl = textOfBytes(*bytes);
    } else if (const auto wide = clipboard.data(kFirefoxUrl)) {
        copied.sourceUrl = fromUtf16(*wide);
    }
    if (!isAddress(copied.sourceUrl))
        copied.sourceUrl.clear();
    copied.isPage = namesPage(copied.sourceUrl);
}

bool isBlank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
}

} // namespace

Result<CopiedText> copiedText(const Clipboard& clipboard, std::string_view what) {
    CopiedText copied;
    for (const char* const format : kTextFormats) {
        const auto bytes = clipboard.data(format);
        if (!bytes)
            continue;
        copied.text = textOfBytes(*bytes);
        break;
    }
    if (isBlank(copied.text))
        return fail(ErrorCode::NotFound, "There is no text on the clipboard. Copy the " + std::string(what) +
                                             " in the browser with Ctrl+C first, and keep the browser open: what it "
                                             "copied vanishes when it ends.");
    addSource(copied, clipboard);
    return copied;
}

Result<Bytes> copiedPng(const Clipboard& clipboard) {
    auto bytes = clipboard.data("image/png");
    if (!bytes)
        return fail(ErrorCode::NotFound, "There is no picture on the clipboard. Copy one first.");
    return std::move(*bytes);
}

} // namespace exhibit::capture
