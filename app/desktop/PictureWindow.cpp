#include "desktop/PictureWindow.h"

#include "desktop/PictureView.h"
#include "desktop/model/Desk.h"

#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>
#include <array>

namespace exhibit::desktop {

namespace {

constexpr int kWidthInLetters = 80;
constexpr int kHeightInLines = 36;

Pyramid shown(const ByteSource& source, const Progress& progress) {
    std::array<std::uint8_t, image::kHeadSize> head{};
    const auto length = source.read(0, head);
    const auto format = length ? image::recognise(ByteView(head).first(*length)) : std::nullopt;
    if (!format)
        return {};
    const QImage picture = decodedPicture(source, std::string(image::mediaType(*format)));
    return picture.isNull() ? Pyramid() : Pyramid(picture, progress);
}

} // namespace

PictureWindow::PictureWindow(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Picture of the answer"));
    m_strip = new QTabBar;
    m_strip->setDrawBase(false);
    m_strip->setExpanding(false);
    m_strip->setAccessibleName(tr("Which picture"));
    m_view = new PictureView;
    m_view->setAccessibleName(tr("Picture"));
    m_view->setObjectName(QStringLiteral("largePicture"));
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    layout->addWidget(m_view, 1);
    connect(m_strip, &QTabBar::currentChanged, this, &PictureWindow::load);
    resize(fontMetrics().averageCharWidth() * kWidthInLetters, fontMetrics().height() * kHeightInLines);
}

void PictureWindow::show(std::vector<SharedSource> pictures, int first) {
    m_pictures = std::move(pictures);
    {
        const QSignalBlocker blocker(m_strip);
        while (m_strip->count() > 0)
            m_strip->removeTab(0);
        for (std::size_t i = 0; i < m_pictures.size(); ++i)
            m_strip->addTab(tr("Picture %1").arg(i + 1));
        m_strip->setCurrentIndex(first);
        m_strip->setVisible(m_pictures.size() > 1);
    }
    load();
    QDialog::show();
    raise();
    activateWindow();
    m_view->setFocus();
}

void PictureWindow::load() {
    const int number = m_strip->currentIndex();
    if (number < 0)
        return;
    m_work.drop();
    m_view->setAbsence(tr("The picture is being read…"));
    m_work.start([picture = m_pictures[static_cast<std::size_t>(number)]](
                     const Progress& progress) { return shown(*picture, progress); },
                 [this](const Pyramid& picture) {
                     if (picture.isNull())
                         return m_view->setAbsence(tr("This picture can't be shown here; it is stored as it came in."));
                     m_view->setPicture(picture);
                 });
}

} // namespace exhibit::desktop
