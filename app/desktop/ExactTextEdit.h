#pragma once
// A field for a prompt or an answer that keeps what was pasted byte for byte, whatever a text field would make of it.

#include "desktop/model/ExhibitDraft.h"

#include <QPlainTextEdit>

namespace exhibit::desktop {

/// What stands in a field, with its spaces that don't break.
[[nodiscard]] std::string exactText(const QPlainTextEdit& edit);

class ExactTextEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ExactTextEdit(QWidget* parent = nullptr);
    [[nodiscard]] const DraftText& value() const { return m_value; }
    /// Shows a text and keeps its bytes until the person changes it. One too long to be shown as it is without a pause
    /// can't be changed here.
    void setValue(DraftText value);
    /// No more than the beginning is shown.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// Takes what was copied in place of what is there. NotFound if nothing was.
    [[nodiscard]] Result<> takeClipboard();

signals:
    void valueChanged();
    /// Not a text but pictures were pasted.
    void picturesPasted(const QMimeData* data);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void takeTyped();

    DraftText m_value;
    bool m_setting = false;
    bool m_isCut = false;
};

} // namespace exhibit::desktop
