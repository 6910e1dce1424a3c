#include "store/Beside.h"

#include "store/Shred.h"

#include <algorithm>
#include <array>

namespace exhibit {

namespace {

constexpr std::array<std::string_view, 4> kKinds{"draft", "draft-unreadable", "notes", "answers"};

} // namespace

std::filesystem::path besideCase(const std::filesystem::path& casePath, std::string_view kind) {
    return casePath.parent_path() / ("." + casePath.stem().string() + "." + std::string(kind));
}

bool isAnythingBeside(const std::filesystem::path& casePath) {
    return std::ranges::any_of(kKinds, [&](std::string_view kind) {
        std::error_code ignored;
        return std::filesystem::exists(std::filesystem::symlink_status(besideCase(casePath, kind), ignored));
    });
}

void shredBeside(const std::filesystem::path& casePath) {
    for (const std::string_view kind : kKinds) {
        const std::filesystem::path path = besideCase(casePath, kind);
        std::error_code ignored;
        if (std::filesystem::is_directory(std::filesystem::symlink_status(path, ignored)))
            shredFolder(path);
        else if (!shred(path))
            std::filesystem::remove(path, ignored); // what can't be overwritten is deleted all the same
    }
}

} // namespace exhibit
