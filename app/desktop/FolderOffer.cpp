#include "desktop/FolderOffer.h"

#include "capture/FolderWatch.h"
#include "desktop/Page.h"
#include "desktop/Wording.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace exhibit::desktop {

namespace {

constexpr qsizetype kMostNames = 3;

QString nameOf(const QString& path) {
    return Wording::line(QFileInfo(path).fileName().toStdString());
}

} // namespace

FolderOffer::FolderOffer() {
    m_text = wrappedLabel();
    m_text->setObjectName(QStringLiteral("folder"));
    m_choose = new QPushButton;
    m_choose->setObjectName(QStringLiteral("watch"));
    m_choose->setToolTip(tr("New pictures in it are offered here, such as screenshots that your phone sends. None is "
                            "taken without you."));
    m_take = new QPushButton(tr("Ta&ke them"));
    m_leave = new QPushButton(tr("Leave them"));
    auto* const layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 0, 0, 1, 3);
    layout->addWidget(m_take, 1, 0);
    layout->addWidget(m_leave, 1, 1);
    layout->setColumnStretch(2, 1);
    connect(m_choose, &QPushButton::clicked, this, &FolderOffer::choose);
    connect(m_take, &QPushButton::clicked, this, &FolderOffer::take);
    connect(m_leave, &QPushButton::clicked, this, &FolderOffer::leave);
    showState();
}

FolderOffer::~FolderOffer() = default;

void FolderOffer::watch(const QString& folder) {
    m_offered.clear();
    m_watch.reset();
    if (!folder.isEmpty()) {
        m_watch = std::make_unique<capture::FolderWatch>(folder);
        connect(m_watch.get(), &capture::FolderWatch::appeared, this, [this](const QStringList& paths) {
            m_offered += paths;
            showState();
        });
        connect(m_watch.get(), &capture::FolderWatch::lost, this, [this] {
            emit problem(tr("The folder “%1” isn't there any more, so that it isn't watched. Choose it again when it "
                            "is back.")
                             .arg(nameOf(m_watch->folder())));
            m_watch.release()->deleteLater(); // it is speaking
            showState();
        });
        if (!m_watch->isWatching())
            m_watch.reset();
    }
    showState();
}

void FolderOffer::choose() {
    if (m_watch) {
        watch({});
        return emit folderChosen({});
    }
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Which folder do new pictures come to?"));
    if (folder.isEmpty())
        return;
    watch(folder);
    emit folderChosen(folder);
}

void FolderOffer::take() {
    const QStringList paths = std::exchange(m_offered, {});
    showState();
    emit taken(paths);
}

void FolderOffer::leave() {
    m_offered.clear();
    showState();
}

void FolderOffer::showState() {
    const bool isOffering = !m_offered.isEmpty();
    m_choose->setText(m_watch ? tr("Stop w&atching the folder") : tr("W&atch a folder…"));
    m_take->setVisible(isOffering);
    m_leave->setVisible(isOffering);
    QStringList names;
    for (const QString& path : m_offered.mid(0, kMostNames))
        names.append(nameOf(path));
    if (m_offered.size() > kMostNames)
        names.append(QStringLiteral("…"));
    if (isOffering)
        m_text->setText(tr("%n new picture(s) in the folder: %1", nullptr, static_cast<int>(m_offered.size()))
                            .arg(names.join(QStringLiteral(", "))));
    else if (m_watch)
        m_text->setText(tr("New pictures in “%1” are offered here.").arg(nameOf(m_watch->folder())));
    m_text->setVisible(isOffering || m_watch);
    emit offeredChanged();
}

} // namespace exhibit::desktop
