#pragma once
// The clipboard, and what browsers put there beside the text: the address of the page that it was copied from.

#include "core/Bytes.h"

#include <map>
#include <optional>
#include <string>

namespace exhibit::capture {

class Clipboard {
public:
    virtual ~Clipboard() = default;
    /// The bytes of one format, by its MIME type, as their owner hands them over. Nothing if it isn't there or empty.
    [[nodiscard]] virtual std::optional<Bytes> data(const std::string& format) const = 0;
};

/// The clipboard of the running QGuiApplication.
class QtClipboard final : public Clipboard {
public:
    [[nodiscard]] std::optional<Bytes> data(const std::string& format) const override;
};

/// A clipboard that holds what a test says.
class RecordedClipboard final : public Clipboard {
public:
    RecordedClipboard() = default;
    explicit RecordedClipboard(std::map<std::string, std::string> formats) : m_formats(std::move(formats)) {}
    [[nodiscard]] std::optional<Bytes> data(const std::string& format) const override;

private:
    std::map<std::string, std::string> m_formats;
};

/// A text that was copied.
struct CopiedText {
    std::string text;      ///< byte for byte
    std::string sourceUrl; ///< of the page that it was copied from, UTF-8; empty if the clipboard doesn't say
    /// `sourceUrl` names one page of a site: the conversation, if the person copied from it. Firefox hands over no more
    /// than the site.
    bool isPage = false;
};

/// NotFound if there is no text. `what` names it for the person: "prompt", "response".
[[nodiscard]] Result<CopiedText> copiedText(const Clipboard& clipboard, std::string_view what);

/// The original bytes of a copied picture; NotFound if there is no PNG.
[[nodiscard]] Result<Bytes> copiedPng(const Clipboard& clipboard);

} // namespace exhibit::capture
