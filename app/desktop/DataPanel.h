#pragma once
// What may be the person's data, as a list to accept from, beside the picture or the text where it stands.

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace exhibit::desktop {

class DataSearch;

/// Begins to look.
[[nodiscard]] QToolButton* searchButton(DataSearch& search);

/// Hidden until something is looked for. The space bar ticks a line, the arrows show the next one.
class DataPanel final : public QFrame {
    Q_OBJECT

public:
    explicit DataPanel(DataSearch& search);
    void focusList();

private:
    void fill();
    void showProgress(int done);
    void showTicked();
    void showChosen();

    DataSearch& m_search;
    QLabel* m_title;
    QListWidget* m_list;
    QPushButton *m_accept, *m_close;
    bool m_filling = false;
};

} // namespace exhibit::desktop
