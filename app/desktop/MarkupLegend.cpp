#include "desktop/MarkupLegend.h"

#include "desktop/MarkPaint.h"
#include "desktop/Wording.h"

#include <QKeyEvent>
#include <QPainter>
#include <cmath>

namespace exhibit::desktop {

namespace {

constexpr int kSignSide = 24;

QVariant variantOf(const MarkupId& id) {
    return QVariantList{static_cast<int>(id.kind), id.number};
}

/// The number in its disc, or a black box.
QImage signOf(const MarkupId& id, const QFont& font, double scale) {
    QImage sign(QSize(kSignSide, kSignSide) * scale, QImage::Format_ARGB32_Premultiplied);
    sign.setDevicePixelRatio(scale);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    if (id.kind == MarkupKind::Mark) {
        paintDisc(painter, {kSignSide / 2.0, kSignSide / 2.0}, font, id.number);
    } else {
        painter.setPen(Qt::white);
        painter.setBrush(Qt::black);
        painter.drawRect(QRectF(1, kSignSide / 4.0, kSignSide - 2, kSignSide / 2.0));
    }
    return sign;
}

QString quoted(const std::string& text) {
    return MarkupLegend::tr("“%1”").arg(Wording::shortened(text));
}

} // namespace

MarkupLegend::MarkupLegend(MarkupEditor& editor) : TwoLineList(kSignSide), m_editor(editor) {
    setAccessibleName(tr("Marks and covers"));
    connect(&editor, &MarkupEditor::changed, this, &MarkupLegend::fill);
    connect(&editor, &MarkupEditor::chosenChanged, this, &MarkupLegend::showChosen);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_filling)
            m_editor.choose(idOf(row));
    });
    connect(this, &QListWidget::itemDoubleClicked, this, [this] {
        if (const auto id = idOf(currentRow()))
            emit changeRequested(*id);
    });
    fill();
}

std::optional<MarkupId> MarkupLegend::idOf(int row) const {
    const QVariantList id = idAt(row).toList();
    return id.size() == 2 ? std::optional(MarkupId{static_cast<MarkupKind>(id[0].toInt()), id[1].toInt()})
                          : std::nullopt;
}

void MarkupLegend::fill() {
    m_filling = true;
    clear();
    for (const auto& mark : m_editor.markings().marks)
        addMark(mark);
    for (const auto& redaction : m_editor.markings().redactions)
        addCover(redaction);
    m_filling = false;
    setVisible(count() > 0);
    showChosen();
}

void MarkupLegend::showChosen() {
    m_filling = true;
    if (!m_editor.chosen() || !select(variantOf(*m_editor.chosen())))
        setCurrentRow(-1);
    m_filling = false;
}

void MarkupLegend::addMark(const dossier::Numbered<Mark>& numbered) {
    const Mark& mark = numbered.markup;
    QString title = tr("%1 · %2", "kind of data, and whether it is right")
                        .arg(Wording::category(mark.category), Wording::truth(mark.truth));
    if (!mark.special.empty())
        title += QStringLiteral(" · ") + Wording::special(mark.special);
    QString place = mark.region ? tr("Picture %1").arg(mark.number) : Wording::role(mark.on);
    if (!mark.text.empty())
        place += QStringLiteral(" ") + quoted(mark.text);
    if (!mark.label.empty())
        place += QStringLiteral(" – ") + Wording::line(mark.label);
    if (!mark.correction.empty())
        place += QStringLiteral(" – ") + tr("right would be: %1").arg(Wording::line(mark.correction));
    const MarkupId id{MarkupKind::Mark, numbered.number};
    add(variantOf(id), title, place);
    // The number is on the sign alone.
    item(count() - 1)
        ->setData(Qt::AccessibleTextRole, tr("Mark %1: %2. %3").arg(QString::number(id.number), title, place));
    setPicture(count() - 1, signOf(id, font(), devicePixelRatioF()));
}

void MarkupLegend::addCover(const dossier::Numbered<Redaction>& numbered) {
    const Redaction& redaction = numbered.markup;
    const QString title = redaction.region ? tr("Covered in picture %1").arg(redaction.number)
                                           : tr("Covered: %1").arg(quoted(redaction.text));
    QString line = redaction.region ? tr("%1 × %2 pixels").arg(redaction.region->width).arg(redaction.region->height)
                   : redaction.on   ? Wording::role(*redaction.on)
                                    : tr("in all texts of this exhibit");
    if (!redaction.reason.empty())
        line += QStringLiteral(" – ") + Wording::line(redaction.reason);
    const MarkupId id{MarkupKind::Redaction, numbered.number};
    add(variantOf(id), title, line);
    setPicture(count() - 1, signOf(id, font(), devicePixelRatioF()));
}

void MarkupLegend::keyPressEvent(QKeyEvent* event) {
    const auto id = idOf(currentRow());
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (id && isReturn)
        return emit changeRequested(*id);
    if (id && event->key() == Qt::Key_Delete)
        return m_editor.remove(*id);
    TwoLineList::keyPressEvent(event);
}

} // namespace exhibit::desktop
