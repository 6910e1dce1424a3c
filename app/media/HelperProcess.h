#pragma once
// The client of exhibit17-media: a new process for every picture.

#include "media/MediaHelper.h"

#include <chrono>
#include <filesystem>

namespace exhibit::media {

class HelperProcess final : public MediaHelper {
public:
    /// `program` is the path of exhibit17-media. What takes longer than `timeout` is killed.
    explicit HelperProcess(std::filesystem::path program, std::chrono::milliseconds timeout = std::chrono::seconds(60))
        : m_program(std::move(program)), m_timeout(timeout) {}

    /// Unsupported if the program isn't there; Malformed, Unsupported or LimitExceeded if the picture is at fault,
    /// which includes one that makes the helper crash or run out of time.
    [[nodiscard]] Result<DecodedPicture> decode(const ByteSource& picture, image::Format format,
                                                const image::Limits& limits) const override;
    [[nodiscard]] Result<std::vector<MetadataFact>> metadata(const ByteSource& picture, image::Format format,
                                                             const image::Limits& limits) const override;

private:
    std::filesystem::path m_program;
    std::chrono::milliseconds m_timeout;
};

} // namespace exhibit::media
