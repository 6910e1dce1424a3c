#include "desktop/DataPanel.h"

#include "desktop/DataSearch.h"
#include "desktop/Page.h"
#include "desktop/Wording.h"
#include "ocr/TextReader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace exhibit::desktop {

namespace {

constexpr int kLines = 5;

QString lineOf(const Proposal& proposal) {
    const Mark& mark = proposal.mark;
    const QString place = mark.region ? DataPanel::tr("Picture %1").arg(mark.number) : Wording::role(mark.on);
    return DataPanel::tr("%1 · %2: “%3”", "kind of data, where it stands, the words")
        .arg(Wording::category(mark.category), place, Wording::shortened(proposal.words));
}

QString unread(const Error& error) {
    if (error.code != ErrorCode::Unsupported)
        return DataPanel::tr(" The pictures couldn't all be read. %1").arg(Wording::problem(error));
    return DataPanel::tr(" To look through pictures, this computer needs the packages %1.")
        .arg(QString::fromUtf8(ocr::kPackages.data(), static_cast<qsizetype>(ocr::kPackages.size())));
}

QString titleOf(const DataSearch& search) {
    const auto count = static_cast<int>(search.proposals().size());
    QString title = count == 0 ? DataPanel::tr("Nothing was found that isn't marked already. Look yourself, too.")
                               : DataPanel::tr("%n place(s) may be about you. Pictures were read by a machine, which "
                                               "may be wrong: look at each one.",
                                               nullptr, count);
    if (search.picturesUnread())
        title += unread(*search.picturesUnread());
    return title;
}

} // namespace

QToolButton* searchButton(DataSearch& search) {
    auto* const button = new QToolButton;
    button->setText(DataPanel::tr("Look for m&y data"));
    button->setToolTip(DataPanel::tr("Look for what may be about you, to mark it"));
    button->setObjectName(QStringLiteral("searchData"));
    button->setFocusPolicy(Qt::StrongFocus);
    QObject::connect(button, &QToolButton::clicked, &search, &DataSearch::start);
    return button;
}

DataPanel::DataPanel(DataSearch& search) : m_search(search) {
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_title = wrappedLabel();
    m_title->setObjectName(QStringLiteral("dataTitle"));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("proposals"));
    m_list->setAccessibleName(tr("What may be about you"));
    m_list->setFixedHeight(fontMetrics().lineSpacing() * kLines);
    m_accept = new QPushButton;
    m_accept->setObjectName(QStringLiteral("acceptData"));
    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("closeData"));
    auto* const head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    head->addWidget(m_accept);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_list);
    connect(m_accept, &QPushButton::clicked, &search, &DataSearch::accept);
    connect(m_close, &QPushButton::clicked, &search, &DataSearch::close);
    connect(&search, &DataSearch::changed, this, &DataPanel::fill);
    connect(&search, &DataSearch::tickedChanged, this, &DataPanel::showTicked);
    connect(&search, &DataSearch::chosenChanged, this, &DataPanel::showChosen);
    connect(&search, &DataSearch::progressed, this, &DataPanel::showProgress);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        if (!m_filling)
            m_search.tick(static_cast<std::size_t>(m_list->row(item)), item->checkState() == Qt::Checked);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_filling && row >= 0)
            m_search.choose(static_cast<std::size_t>(row));
    });
    fill();
}

void DataPanel::fill() {
    m_filling = true;
    m_list->clear();
    for (const Proposal& proposal : m_search.proposals())
        m_list->addItem(lineOf(proposal));
    m_filling = false;
    const bool isEmpty = m_list->count() == 0;
    if (m_search.isBusy())
        showProgress(0);
    else
        m_title->setText(titleOf(m_search));
    m_close->setText(m_search.isBusy() ? tr("Stop look&ing") : isEmpty ? tr("Close") : tr("Mark noth&ing"));
    m_list->setVisible(!isEmpty);
    m_accept->setVisible(!isEmpty);
    showTicked();
    setVisible(m_search.isOpen());
}

void DataPanel::showProgress(int done) {
    if (m_search.isBusy())
        m_title->setText(tr("Looking for your data in texts and pictures… %1 %").arg(done / 10));
}

void DataPanel::showTicked() {
    m_filling = true;
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setCheckState(m_search.isTicked(static_cast<std::size_t>(row)) ? Qt::Checked
                                                                                          : Qt::Unchecked);
    m_filling = false;
    m_accept->setText(tr("Mark %n p&lace(s)", nullptr, m_search.ticked()));
    m_accept->setEnabled(m_search.ticked() > 0);
}

void DataPanel::showChosen() {
    m_filling = true;
    const auto chosen = m_search.chosenNumber();
    m_list->setCurrentRow(chosen ? static_cast<int>(*chosen) : -1);
    m_filling = false;
}

void DataPanel::focusList() {
    m_list->setFocus();
}

} // namespace exhibit::desktop
