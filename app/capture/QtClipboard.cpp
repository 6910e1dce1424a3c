#include "capture/Clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace exhibit::capture {

std::optional<Bytes> QtClipboard::data(const std::string& format) const {
    const QMimeData* const content = QGuiApplication::clipboard()->mimeData();
    if (content == nullptr)
        return std::nullopt;
    const QByteArray bytes = content->data(QString::fromStdString(format));
    if (bytes.isEmpty())
        return std::nullopt;
    return Bytes(bytes.begin(), bytes.end());
}

} // namespace exhibit::capture
