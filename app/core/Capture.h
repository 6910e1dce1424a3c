#pragma once
// What a capture hands over: the same for every way in (command line, screen, browser, phone, importer).

#include "core/Artifact.h"
#include "core/Bytes.h"

#include <optional>
#include <vector>

namespace exhibit {

/// Whether the prompt was the first of its conversation.
enum class Conversation { Unknown, Fresh, Continued };
[[nodiscard]] std::string_view name(Conversation conversation);
[[nodiscard]] Result<Conversation> conversationFromName(std::string_view name);

/// One artifact on its way into a case.
struct CapturedItem {
    Role role = Role::Attachment;
    std::string mediaType;
    Origin origin = Origin::Typed;
    bool confirmed = false;
    std::string fileName; ///< without folders; may be empty
    std::optional<PictureFacts> picture;
    SharedSource bytes;
    // Set by the image gate, never by what comes from outside:
    std::optional<std::size_t> parent; ///< index of the item that it was derived from
    std::string operation;
    bool discloses = false;
};

/// One prompt/response exchange as it was taken.
struct Capture {
    std::string method; ///< "import", "screen", "window", "region", "clipboard", "several", ...
    Surface surface = Surface::MetaAi;
    Conversation conversation = Conversation::Unknown;
    TimeReading time;
    std::string tool;            ///< name and version of the program that took it
    std::string operatingSystem; ///< name and version, nothing that names the machine or its user
    std::vector<CapturedItem> items;
};

/// A text as an item: media type text/plain; charset=utf-8 if it is valid UTF-8, application/octet-stream otherwise, so
/// that the bytes are kept as they are. InvalidArgument for a NUL, which no chat can contain.
[[nodiscard]] Result<CapturedItem> textItem(Role role, std::string_view text, Origin origin, bool confirmed);

/// "Debian GNU/Linux 12 (bookworm)", from os-release(5); "Linux" if there is none.
[[nodiscard]] std::string operatingSystemName();
/// "exhibit17 0.1.0"
[[nodiscard]] std::string toolName();

// ---- the framed bundle ------------------------------------------------------------------------------------------
//
//   EXHIBIT17 CAPTURE 1 LF
//   <length of the header in bytes, decimal> LF
//   <header: JSON, schemas/capture-bundle.schema.json> LF
//   <the bytes of each artifact, in the header's order, back to back>
//
// The header names the size and the SHA-256 of each artifact, so that a broken transport is noticed.

[[nodiscard]] Result<> writeBundle(const Capture& capture, ByteSink& sink);
/// Refuses whatever isn't exactly a bundle: unknown members, sizes that don't fit, hashes that don't match, more bytes.
/// The items' bytes are slices of `source`.
[[nodiscard]] Result<Capture> readBundle(const SharedSource& source);

} // namespace exhibit
