#include "store/Hidden.h"

#include "core/Bytes.h"
#include "core/Descriptor.h"
#include "store/Shred.h"

#include <array>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace exhibit {

namespace {

constexpr std::string_view kStart = ".exhibit17-";
constexpr std::string_view kEnd = ".part";
constexpr std::size_t kRandomBytes = 8;

/// One that has another name is somebody's: it was named when the program ended.
void overwriteLeft(int folder, const std::string& name, const struct stat& status) {
    const Descriptor file(::openat(folder, name.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.get() >= 0 && status.st_nlink == 1)
        static_cast<void>(overwrite(file.get()));
}

void removeIfLeft(int folder, const std::string& name) {
    const int left = ::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (left < 0)
        return;
    struct stat status {};
    const bool ours = ::fstat(left, &status) == 0 && status.st_uid == ::geteuid();
    if (ours && ::flock(left, LOCK_EX | LOCK_NB) == 0) {
        if (S_ISREG(status.st_mode)) {
            overwriteLeft(folder, name, status);
            ::unlinkat(folder, name.c_str(), 0);
        }
        if (S_ISDIR(status.st_mode))
            removeFolder(folder, name);
    }
    ::close(left);
}

} // namespace

Result<std::string> hiddenName() {
    std::array<std::uint8_t, kRandomBytes> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return fail(systemError(errno, "No random name can be made"));
    return std::string(kStart) + hexOf(random) + std::string(kEnd);
}

Result<std::vector<std::string>> namesIn(int folder) {
    // A descriptor of its own: closedir() closes it, and reading moves its position.
    const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* const stream = copy < 0 ? nullptr : ::fdopendir(copy);
    if (stream == nullptr)
        return fail(systemError(errno, "The folder can't be read"));
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* const entry = ::readdir(stream)) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(name);
    }
    const int error = errno;
    ::closedir(stream);
    if (error != 0)
        return fail(systemError(error, "The folder can't be read"));
    return names;
}

void removeFolder(int parent, const std::string& name) {
    const int folder = ::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return;
    if (const auto names = namesIn(folder))
        for (const std::string& file : *names)
            ::unlinkat(folder, file.c_str(), 0);
    ::close(folder);
    ::unlinkat(parent, name.c_str(), AT_REMOVEDIR);
}

void removeLeftovers(int folder) {
    const auto names = namesIn(folder);
    if (!names)
        return;
    for (const std::string& name : *names)
        if (name.starts_with(kStart) && name.ends_with(kEnd))
            removeIfLeft(folder, name);
}

void removeLeftovers(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() >= 0)
        removeLeftovers(opened.get());
}

} // namespace exhibit
