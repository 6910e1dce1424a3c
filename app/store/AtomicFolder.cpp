#include "store/AtomicFolder.h"

#include "core/Descriptor.h"
#include "core/Text.h"
#include "store/Hidden.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace exhibit {

namespace {

constexpr mode_t kPrivateFolder = S_IRWXU;
constexpr mode_t kPrivateFile = S_IRUSR | S_IWUSR;

int openFolderIn(int parent, const char* name) {
    return ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

bool isFlat(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

} // namespace

struct AtomicFolder::Impl {
    std::filesystem::path path;
    std::string name; ///< in the folder above
    Existing existing = Existing::Refuse;
    OwnName own;
    Descriptor parent;
    Descriptor folder;
    std::string hidden; ///< the name of what isn't wanted: the new folder before commit, the old one after it
    bool committed = false;
    bool exchanged = false;

    ~Impl() {
        if (!hidden.empty())
            removeFolder(parent.get(), hidden);
    }

    Error error(int number, std::string action) const { return systemError(number, std::move(action), path.string()); }

    Result<> openParent();
    Result<bool> checkTarget() const;
    Result<> checkOwn(int target) const;
    Result<> makeHidden();
    Result<> write(int file, const ByteSource& bytes, Sha256& hash, const Progress& progress) const;
};

Result<> AtomicFolder::Impl::openParent() {
    // A trailing slash names the same folder.
    const std::filesystem::path plain = path.has_filename() ? path : path.parent_path();
    name = plain.filename().string();
    if (!isFlat(name))
        return fail(ErrorCode::InvalidArgument, "A new folder can't have this name.", path.string());
    const std::filesystem::path above = plain.has_parent_path() ? plain.parent_path() : ".";
    parent.reset(::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent.get() < 0)
        return fail(systemError(errno, "The folder can't be opened", above.string()));
    return {};
}

/// Whether there is a folder to replace.
Result<bool> AtomicFolder::Impl::checkTarget() const {
    struct stat status {};
    if (::fstatat(parent.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return false;
        return fail(error(errno, "The folder can't be looked at"));
    }
    if (existing == Existing::Refuse)
        return fail(ErrorCode::AlreadyExists, "There is already something of this name. Choose another name.",
                    path.string());
    const Descriptor target(openFolderIn(parent.get(), name.c_str()));
    if (target.get() < 0)
        return fail(ErrorCode::AlreadyExists, "What has this name is no folder and is left alone. Choose another name.",
                    path.string());
    EXHIBIT_TRY(checkOwn(target.get()));
    return true;
}

Result<> AtomicFolder::Impl::checkOwn(int target) const {
    EXHIBIT_ASSIGN(const std::vector<std::string> names, namesIn(target));
    for (const std::string& file : names) {
        struct stat status {};
        const bool isFile =
            ::fstatat(target, file.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode);
        if (!isFile || !own(file))
            return fail(ErrorCode::AlreadyExists,
                        "The folder holds \"" + escapeForDisplay(file, EscapeStyle::Line) +
                            "\", which doesn't belong there, so that it is left alone. Choose another name.",
                        path.string());
    }
    return {};
}

Result<> AtomicFolder::Impl::makeHidden() {
    EXHIBIT_ASSIGN(std::string candidate, hiddenName());
    if (::mkdirat(parent.get(), candidate.c_str(), kPrivateFolder) != 0)
        return fail(error(errno, "The folder can't be made"));
    hidden = std::move(candidate);
    // Without its owner's rights, as an odd umask makes it, it can't be opened.
    if (::fchmodat(parent.get(), hidden.c_str(), kPrivateFolder, 0) == 0)
        folder.reset(openFolderIn(parent.get(), hidden.c_str()));
    if (folder.get() < 0)
        return fail(error(errno, "The folder can't be opened"));
    // File systems without locks lose nothing but removeLeftovers().
    static_cast<void>(::flock(folder.get(), LOCK_EX | LOCK_NB));
    return {};
}

Result<> AtomicFolder::Impl::write(int file, const ByteSource& bytes, Sha256& hash, const Progress& progress) const {
    std::uint64_t done = 0;
    return bytes.forEachPiece(0, bytes.size(), [&](ByteView piece) -> Result<> {
        hash.update(piece);
        done += piece.size();
        while (!piece.empty()) {
            const ssize_t written = ::write(file, piece.data(), piece.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return fail(error(written < 0 ? errno : EIO, "The folder can't be filled"));
            piece = piece.subspan(static_cast<std::size_t>(written));
        }
        if (progress && !progress(done, bytes.size()))
            return fail(ErrorCode::Cancelled, "Stopped. Nothing was changed.");
        return {};
    });
}

AtomicFolder::AtomicFolder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
AtomicFolder::~AtomicFolder() = default;
AtomicFolder::AtomicFolder(AtomicFolder&&) noexcept = default;
AtomicFolder& AtomicFolder::operator=(AtomicFolder&&) noexcept = default;

Result<AtomicFolder> AtomicFolder::open(const std::filesystem::path& path, Existing existing, OwnName own) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->existing = existing;
    impl->own = std::move(own);
    EXHIBIT_TRY(impl->openParent());
    EXHIBIT_TRY(impl->checkTarget());
    removeLeftovers(impl->parent.get());
    EXHIBIT_TRY(impl->makeHidden());
    return AtomicFolder(std::move(impl));
}

Result<Digest> AtomicFolder::add(const std::string& name, const ByteSource& bytes, const Progress& progress) {
    if (!isFlat(name))
        return fail(ErrorCode::InvalidArgument, "A file can't have this name.", name);
    const Descriptor file(::openat(m_impl->folder.get(), name.c_str(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kPrivateFile));
    if (file.get() < 0)
        return fail(systemError(errno, "The file can't be created", name));
    static_cast<void>(::fchmod(file.get(), kPrivateFile));
    Sha256 hash;
    EXHIBIT_TRY(m_impl->write(file.get(), bytes, hash, progress));
    if (::fsync(file.get()) != 0)
        return fail(m_impl->error(errno, "The folder can't be written to the disk"));
    return hash.finish();
}

Result<> AtomicFolder::commit() {
    Impl& impl = *m_impl;
    static_cast<void>(::fsync(impl.folder.get()));
    EXHIBIT_ASSIGN(const bool replaces, impl.checkTarget());
    const unsigned int how = replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(impl.parent.get(), impl.hidden.c_str(), impl.parent.get(), impl.name.c_str(), how) != 0) {
        if (errno == EEXIST)
            return fail(ErrorCode::AlreadyExists, "There is already something of this name. Choose another name.",
                        impl.path.string());
        return fail(impl.error(errno, "The folder can't be named"));
    }
    impl.committed = true;
    impl.exchanged = replaces;
    if (!replaces)
        impl.hidden.clear();
    // As with a file: the worst after a power cut is the state before.
    static_cast<void>(::fsync(impl.parent.get()));
    return {};
}

Result<> AtomicFolder::undo() {
    Impl& impl = *m_impl;
    if (!impl.committed)
        return {};
    if (!impl.exchanged) {
        EXHIBIT_ASSIGN(impl.hidden, hiddenName());
    }
    const unsigned int how = impl.exchanged ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(impl.parent.get(), impl.name.c_str(), impl.parent.get(), impl.hidden.c_str(), how) != 0)
        return fail(impl.error(errno, "The folder can't be taken back"));
    impl.committed = false;
    return {};
}

} // namespace exhibit
