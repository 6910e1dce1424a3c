#include "desktop/MarkupTools.h"

#include "desktop/MarkupEditor.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <memory>

namespace exhibit::desktop {

namespace {

using Choice = std::shared_ptr<QList<QToolButton*>>;

/// One of them is down, as in a QButtonGroup; there Tab would reach no other.
void addTo(const Choice& choice, QToolButton* button) {
    choice->append(button);
    QObject::connect(button, &QToolButton::clicked, button, [choice, button] {
        for (QToolButton* const each : *choice)
            each->setChecked(each == button);
    });
}

} // namespace

MarkupTools::MarkupTools(MarkupEditor& editor, Over over) {
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    if (over == Over::Picture)
        addPictureTools();
    else
        addTextTools();
    QToolButton* const words = add(tr("Cover w&ords…"), tr("Cover words in all texts, however they are written"));
    words->setObjectName(QStringLiteral("coverWords"));
    connect(words, &QToolButton::clicked, this, &MarkupTools::coverWordsRequested);
    QToolButton* const undo = add(tr("&Undo"), tr("Undo the last mark or cover (Ctrl+Z)"));
    undo->setObjectName(QStringLiteral("undo"));
    connect(undo, &QToolButton::clicked, &editor, &MarkupEditor::undo);
    const auto update = [undo, &editor] { undo->setEnabled(editor.canUndo()); };
    connect(&editor, &MarkupEditor::changed, undo, update);
    update();
    m_layout->addStretch(1);
    addStates(editor);
}

QToolButton* MarkupTools::add(const QString& text, const QString& tip) {
    auto* const button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(button);
    return button;
}

void MarkupTools::addPictureTools() {
    const auto choice = std::make_shared<QList<QToolButton*>>();
    const auto addTool = [&](MarkedPicture::Tool tool, const char* name, const QString& text, const QString& tip) {
        QToolButton* const button = add(text, tip);
        button->setObjectName(QString::fromLatin1(name));
        button->setCheckable(true);
        button->setAutoRaise(true); // so that the chosen one stands out
        addTo(choice, button);
        connect(button, &QToolButton::clicked, this, [this, tool] { emit toolChosen(tool); });
        return button;
    };
    addTool(MarkedPicture::Tool::Look, "toolLook", tr("Loo&k"), tr("Move the picture; click on a mark to choose it"))
        ->setChecked(true);
    addTool(MarkedPicture::Tool::Mark, "toolMark", tr("Ma&rk"),
            tr("Draw a box around what is about you (Insert makes one without the mouse)"));
    addTool(MarkedPicture::Tool::Cover, "toolCover", tr("Co&ver"),
            tr("Draw a box over what nobody else should see (Insert makes one without the mouse)"));
}

void MarkupTools::addTextTools() {
    QToolButton* const mark = add(tr("Ma&rk"), tr("Mark the chosen words as being about you"));
    mark->setObjectName(QStringLiteral("markWords"));
    connect(mark, &QToolButton::clicked, this, &MarkupTools::markRequested);
    QToolButton* const cover = add(tr("Co&ver"), tr("Cover the chosen words"));
    cover->setObjectName(QStringLiteral("coverChosen"));
    connect(cover, &QToolButton::clicked, this, &MarkupTools::coverRequested);
}

void MarkupTools::addStates(MarkupEditor& editor) {
    const auto choice = std::make_shared<QList<QToolButton*>>();
    const auto addState = [&](PictureState state, const char* name, const QString& text, const QString& tip) {
        QToolButton* const button = add(text, tip);
        button->setObjectName(QString::fromLatin1(name));
        button->setCheckable(true);
        button->setAutoRaise(true); // so that the chosen one stands out
        addTo(choice, button);
        connect(button, &QToolButton::clicked, &editor, [&editor, state] { editor.setState(state); });
        // Without a cover both look the same.
        const auto update = [button, state, &editor] {
            button->setVisible(!editor.markings().redactions.empty());
            button->setChecked(editor.state() == state);
        };
        connect(&editor, &MarkupEditor::stateChanged, button, update);
        connect(&editor, &MarkupEditor::changed, button, update);
        update();
    };
    addState(PictureState::Captured, "before", tr("&Before"), tr("As it was captured: it stays so in the case"));
    addState(PictureState::Covered, "after", tr("Aft&er"), tr("As dossiers have it: without what is covered"));
}

} // namespace exhibit::desktop
