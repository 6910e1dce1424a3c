#include "desktop/PicturePart.h"

#include "desktop/DataPanel.h"
#include "desktop/DataSearch.h"
#include "desktop/MarkedPicture.h"
#include "desktop/MarkupLegend.h"
#include "desktop/MarkupPanel.h"
#include "desktop/MarkupTools.h"
#include "desktop/Wording.h"

#include <QHideEvent>
#include <QLabel>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace exhibit::desktop {

namespace {

constexpr int kLegendLines = 5;

Region regionOf(const QRect& rect) {
    return {static_cast<std::uint32_t>(rect.x()), static_cast<std::uint32_t>(rect.y()),
            static_cast<std::uint32_t>(rect.width()), static_cast<std::uint32_t>(rect.height())};
}

QRect rectOf(const Region& region) {
    return {static_cast<int>(region.x), static_cast<int>(region.y), static_cast<int>(region.width),
            static_cast<int>(region.height)};
}

template <class Markup>
void addShown(std::vector<ShownMarkup>& shown, MarkupKind kind, int screenshot,
              const std::vector<dossier::Numbered<Markup>>& markups) {
    for (const auto& numbered : markups)
        if (numbered.markup.region && numbered.markup.number == screenshot)
            shown.push_back({{kind, numbered.number}, rectOf(*numbered.markup.region)});
}

int screenshotOf(const MarkupDraft& draft) {
    return draft.id.kind == MarkupKind::Mark ? draft.mark.number : draft.redaction.number;
}

} // namespace

PicturePart::PicturePart(MarkupEditor& editor, DataSearch& search) : m_editor(editor), m_search(search) {
    auto* const layout = new QVBoxLayout(this);
    auto* const tools = new MarkupTools(editor, MarkupTools::Over::Picture);
    layout->addWidget(tools);
    m_data = new DataPanel(search);
    m_strip = new QTabBar;
    m_strip->setObjectName(QStringLiteral("pictureStrip"));
    m_strip->setAccessibleName(tr("Which picture"));
    m_strip->setDrawBase(false);
    m_strip->setExpanding(false);
    layout->addWidget(m_strip);
    auto* const splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("pictureParts"));
    splitter->setChildrenCollapsible(false);
    m_picture = new MarkedPicture;
    m_picture->setObjectName(QStringLiteral("picture"));
    m_legend = new MarkupLegend(editor);
    splitter->addWidget(m_picture);
    splitter->addWidget(m_legend);
    splitter->setStretchFactor(0, 1);
    const int lines = fontMetrics().height() * kLegendLines;
    m_legend->setMinimumHeight(lines / 2);
    splitter->setSizes({lines * 4, lines});
    layout->addWidget(splitter, 1);
    layout->addWidget(m_data);
    layout->addWidget(makeZoomRow());
    m_panel = new MarkupPanel(this);
    connect(tools, &MarkupTools::toolChosen, m_picture, &MarkedPicture::setTool);
    connect(tools, &MarkupTools::toolChosen, m_picture, [this] { m_picture->setFocus(); });
    connect(tools, &MarkupTools::coverWordsRequested, this, &PicturePart::askForWords);
    connect(m_strip, &QTabBar::currentChanged, this, [this] {
        m_panel->finish();
        load();
        showMarkings();
        showProposals();
    });
    connectSearch();
    connect(m_legend, &MarkupLegend::changeRequested, this, &PicturePart::changeRequested);
    connectPicture();
}

QWidget* PicturePart::makeZoomRow() {
    auto* const part = new QWidget;
    auto* const row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const QString& tip, void (PictureView::*action)()) {
        auto* const button = new QToolButton;
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, m_picture, action);
        row->addWidget(button);
    };
    add(QStringLiteral("−"), tr("Smaller (-)"), &PictureView::zoomOut);
    auto* const percent = new QLabel;
    percent->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1600 %")));
    percent->setAlignment(Qt::AlignCenter);
    connect(m_picture, &PictureView::zoomChanged, percent,
            [percent](int value) { percent->setText(tr("%1 %", "zoom").arg(value)); });
    row->addWidget(percent);
    add(QStringLiteral("+"), tr("Larger (+)"), &PictureView::zoomIn);
    add(tr("1:1"), tr("One pixel for one (0)"), &PictureView::zoomToPixels);
    add(tr("Fit"), tr("Fit into the window (F)"), &PictureView::zoomToFit);
    add(tr("Width"), tr("Fit the width (W)"), &PictureView::zoomToWidth);
    row->addWidget(searchButton(m_search));
    row->addStretch(1);
    m_note = new QLabel;
    row->addWidget(m_note);
    return part;
}

