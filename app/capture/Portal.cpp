#include "capture/Portal.h"

#include "capture/PortalCall.h"
#include "core/Bytes.h"
#include "core/Text.h"

#include <QPainter>
#include <QUrl>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace exhibit::capture {

namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{256} << 20;

std::filesystem::path folderNamed(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

bool isWithin(const std::filesystem::path& file, const std::filesystem::path& folder) {
    if (folder.empty())
        return false;
    const auto relative = file.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

/// Nobody keeps anything in these folders, so that a picture there was made for us.
bool isTemporary(const std::filesystem::path& file) {
    for (const auto& folder : {std::filesystem::path("/tmp"), std::filesystem::path("/var/tmp"), folderNamed("TMPDIR"),
                               folderNamed("XDG_RUNTIME_DIR")})
        if (isWithin(file, folder))
            return true;
    return false;
}

bool isOurs(const std::filesystem::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
}

/// Round corners and shadows of windows, on white paper.
QImage opaque(const QImage& image) {
    if (!image.hasAlphaChannel())
        return image;
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

/// How many pixels of the picture a logical one is; nothing if the picture shows something else than these monitors.
std::optional<double> scaleOf(const QImage& picture, const QRect& desktop,
                              const std::vector<LogicalMonitor>& monitors) {
    if (desktop.isEmpty())
        return std::nullopt;
    const double scale = static_cast<double>(picture.width()) / desktop.width();
    double most = 1;
    for (const LogicalMonitor& monitor : monitors)
        most = std::max(most, monitor.mostScale);
    // Both sides are rounded to whole pixels.
    const double slack = 1.0 / desktop.width();
    const bool isPlausible = scale >= 1 - slack && scale <= most + slack;
    const bool isSameShape = std::abs(picture.height() - scale * desktop.height()) <= 1 + scale;
    return isPlausible && isSameShape ? std::optional(scale) : std::nullopt;
}

QRect scaled(const QRect& rect, double scale) {
    const auto at = [scale](int logical) { return static_cast<int>(std::lround(logical * scale)); };
    const QPoint corner(at(rect.x()), at(rect.y()));
    return {corner, QSize(at(rect.x() + rect.width()) - corner.x(), at(rect.y() + rect.height()) - corner.y())};
}

Error unreadable() {
    return {ErrorCode::Malformed, "The desktop took a picture that can't be read. Capture again, or take the "
                                  "screenshot with your system's own tool and add its file."};
}

} // namespace

std::vector<RecordedScreen::Recording> splitPicture(const QImage& picture,
                                                    const std::vector<LogicalMonitor>& monitors) {
    QRect desktop;
    for (const LogicalMonitor& monitor : monitors)
        desktop = desktop.united(monitor.place);
    const auto scale = monitors.size() < 2 ? std::nullopt : scaleOf(picture, desktop, monitors);
    std::vector<RecordedScreen::Recording> parts;
    if (!scale)
        return {{Monitor{{}, picture.rect(), 0, true}, picture}};
    const int percent = static_cast<int>(std::lround(*scale * 100));
    for (const LogicalMonitor& monitor : monitors) {
        const QRect part = scaled(monitor.place.translated(-desktop.topLeft()), *scale).intersected(picture.rect());
        parts.push_back({Monitor{monitor.name, part, percent, monitor.isPrimary}, picture.copy(part)});
    }
    return parts;
}

Result<TakenOver> takeOver(const std::string& uri) {
    const QUrl url(QString::fromStdString(uri), QUrl::StrictMode);
    if (!url.isLocalFile())
        return fail(unreadable());
    const std::filesystem::path path = std::filesystem::path(url.toLocalFile().toStdString()).lexically_normal();
    const auto file = FileSource::open(path);
    const auto bytes = file ? (*file)->readAll(kLargestFile) : fail(file.error());
    const bool isDeleted = isTemporary(path) && isOurs(path) && ::unlink(path.c_str()) == 0;
    if (!bytes)
        return fail(unreadable());
    QImage image = QImage::fromData(bytes->data(), static_cast<int>(bytes->size()));
    if (image.isNull())
        return fail(unreadable());
    image.setDevicePixelRatio(1);
    return TakenOver{opaque(image), isDeleted ? "" : path.string()};
}

Result<PortalPicture> portalPicture(const PortalRequest& request, const Clock& clock) {
    PortalCall call(QDBusConnection::sessionBus());
    EXHIBIT_ASSIGN(const std::string uri, call.ask(request));
    PortalPicture picture;
    picture.time = clock.read();
    EXHIBIT_ASSIGN(TakenOver taken, takeOver(uri));
    if (!taken.leftAt.empty())
        picture.warnings.push_back("Your desktop also keeps this picture as " +
                                   escapeForDisplay(taken.leftAt, EscapeStyle::Line) +
                                   ". Delete it there if you don't want it.");
    const QRect rect(QPoint(0, 0), taken.image.size());
    Monitor monitor{{}, rect, 0, true};
    Window window{1, {}, rect, false, true, false};
    picture.screen = std::make_unique<RecordedScreen>(
        std::vector<RecordedScreen::Recording>{{std::move(monitor), std::move(taken.image)}},
        std::vector<Window>{std::move(window)});
    return picture;
}

} // namespace exhibit::capture
