#include "store/Shred.h"

#include "core/Descriptor.h"
#include "store/Hidden.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace exhibit {

bool overwrite(int file) {
    static constexpr std::array<std::uint8_t, std::size_t{64} << 10> kZeros{};
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    for (off_t done = 0; done < status.st_size;) {
        const auto want = std::min<off_t>(status.st_size - done, std::ssize(kZeros));
        const ssize_t written = ::pwrite(file, kZeros.data(), static_cast<std::size_t>(want), done);
        if (written == 0 || (written < 0 && errno != EINTR))
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return ::fsync(file) == 0;
}

Result<> shred(const std::filesystem::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.get() < 0 && errno == ENOENT)
        return {};
    if (descriptor.get() < 0)
        return fail(systemError(errno, "The file can't be deleted", file.string()));
    static_cast<void>(::flock(descriptor.get(), LOCK_EX | LOCK_NB)); // it isn't a leftover yet
    EXHIBIT_ASSIGN(const std::string name, hiddenName());
    const std::filesystem::path parent = file.has_parent_path() ? file.parent_path() : ".";
    const std::filesystem::path hidden = parent / name;
    if (::rename(file.c_str(), hidden.c_str()) != 0)
        return fail(systemError(errno, "The file can't be deleted", file.string()));
    // Before its bytes: after a power cut the name would lead to zeros.
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    static_cast<void>(::fsync(folder.get())); // some file systems can't sync a folder at all
    if (!overwrite(descriptor.get())) {
        static_cast<void>(::rename(hidden.c_str(), file.c_str()));
        return fail(ErrorCode::Io, "The file can't be overwritten; it was not deleted.", file.string());
    }
    if (::unlink(hidden.c_str()) != 0)
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