void PicturePart::connectPicture() {
    connect(m_picture, &MarkedPicture::drawn, this, &PicturePart::askForDrawn);
    connect(m_picture, &MarkedPicture::reshaped, this, &PicturePart::saveShape);
    connect(m_picture, &MarkedPicture::chosen, this, [this](const std::optional<MarkupId>& id) {
        m_panel->finish();
        m_editor.choose(id);
    });
    connect(m_picture, &MarkedPicture::changeRequested, this, [this] {
        const auto& active = m_picture->active();
        if (active && active->id.number > 0)
            change(active->id);
        else if (active)
            m_panel->finishIfComplete();
    });
    connect(m_picture, &MarkedPicture::removeRequested, this, [this] {
        const auto& active = m_picture->active();
        m_panel->hide();
        if (active && active->id.number > 0)
            m_editor.remove(active->id);
        else
            m_picture->choose(std::nullopt);
    });
    connect(m_picture, &PictureView::moved, this, [this] {
        if (m_panel->isVisible() && m_picture->active())
            m_panel->moveBeside(activePlace());
    });
    connect(m_panel, &MarkupPanel::accepted, this, [this](const MarkupDraft& draft) {
        // What was drawn is shown as it is until it comes back from the case.
        m_editor.save(draft);
    });
    connect(m_panel, &MarkupPanel::discarded, this, [this] { m_picture->choose(m_editor.chosen()); });
    connect(m_panel, &MarkupPanel::focusLeft, this, [this] {
        if (isVisible())
            m_picture->setFocus();
    });
    connect(m_panel, &MarkupPanel::leftUnfinished, &m_editor, &MarkupEditor::leave);
    connect(m_panel, &MarkupPanel::removeRequested, &m_editor, &MarkupEditor::remove);
    connect(&m_editor, &MarkupEditor::aboutToStep, m_panel, &MarkupPanel::finishIfComplete);
    connect(&m_editor, &MarkupEditor::changed, this, [this] {
        load();
        showMarkings();
    });
    connect(&m_editor, &MarkupEditor::chosenChanged, this, &PicturePart::showChosen);
    connect(&m_editor, &MarkupEditor::stateChanged, this, [this] {
        m_picture->setState(m_editor.state());
        load();
    });
}

int PicturePart::screenshot() const {
    return m_strip->currentIndex() + 1;
}

void PicturePart::hideEvent(QHideEvent* event) {
    if (!event->spontaneous())
        m_panel->finishIfComplete();
    QWidget::hideEvent(event);
}

void PicturePart::show(const ExhibitView& view) {
    m_exhibit = view.exhibit.number;
    m_pictures = view.pictures;
    {
        const QSignalBlocker blocker(m_strip);
        while (m_strip->count() > 0)
            m_strip->removeTab(0);
        for (std::size_t i = 0; i < m_pictures.size(); ++i)
            m_strip->addTab(tr("Picture %1").arg(i + 1));
        m_strip->setVisible(m_pictures.size() > 1);
        m_strip->updateGeometry(); // a bar that was filled unseen keeps the height of an empty one
    }
    load();
    showMarkings();
}

void PicturePart::connectSearch() {
    connect(&m_search, &DataSearch::changed, this, &PicturePart::showProposals);
    // One list at a time leaves room for the picture.
    connect(&m_search, &DataSearch::changed, m_legend,
            [this] { m_legend->setVisible(m_legend->count() > 0 && !m_search.isOpen()); });
    connect(&m_search, &DataSearch::chosenChanged, this, &PicturePart::followSearch);
}

void PicturePart::followSearch() {
    const Proposal* const chosen = m_search.chosen();
    if (chosen != nullptr && chosen->mark.region && chosen->mark.number != screenshot())
        m_strip->setCurrentIndex(chosen->mark.number - 1); // which shows the proposals too
    showProposals();
}

void PicturePart::showProposals() {
    std::vector<QRect> rects;
    const auto isHere = [this](const Proposal& proposal) {
        return proposal.mark.region && proposal.mark.number == screenshot();
    };
    for (const Proposal& proposal : m_search.proposals())
        if (isHere(proposal))
            rects.push_back(rectOf(*proposal.mark.region));
    const Proposal* const chosen = m_search.chosen();
    const bool isShown = chosen != nullptr && isHere(*chosen);
    m_picture->setProposals(std::move(rects), isShown ? std::optional(rectOf(*chosen->mark.region)) : std::nullopt);
}

void PicturePart::focusProposals() {
    m_data->focusList();
}

std::vector<Region> PicturePart::coveredRegions() const {
    if (m_editor.state() == PictureState::Captured || m_editor.markings().exhibit != m_exhibit)
        return {};
    return dossier::regionsOf(m_editor.markings().redactions, screenshot());
}

PicturePart::Loaded PicturePart::wanted() const {
    Loaded wanted{m_editor.path(), m_exhibit, screenshot(), {}, coveredRegions()};
    const auto index = static_cast<std::size_t>(screenshot() - 1);
    if (index < m_pictures.size())
        wanted.original = m_pictures[index].original.digest;
    return wanted;
}

