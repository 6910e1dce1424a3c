#pragma once
// How exhibit_media and exhibit17-media talk: one request and one answer a process. Each is a line of JSON, which names
// the number of bytes that follow, and those bytes. Neither side trusts the other.

#include "core/Bytes.h"
#include "media/MediaHelper.h"

#include <string>

namespace exhibit::media {

/// A header line is no longer than this, its end included.
inline constexpr std::size_t kHeaderLimit = 4096;
/// The metadata of one picture is no longer than this.
inline constexpr std::size_t kMetadataLimit = std::size_t{1} << 20;

enum class HelperJob : std::uint8_t { Decode, Metadata };

struct HelperRequest {
    HelperJob job = HelperJob::Decode;
    image::Format format = image::Format::WebP;
    image::Limits limits;
    std::uint64_t bytes = 0; ///< of the picture that follows
};

struct HelperReply {
    std::optional<Error> error; ///< the picture is at fault, and why
    std::string operation;
    bool alpha = false;
    bool animated = false;
    bool metadata = false;
    std::uint64_t bytes = 0; ///< of the PNG or the list of facts that follows
};

/// Lines, with their end.
[[nodiscard]] std::string encode(const HelperRequest& request);
[[nodiscard]] std::string encode(const HelperReply& reply);
[[nodiscard]] Result<HelperRequest> decodeRequest(std::string_view line);
[[nodiscard]] Result<HelperReply> decodeReply(std::string_view line);

/// A JSON array of pairs of strings; values that aren't UTF-8 must have been escaped.
[[nodiscard]] std::string encodeFacts(const std::vector<MetadataFact>& facts);
[[nodiscard]] Result<std::vector<MetadataFact>> decodeFacts(std::string_view text);

} // namespace exhibit::media
