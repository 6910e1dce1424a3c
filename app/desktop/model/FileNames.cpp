#include "desktop/model/FileNames.h"

#include "core/Text.h"
#include "store/Beside.h"

#include <cerrno>
#include <sys/stat.h>

namespace exhibit::desktop {

namespace {

constexpr std::size_t kLongestName = 80; ///< bytes: room for a number and a suffix in the 255 of a file system

bool isAwkward(char32_t letter) {
    constexpr std::u32string_view kAwkward = U"/\\:*?\"<>|'`$";
    return letter < U' ' || isInvisible(letter) || kAwkward.find(letter) != std::u32string_view::npos;
}

} // namespace

std::string harmlessFileName(std::string_view text) {
    std::string name;
    while (!text.empty()) {
        const DecodedChar next = decodeUtf8(text);
        const bool fits = next.codePoint && !isAwkward(*next.codePoint) && name.size() + next.length <= kLongestName;
        if (fits)
            name += text.substr(0, next.length);
        text.remove_prefix(next.length);
    }
    const std::size_t first = name.find_first_not_of(" .-");
    if (first == std::string::npos)
        return "case";
    return name.substr(first, name.find_last_not_of(" .") + 1 - first);
}

std::filesystem::path freeName(const std::filesystem::path& folder, const std::string& name, std::string_view suffix) {
    for (int number = 1;; ++number) {
        const std::string numbered = number == 1 ? name : name + " " + std::to_string(number);
        const std::filesystem::path path = folder / (numbered + std::string(suffix));
        std::error_code ignored;
        const bool isTaken = std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
        // A case that was moved away or deleted by hand may have left what wasn't saved: that isn't the next one's.
        const bool hasLeftovers = suffix == kCaseSuffix && isAnythingBeside(path);
        if (!isTaken && !hasLeftovers)
            return path;
    }
}

Result<> makePrivateFolder(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (folder.empty() || std::filesystem::is_directory(folder, ignored))
        return {};
    EXHIBIT_TRY(makePrivateFolder(folder.parent_path()));
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return fail(systemError(errno, "The folder can't be made", folder.string()));
    return {};
}

} // namespace exhibit::desktop
