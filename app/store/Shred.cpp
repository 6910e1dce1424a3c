#include "store/Shred.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace exhibit {

Result<> shred(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT)
        return {};
    if (descriptor < 0)
        return fail(systemError(errno, "The file can't be deleted", file.string()));
    struct stat status {};
    static constexpr std::array<std::uint8_t, std::size_t{64} << 10> kZeros{};
    bool fine = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    for (off_t done = 0; fine && done < status.st_size;) {
        const auto want = std::min<off_t>(status.st_size - done, std::ssize(kZeros));
        const ssize_t written = ::pwrite(descriptor, kZeros.data(), static_cast<std::size_t>(want), done);
        fine = written > 0 || (written < 0 && errno == EINTR);
        done += std::max<ssize_t>(written, 0);
    }
    fine = fine && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!fine)
        return fail(ErrorCode::Io, "The file can't be overwritten; it was not deleted.", file.string());
    if (::unlink(file.c_str()) != 0)
        return fail(systemError(errno, "The file can't be deleted", file.string()));
    return {};
}

void shredFolder(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        static_cast<void>(shred(entry.path()));
    std::filesystem::remove_all(folder, ignored);
}

} // namespace exhibit
