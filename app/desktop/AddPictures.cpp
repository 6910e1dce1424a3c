// How pictures come to a new exhibit.

#include "desktop/AddPage.h"

#include "desktop/Message.h"
#include "desktop/PictureData.h"
#include "desktop/PictureList.h"
#include "desktop/Wording.h"
#include "desktop/model/RecentCases.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <algorithm>
#include <array>

namespace exhibit::desktop {

namespace {

/// Why parts of a chat aren't put together, for languages other than the library's own.
[[maybe_unused]] constexpr std::array kPictureSentences{
    QT_TRANSLATE_NOOP("Sentence", "Two of the pictures have no part in common that is sure. Take only the part that "
                                  "scrolls, and scroll by less than its height."),
    QT_TRANSLATE_NOOP("Sentence", "The pictures are all the same. Scroll between them."),
    QT_TRANSLATE_NOOP("Sentence", "The pictures differ in their width. Take the same part each time."),
    QT_TRANSLATE_NOOP("Sentence", "The pictures are too many for one long picture."),
};

bool areSame(const std::vector<TakenPicture>& some, const std::vector<TakenPicture>& others) {
    const auto bytes = [](const TakenPicture& picture) { return picture.items.front().bytes; };
    return std::ranges::equal(some, others, {}, bytes, bytes);
}

Result<TakenPicture> joined(const Desk& desk, const std::vector<TakenPicture>& parts) {
    std::vector<CapturedItem> frames;
    for (const TakenPicture& part : parts)
        frames.insert(frames.end(), part.items.begin(), part.items.end());
    EXHIBIT_ASSIGN(std::vector<CapturedItem> items, desk.joinFrames(std::move(frames)));
    return TakenPicture::of(std::move(items), factsOfAll(parts));
}

} // namespace

void AddPage::take(const QMimeData* given) {
    message().hide();
    m_refused.clear();
    const QStringList files = filesIn(*given);
    if (!files.isEmpty())
        return addFiles(files);
    auto bytes = pictureIn(*given);
    if (!bytes)
        return message().showProblem(
            tr("No picture is copied. Take a screenshot and copy it, or add a file; nothing here was changed."));
    CapturedItem item;
    item.role = Role::Screenshot;
    item.origin = Origin::Clipboard;
    item.bytes = std::make_shared<MemorySource>(*std::move(bytes));
    addPicture(std::move(item), CaptureFacts());
}

void AddPage::pastePicture() {
    const QMimeData nothing;
    const QMimeData* const copied = QGuiApplication::clipboard()->mimeData();
    take(copied == nullptr ? &nothing : copied);
}

void AddPage::chooseFiles() {
    const int exhibit = m_exhibit;
    const QStringList chosen = QFileDialog::getOpenFileNames(
        this, tr("Add pictures"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.heic *.heif);;All files (*)"));
    // While the dialog is open, the program may be asked to open another case.
    if (exhibit == m_exhibit)
        addFiles(chosen);
}

void AddPage::addFiles(const QStringList& paths) {
    message().hide();
    m_refused.clear();
    for (const QString& path : paths) {
        CapturedItem item;
        item.role = Role::Screenshot;
        item.origin = Origin::File;
        item.fileName = QFileInfo(path).fileName().toStdString();
        auto file = FileSource::open(fromQt(path));
        if (!file) {
            refuse(item.fileName, file.error());
            continue;
        }
        item.bytes = *std::move(file);
        addPicture(std::move(item), CaptureFacts());
    }
}

void AddPage::addCapture(const Capture& capture) {
    CaptureFacts facts{capture.method, {}, capture.time};
    for (const CapturedItem& item : capture.items) {
        if (item.role != Role::WindowTitle)
            continue;
        if (const auto title = item.bytes->readAll(kPieceSize))
            facts.windowTitle = std::string(textOf(*title));
    }
    for (const CapturedItem& item : capture.items)
        if (item.role == Role::Screenshot)
            addPicture(item, facts);
}

/// Each of several files that can't be used is named.
void AddPage::refuse(const std::string& fileName, const Error& error) {
    constexpr qsizetype kMostLines = 4;
    const QString problem = Wording::problem(error);
    if (fileName.empty())
        return message().showProblem(tr("This picture isn't taken; everything else is still here. %1").arg(problem));
    const QString name = Wording::line(fileName);
    m_refused += tr("“%1”: %2").arg(name, problem);
    const auto count = static_cast<int>(m_refused.size());
    if (count == 1)
        return message().showProblem(tr("“%1” can't be added; everything else is still here. %2").arg(name, problem));
    QStringList lines{tr("%n files can't be added; everything else is still here.", nullptr, count)};
    lines += m_refused.mid(0, kMostLines);
    if (count > kMostLines)
        lines += QStringLiteral("…");
    message().showProblem(lines.join(QLatin1Char('\n')));
}

void AddPage::addPicture(CapturedItem item, const CaptureFacts& facts) {
    const std::string fileName = item.fileName;
    m_work.start(
        [this, item = std::move(item), facts](const Progress&) -> Result<TakenPicture> {
            EXHIBIT_ASSIGN(std::vector<CapturedItem> items, m_desk.takePicture(item));
            return TakenPicture::of(std::move(items), facts);
        },
        [this, fileName](const Result<TakenPicture>& picture) {
            if (picture)
                takePicture(*picture);
            else
                refuse(fileName, picture.error());
        });
}

void AddPage::takePicture(const TakenPicture& picture) {
    m_list->add(picture);
    message().hideNote();
    addStep(tr("the picture"), [this] { m_list->takeOut(m_list->count() - 1); });
    emit changed();
    keepAtOnce();
    if (picture.items.front().discloses && m_refused.isEmpty())
        message().showNote(tr("This picture tells more than it shows, such as the place, the time or the device. The "
                              "dossier gets a cleaned copy; the original stays in the case."));
}

void AddPage::removePicture() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    addStep(tr("removing the picture"), [this, row, picture = m_list->takeOut(row)] { m_list->insert(row, picture); });
    emit changed();
    keepAtOnce();
}

// ---- a long chat ------------------------------------------------------------------------------------------------

void AddPage::addFrames(const std::vector<CapturedItem>& frames, const CaptureFacts& facts) {
    if (frames.size() == 1)
        return addPicture(frames.front(), facts);
    m_work.start(
        [this, frames, facts](const Progress&) -> Result<std::vector<TakenPicture>> {
            std::vector<TakenPicture> pictures;
            for (const CapturedItem& frame : frames) {
                EXHIBIT_ASSIGN(std::vector<CapturedItem> items, m_desk.takePicture(frame));
                pictures.push_back(TakenPicture::of(std::move(items), facts));
            }
            auto whole = joined(m_desk, pictures);
            if (!whole)
                return pictures;
            return std::vector<TakenPicture>{*std::move(whole)};
        },
        [this](const Result<std::vector<TakenPicture>>& pictures) {
            if (!pictures)
                return refuse({}, pictures.error());
            for (const TakenPicture& picture : *pictures)
                takePicture(picture);
        });
}

std::vector<TakenPicture> AddPage::lastPictures(int count) const {
    const auto& all = m_list->pictures();
    return {all.end() - std::min<std::ptrdiff_t>(count, std::ssize(all)), all.end()};
}

void AddPage::checkLastOverlap() {
    m_work.start([this, parts = lastPictures(2)](const Progress&) { return joined(m_desk, parts); },
                 [this](const Result<TakenPicture>& whole) {
                     emit overlapChecked(whole ? QString() : Wording::problem(whole.error()));
                 });
}

void AddPage::joinLast(int count) {
    const std::vector<TakenPicture> parts = lastPictures(count);
    m_work.start([this, parts](const Progress&) { return joined(m_desk, parts); },
                 [this, parts](const Result<TakenPicture>& whole) {
                     if (!whole)
                         return message().showNote(
                             tr("The parts stay separate pictures. %1").arg(Wording::problem(whole.error())));
                     if (!areSame(lastPictures(static_cast<int>(parts.size())), parts))
                         return message().showNote(tr("The parts stay separate pictures, since they were changed."));
                     replaceLast(parts, *whole);
                     message().showNote(tr("The parts are one long picture; each part is kept as it was taken."));
                 });
}

void AddPage::replaceLast(const std::vector<TakenPicture>& parts, const TakenPicture& whole) {
    for (std::size_t part = 0; part < parts.size(); ++part)
        m_list->takeOut(m_list->count() - 1);
    m_list->add(whole);
    addStep(tr("putting the parts together"), [this, parts] {
        m_list->takeOut(m_list->count() - 1);
        for (const TakenPicture& part : parts)
            m_list->add(part);
    });
    emit changed();
    keepAtOnce();
}

// ---- drag and drop ----------------------------------------------------------------------------------------------

bool AddPage::takes(const QMimeData* given) {
    return holdsPictures(*given);
}

void AddPage::dragEnterEvent(QDragEnterEvent* event) {
    if (takes(event->mimeData()))
        event->acceptProposedAction();
}

void AddPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    take(event->mimeData());
}

} // namespace exhibit::desktop
