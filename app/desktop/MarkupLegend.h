#pragma once
// The marks and covers of an exhibit as a list: the legend of the numbers on its pictures and texts.

#include "desktop/MarkupEditor.h"
#include "desktop/TwoLineList.h"

namespace exhibit::desktop {

/// Return changes what is chosen, Delete takes it away.
class MarkupLegend final : public TwoLineList {
    Q_OBJECT

public:
    explicit MarkupLegend(MarkupEditor& editor);

signals:
    void changeRequested(const exhibit::desktop::MarkupId& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void showChosen();
    void addMark(const dossier::Numbered<Mark>& mark);
    void addCover(const dossier::Numbered<Redaction>& redaction);
    [[nodiscard]] std::optional<MarkupId> idOf(int row) const;

    MarkupEditor& m_editor;
    bool m_filling = false;
};

} // namespace exhibit::desktop
