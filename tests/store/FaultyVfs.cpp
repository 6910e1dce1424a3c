#include "FaultyVfs.h"

#include <sqlite3.h>
#include <sys/stat.h>

namespace exhibit::test {

namespace {

FaultPlan g_plan;
sqlite3_vfs g_vfs;

sqlite3_vfs* real() {
    return static_cast<sqlite3_vfs*>(g_vfs.pAppData);
}

/// SQLite allocates szOsFile bytes: this, followed by the real file.
struct FaultyFile {
    sqlite3_file base;
    sqlite3_file* inner;
};

sqlite3_file* inner(sqlite3_file* file) {
    return reinterpret_cast<FaultyFile*>(file)->inner;
}

void watch() {
    if (g_plan.watched.empty() || !g_plan.exposed.empty())
        return;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(g_plan.watched, gone)) {
        struct stat status {};
        if (::lstat(entry.path().c_str(), &status) == 0 && (status.st_mode & 07777U) != 0600)
            g_plan.exposed = entry.path().string();
    }
}

/// SQLITE_OK, or what the operation answers instead of being done.
int strike(bool takesSpace) {
    watch();
    ++g_plan.operations;
    if (g_plan.fault == Fault::None || g_plan.operations < g_plan.failAt)
        return SQLITE_OK;
    if (g_plan.fault == Fault::IoErrorOnce && g_plan.struck)
        return SQLITE_OK;
    const bool space = g_plan.fault == Fault::Full || g_plan.fault == Fault::ShortWrite;
    if (space && !takesSpace)
        return SQLITE_OK;
    g_plan.struck = true;
    return space ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int closeFile(sqlite3_file* file) {
    return inner(file)->pMethods->xClose(inner(file));
}
int readFile(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    return inner(file)->pMethods->xRead(inner(file), out, size, offset);
}
int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    const int code = strike(true);
    if (code == SQLITE_OK)
        return inner(file)->pMethods->xWrite(inner(file), data, size, offset);
    if (g_plan.fault == Fault::ShortWrite)
        inner(file)->pMethods->xWrite(inner(file), data, size / 2, offset);
    return code;
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    const int code = strike(false);
    return code == SQLITE_OK ? inner(file)->pMethods->xTruncate(inner(file), size) : code;
}
int syncFile(sqlite3_file* file, int flags) {
    const int code = strike(false);
    return code == SQLITE_OK ? inner(file)->pMethods->xSync(inner(file), flags) : code;
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}
int lockFile(sqlite3_file* file, int level) {
    return inner(file)->pMethods->xLock(inner(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
    return inner(file)->pMethods->xUnlock(inner(file), level);
}
int checkReservedLock(sqlite3_file* file, int* result) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), result);
}
int fileControl(sqlite3_file* file, int operation, void* argument) {
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return inner(file)->pMethods->xSectorSize(inner(file));
}
int deviceCharacteristics(sqlite3_file* file) {
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}

/// Version 1: no shared memory and no mapped reads, which we use neither.
constexpr sqlite3_io_methods kMethods{
    1,          closeFile,         readFile,    writeFile,  truncateFile,          syncFile, fileSize, lockFile,
    unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, nullptr,  nullptr,  nullptr,
    nullptr,    nullptr,           nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* const faulty = reinterpret_cast<FaultyFile*>(file);
    faulty->base.pMethods = nullptr;
    faulty->inner = reinterpret_cast<sqlite3_file*>(faulty + 1);
    if ((flags & SQLITE_OPEN_CREATE) != 0 && strike(true) != SQLITE_OK)
        return SQLITE_CANTOPEN;
    const int code = real()->xOpen(real(), name, faulty->inner, flags, outFlags);
    if (faulty->inner->pMethods != nullptr)
        faulty->base.pMethods = &kMethods;
    watch();
    return code;
}
int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
    return strike(false) == SQLITE_OK ? real()->xDelete(real(), name, syncFolder) : SQLITE_IOERR_DELETE;
}
int access(sqlite3_vfs*, const char* name, int flags, int* result) {
    return real()->xAccess(real(), name, flags, result);
}
int fullPathname(sqlite3_vfs*, const char* name, int size, char* out) {
    return real()->xFullPathname(real(), name, size, out);
}
int randomness(sqlite3_vfs*, int size, char* out) {
    return real()->xRandomness(real(), size, out);
}
int sleepFor(sqlite3_vfs*, int microseconds) {
    return real()->xSleep(real(), microseconds);
}
int currentTime(sqlite3_vfs*, double* out) {
    return real()->xCurrentTime(real(), out);
}
int lastError(sqlite3_vfs*, int size, char* out) {
    return real()->xGetLastError(real(), size, out);
}
int currentTimeInt64(sqlite3_vfs*, sqlite3_int64* out) {
    return real()->xCurrentTimeInt64(real(), out);
}

void registerLayer() {
    sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
    g_vfs.iVersion = 2;
    g_vfs.szOsFile = static_cast<int>(sizeof(FaultyFile)) + below->szOsFile;
    g_vfs.mxPathname = below->mxPathname;
    g_vfs.zName = "faulty";
    g_vfs.pAppData = below;
    g_vfs.xOpen = openFile;
    g_vfs.xDelete = deleteFile;
    g_vfs.xAccess = access;
    g_vfs.xFullPathname = fullPathname;
    g_vfs.xRandomness = randomness;
    g_vfs.xSleep = sleepFor;
    g_vfs.xCurrentTime = currentTime;
    g_vfs.xGetLastError = lastError;
    g_vfs.xCurrentTimeInt64 = currentTimeInt64;
    sqlite3_vfs_register(&g_vfs, 0);
}

} // namespace

FaultPlan& faultPlan() {
    static const bool registered = (registerLayer(), true);
    static_cast<void>(registered);
    return g_plan;
}

} // namespace exhibit::test
