#include "desktop/PictureData.h"

#include <QMimeData>
#include <QUrl>
#include <algorithm>

namespace exhibit::desktop {

namespace {

/// What keeps every pixel goes first.
constexpr const char* kFormats[] = {"image/png", "image/webp", "image/jpeg"};

} // namespace

QStringList filesIn(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    if (!std::ranges::all_of(urls, [](const QUrl& url) { return url.isLocalFile(); }))
        return {};
    QStringList files;
    for (const QUrl& url : urls)
        files.append(url.toLocalFile());
    return files;
}

std::optional<Bytes> pictureIn(const QMimeData& data) {
    for (const char* const format : kFormats)
        if (const QByteArray bytes = data.data(QString::fromLatin1(format)); !bytes.isEmpty())
            return Bytes(bytes.begin(), bytes.end());
    return std::nullopt;
}

bool holdsPictures(const QMimeData& data) {
    const bool hasPicture =
        std::ranges::any_of(kFormats, [&](const char* format) { return data.hasFormat(QString::fromLatin1(format)); });
    return !filesIn(data).isEmpty() || (hasPicture && !data.hasText());
}

} // namespace exhibit::desktop
