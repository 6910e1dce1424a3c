#include "store/FolderVfs.h"

#include "core/Bytes.h"

#include <array>
#include <atomic>
#include <deque>
#include <sqlite3.h>

namespace exhibit {

namespace {

struct Layer {
    sqlite3_vfs vfs{};
    sqlite3_vfs* base = nullptr;
    std::string name;
    std::string folder;
    std::deque<std::string> temporaries; ///< SQLite keeps a pointer to a file's name while it is open

    const char* newTemporary() {
        std::array<std::uint8_t, 8> random{};
        sqlite3_randomness(static_cast<int>(random.size()), random.data());
        // The zeros after it end SQLite's list of URI parameters, which follows every file name.
        temporaries.push_back(folder + "/.exhibit17-" + hexOf(random) + ".tmp" + std::string(3, '\0'));
        return temporaries.back().c_str();
    }
};

sqlite3_vfs* baseOf(sqlite3_vfs* vfs) {
    return static_cast<Layer*>(vfs->pAppData)->base;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    // SQLite names temporary files by null. The VFS below creates them with mode 0600 and unlinks them at once
    // (SQLITE_OPEN_DELETEONCLOSE).
    const char* const actual = name != nullptr ? name : static_cast<Layer*>(vfs->pAppData)->newTemporary();
    return baseOf(vfs)->xOpen(baseOf(vfs), actual, file, flags, outFlags);
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    return baseOf(vfs)->xDelete(baseOf(vfs), name, syncFolder);
}

int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    return baseOf(vfs)->xAccess(baseOf(vfs), name, flags, result);
}

int fullPathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
    return baseOf(vfs)->xFullPathname(baseOf(vfs), name, size, out);
}

int randomness(sqlite3_vfs* vfs, int size, char* out) {
    return baseOf(vfs)->xRandomness(baseOf(vfs), size, out);
}

int sleepFor(sqlite3_vfs* vfs, int microseconds) {
    return baseOf(vfs)->xSleep(baseOf(vfs), microseconds);
}

int currentTime(sqlite3_vfs* vfs, double* out) {
    return baseOf(vfs)->xCurrentTime(baseOf(vfs), out);
}

int currentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* out) {
    return baseOf(vfs)->xCurrentTimeInt64(baseOf(vfs), out);
}

int lastError(sqlite3_vfs* vfs, int size, char* out) {
    return baseOf(vfs)->xGetLastError(baseOf(vfs), size, out);
}

/// The functions that load extensions stay null: there is nothing to load.
void fillFunctions(sqlite3_vfs& vfs, const sqlite3_vfs& base) {
    vfs.iVersion = base.iVersion >= 2 ? 2 : 1;
    vfs.szOsFile = base.szOsFile;
    vfs.mxPathname = base.mxPathname;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPathname;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = base.iVersion >= 2 ? currentTimeInt64 : nullptr;
}

std::string uniqueName() {
    static std::atomic<unsigned> count{0};
    return "exhibit17-" + std::to_string(++count);
}

} // namespace

struct FolderVfs::Impl {
    Layer layer;
};

FolderVfs::FolderVfs(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Result<std::unique_ptr<FolderVfs>> FolderVfs::install(const std::string& base, const std::filesystem::path& folder) {
    auto impl = std::make_unique<Impl>();
    Layer& layer = impl->layer;
    layer.base = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
    if (layer.base == nullptr)
        return fail(ErrorCode::Internal, "SQLite has no file layer of this name.", base);
    layer.name = uniqueName();
    layer.folder = folder.string();
    fillFunctions(layer.vfs, *layer.base);
    layer.vfs.zName = layer.name.c_str();
    layer.vfs.pAppData = &layer;
    if (sqlite3_vfs_register(&layer.vfs, 0) != SQLITE_OK)
        return fail(ErrorCode::Internal, "SQLite refused the file layer.");
    return std::unique_ptr<FolderVfs>(new FolderVfs(std::move(impl)));
}

FolderVfs::~FolderVfs() {
    sqlite3_vfs_unregister(&m_impl->layer.vfs);
}

const std::string& FolderVfs::name() const {
    return m_impl->layer.name;
}

} // namespace exhibit
