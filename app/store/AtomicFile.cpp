#include "store/AtomicFile.h"

#include "core/Descriptor.h"
#include "store/Hidden.h"
#include "store/Shred.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace exhibit {

namespace {

constexpr std::size_t kBufferSize = std::size_t{256} << 10;
constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;
constexpr int kAttempts = 5; ///< at a hidden file that nobody else removes

} // namespace

struct AtomicFile::Impl {
    std::filesystem::path path;
    std::string name; ///< in the folder
    Existing existing = Existing::Refuse;
    int folder = -1;
    int file = -1;
    std::string hidden;  ///< the file's present name, empty while it has none
    Descriptor replaced; ///< what had the name before, to be overwritten
    Bytes buffer;

    ~Impl() {
        removeHidden();
        if (file >= 0)
            ::close(file);
        if (folder >= 0)
            ::close(folder);
    }

    void removeHidden() {
        if (!hidden.empty())
            ::unlinkat(folder, hidden.c_str(), 0);
        hidden.clear();
    }

    Error error(int number, std::string action) const { return systemError(number, std::move(action), path.string()); }

    Result<> openFolder();
    Result<> checkTarget() const;
    Result<> openFile();
    Result<> openHidden();
    bool isStillThere() const;
    Result<> writeAll(ByteView bytes);
    Result<> giveName();
    Result<> giveNewName();
    Result<> takeName();
};

Result<> AtomicFile::Impl::openFolder() {
    name = path.filename().string();
    if (name.empty() || name == "." || name == "..")
        return fail(ErrorCode::InvalidArgument, "This names a folder; a file name is needed.", path.string());
    const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
    folder = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return fail(systemError(errno, "The folder can't be opened", parent.string()));
    return {};
}

Result<> AtomicFile::Impl::checkTarget() const {
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return {};
        return fail(error(errno, "The file can't be looked at"));
    }
    if (existing == Existing::Refuse)
        return fail(ErrorCode::AlreadyExists, "There is already something of this name. Choose another name.",
                    path.string());
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::AlreadyExists,
                    "What has this name is not a regular file and is left alone. Choose another name.", path.string());
    return {};
}

Result<> AtomicFile::Impl::openFile() {
    // An unnamed file vanishes with the process, however that ends. Not every file system has them.
    file = ::openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, kPrivate);
    if (file < 0 && errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT && errno != EINVAL)
        return fail(error(errno, "The file can't be created"));
    for (int attempt = 0; file < 0; ++attempt) {
        EXHIBIT_TRY(openHidden());
        if (isStillThere() || attempt == kAttempts)
            break;
        ::close(std::exchange(file, -1));
        hidden.clear();
    }
    // The umask may have taken more away than it should. File systems without modes refuse; nothing can be done there.
    static_cast<void>(::fchmod(file, kPrivate));
    static_cast<void>(::flock(file, LOCK_EX | LOCK_NB)); // for when it gets a name
    buffer.reserve(kBufferSize);
    return {};
}

/// Takes the lock that tells removeIfLeft() that somebody is writing the file; false if that was faster.
bool AtomicFile::Impl::isStillThere() const {
    struct stat status {};
    const bool busy = ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return !busy && ::fstat(file, &status) == 0 && status.st_nlink > 0;
}

Result<> AtomicFile::Impl::openHidden() {
    EXHIBIT_ASSIGN(std::string candidate, hiddenName());
    file = ::openat(folder, candidate.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kPrivate);
    if (file < 0)
        return fail(error(errno, "The file can't be created"));
    hidden = std::move(candidate);
    return {};
}

Result<> AtomicFile::Impl::writeAll(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return fail(error(written < 0 ? errno : EIO, "The file can't be written"));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

/// Gives an unnamed file its first name, or renames a hidden one; fails with EEXIST if the name is taken.
Result<> AtomicFile::Impl::giveNewName() {
    int failed = 0;
    if (hidden.empty()) {
        // open(2): a file of O_TMPFILE gets a name through its entry in /proc.
        const std::string unnamed = "/proc/self/fd/" + std::to_string(file);
        failed = ::linkat(AT_FDCWD, unnamed.c_str(), folder, name.c_str(), AT_SYMLINK_FOLLOW);
    } else {
        failed = ::renameat2(folder, hidden.c_str(), folder, name.c_str(), RENAME_NOREPLACE);
        if (failed != 0 && errno == EINVAL) // the file system doesn't know the flag
            failed = ::linkat(folder, hidden.c_str(), folder, name.c_str(), 0);
        else if (failed == 0)
            hidden.clear();
    }
    if (failed != 0 && errno == EEXIST)
        return fail(ErrorCode::AlreadyExists, "There is already something of this name. Choose another name.",
                    path.string());
    if (failed != 0)
        return fail(error(errno, "The file can't be named"));
    removeHidden();
    return {};
}

/// Puts the file in the place of what has its name.
Result<> AtomicFile::Impl::takeName() {
    if (hidden.empty()) {
        EXHIBIT_ASSIGN(std::string candidate, hiddenName());
        const std::string unnamed = "/proc/self/fd/" + std::to_string(file);
        if (::linkat(AT_FDCWD, unnamed.c_str(), folder, candidate.c_str(), AT_SYMLINK_FOLLOW) != 0)
            return fail(error(errno, "The file can't be named"));
        hidden = std::move(candidate);
    }
    EXHIBIT_TRY(checkTarget());
    if (existing == Existing::Shred)
        replaced.reset(::openat(folder, name.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (::renameat(folder, hidden.c_str(), folder, name.c_str()) != 0)
        return fail(error(errno, "The file can't be named"));
    hidden.clear();
    return {};
}

Result<> AtomicFile::Impl::giveName() {
    return existing == Existing::Refuse ? giveNewName() : takeName();
}

AtomicFile::AtomicFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
AtomicFile::~AtomicFile() = default;
AtomicFile::AtomicFile(AtomicFile&&) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&&) noexcept = default;

Result<AtomicFile> AtomicFile::open(const std::filesystem::path& path, Existing existing) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->existing = existing;
    EXHIBIT_TRY(impl->openFolder());
    EXHIBIT_TRY(impl->checkTarget());
    removeLeftovers(impl->folder);
    EXHIBIT_TRY(impl->openFile());
    return AtomicFile(std::move(impl));
}

Result<> AtomicFile::write(ByteView bytes) {
    Bytes& buffer = m_impl->buffer;
    if (buffer.size() + bytes.size() > kBufferSize) {
        EXHIBIT_TRY(m_impl->writeAll(buffer));
        buffer.clear();
    }
    if (bytes.size() > kBufferSize)
        return m_impl->writeAll(bytes);
    buffer.insert(buffer.end(), bytes.begin(), bytes.end());
    return {};
}

Result<> AtomicFile::commit() {
    EXHIBIT_TRY(m_impl->writeAll(m_impl->buffer));
    m_impl->buffer.clear();
    if (::fsync(m_impl->file) != 0)
        return fail(m_impl->error(errno, "The file can't be written to the disk"));
    EXHIBIT_TRY(m_impl->giveName());
    // The file and its name are in place; should the folder not reach the disk, the worst after a power cut is the
    // state before. Some file systems can't sync a folder at all.
    const bool isSettled = ::fsync(m_impl->folder) == 0;
    // Not before: after a power cut the name may lead to the old bytes again.
    if (isSettled && m_impl->replaced.get() >= 0)
        static_cast<void>(overwrite(m_impl->replaced.get()));
    return {};
}

} // namespace exhibit
