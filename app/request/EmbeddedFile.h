#pragma once
// The data files of schemas/ that the build put into the program (see app/cmake/EmbedData.cmake).

#include "core/Result.h"

#include <span>
#include <string_view>

namespace exhibit {

struct EmbeddedFile {
    std::string_view path; ///< below schemas/, with slashes: "forms/meta.json"
    std::string_view text;
};

namespace request {

[[nodiscard]] std::span<const EmbeddedFile> embeddedFiles();
/// NotFound if there is no such file.
[[nodiscard]] Result<std::string_view> embeddedFile(std::string_view path);

} // namespace request
} // namespace exhibit
