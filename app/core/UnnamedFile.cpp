#include "core/UnnamedFile.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace exhibit {

Result<UnnamedFile> UnnamedFile::open() {
    const char* configured = std::getenv("TMPDIR");
    const std::string folder = configured != nullptr && *configured != '\0' ? configured : "/tmp";
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        return UnnamedFile(descriptor);
    std::string pattern = folder + "/.exhibit17-XXXXXX"; // file systems without O_TMPFILE
    descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError(errno, "No temporary file can be made here", folder));
    ::unlink(pattern.c_str());
    return UnnamedFile(descriptor);
}

UnnamedFile::~UnnamedFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<> UnnamedFile::write(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return fail(systemError(written < 0 ? errno : EIO, "It can't be written", "a temporary file"));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<SharedSource> UnnamedFile::source() const {
    // Opened anew, since a FileSource owns its descriptor.
    EXHIBIT_ASSIGN(auto file, FileSource::open("/proc/self/fd/" + std::to_string(m_descriptor)));
    return SharedSource(std::move(file));
}

} // namespace exhibit
