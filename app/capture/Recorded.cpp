#include "capture/Clipboard.h"
#include "capture/Screen.h"

namespace exhibit::capture {

Result<std::vector<Monitor>> RecordedScreen::monitors() const {
    std::vector<Monitor> result;
    for (const Recording& recording : m_recordings)
        result.push_back(recording.monitor);
    return result;
}

Result<QImage> RecordedScreen::grab(const Monitor& monitor) {
    for (const Recording& recording : m_recordings)
        if (recording.monitor.name == monitor.name)
            return recording.picture;
    return fail(ErrorCode::NotFound, "No such monitor was recorded.", monitor.name);
}

std::optional<Bytes> RecordedClipboard::data(const std::string& format) const {
    const auto found = m_formats.find(format);
    if (found == m_formats.end() || found->second.empty())
        return std::nullopt;
    const ByteView bytes = bytesOf(found->second);
    return Bytes(bytes.begin(), bytes.end());
}

} // namespace exhibit::capture