void PicturePart::load() {
    const Loaded wanted = this->wanted();
    if (wanted == m_loaded)
        return;
    m_work.drop();
    const bool isSame = m_loaded && m_loaded->path == wanted.path && m_loaded->exhibit == wanted.exhibit &&
                        m_loaded->screenshot == wanted.screenshot && m_loaded->original == wanted.original;
    m_loaded = wanted;
    if (m_pictures.empty()) {
        m_note->clear();
        return m_picture->setAbsence(tr("This exhibit has no picture."));
    }
    if (!isSame)
        m_picture->setAbsence(tr("The picture is being read…"));
    const PictureState state = wanted.covered.empty() ? PictureState::Captured : PictureState::Covered;
    m_work.start(
        [desk = &m_editor.desk(), wanted, state](const Progress& progress) -> Result<Pyramid> {
            EXHIBIT_ASSIGN(const QImage image, desk->picture(wanted.path, wanted.exhibit, wanted.screenshot, state));
            return Pyramid(image, progress);
        },
        [this](const Result<Pyramid>& picture) { take(picture); });
}

void PicturePart::take(const Result<Pyramid>& picture) {
    if (!picture || picture->isNull()) {
        m_picture->setAbsence(picture ? tr("This picture can't be shown here; it is stored as it came in.")
                                      : Wording::problem(picture.error()));
        return m_note->clear();
    }
    m_picture->setPicture(*picture);
    m_picture->setProposals({}, std::nullopt); // so that the chosen one is brought into view
    showProposals();
    m_note->setText(tr("%1 × %2 pixels").arg(picture->size().width()).arg(picture->size().height()));
    showChosen();
}

void PicturePart::showMarkings() {
    std::vector<ShownMarkup> shown;
    if (m_editor.markings().exhibit == m_exhibit) {
        addShown(shown, MarkupKind::Mark, screenshot(), m_editor.markings().marks);
        addShown(shown, MarkupKind::Redaction, screenshot(), m_editor.markings().redactions);
    }
    m_picture->setAccessibleDescription(tr("%n mark(s) and cover(s)", nullptr, static_cast<int>(shown.size())));
    const bool isAsking = m_panel->isVisible();
    if (!isAsking && m_picture->active() && m_picture->active()->id.number == 0)
        m_picture->choose(std::nullopt); // it has come back with its number
    if (m_picture->active() && m_picture->active()->id.number > 0)
        m_picture->renumber(m_editor.now(m_picture->active()->id));
    m_picture->setMarkups(std::move(shown), m_editor.chosen());
}

void PicturePart::showChosen() {
    const auto draft = m_editor.chosen() ? m_editor.draftOf(*m_editor.chosen()) : std::nullopt;
    if (draft && draft->region() && screenshotOf(*draft) != screenshot())
        m_strip->setCurrentIndex(screenshotOf(*draft) - 1);
    const auto& active = m_picture->active();
    if (active && active->id.number == 0 && m_panel->isVisible())
        return; // first what was just drawn
    const std::optional<MarkupId> now = active ? std::optional(active->id) : std::nullopt;
    if (now != m_editor.chosen())
        m_picture->choose(m_editor.chosen());
}

QRect PicturePart::activePlace() const {
    const auto& active = m_picture->active();
    if (!active)
        return {};
    const QRect shown = m_picture->toViewport(active->rect).toAlignedRect();
    return shown.intersected(m_picture->viewport()->rect())
        .translated(m_picture->viewport()->mapTo(this, QPoint(0, 0)));
}

void PicturePart::ask(const MarkupDraft& draft) {
    m_panel->ask(draft, activePlace());
}

void PicturePart::askForDrawn() {
    const ShownMarkup drawn = *m_picture->active();
    m_panel->finish();
    MarkupDraft draft;
    draft.id = drawn.id;
    draft.mark.number = screenshot();
    draft.redaction.number = screenshot();
    draft.redaction.on = Role::Screenshot;
    draft.setRegion(regionOf(drawn.rect));
    m_editor.choose(std::nullopt);
    ask(draft);
}

void PicturePart::askForWords() {
    m_panel->finish();
    m_picture->choose(std::nullopt);
    MarkupDraft draft;
    draft.id.kind = MarkupKind::Redaction;
    const QPoint corner = m_picture->mapTo(this, QPoint(0, 0));
    m_panel->ask(draft, QRect(corner, QSize(1, 1)));
}

void PicturePart::change(const MarkupId& id) {
    m_panel->finish();
    m_editor.choose(id);
    showChosen();
    if (const auto draft = m_editor.draftOf(id))
        ask(*draft);
}

void PicturePart::saveShape() {
    const auto& active = m_picture->active();
    if (!active)
        return;
    const Region region = regionOf(active->rect);
    if (m_panel->isVisible())
        return m_panel->setRegion(region); // saved with the rest
    if (auto draft = m_editor.draftOf(active->id)) {
        draft->setRegion(region);
        m_editor.save(*draft);
    }
}

} // namespace exhibit::desktop
