#pragma once
// A folder whose new pictures are offered, such as one that a phone sends its screenshots to.

#include <QStringList>
#include <QWidget>
#include <memory>

class QLabel;
class QPushButton;

namespace exhibit::capture {
class FolderWatch;
}

namespace exhibit::desktop {

/// Takes nothing unasked.
class FolderOffer final : public QWidget {
    Q_OBJECT

public:
    FolderOffer();
    /// Chooses the folder, or ends it; it stands among the other ways in, wherever those are.
    [[nodiscard]] QPushButton* chooser() const { return m_choose; }
    ~FolderOffer() override;
    /// Empty: none is watched.
    void watch(const QString& folder);
    [[nodiscard]] const QStringList& offered() const { return m_offered; }
    void take();
    void leave();

signals:
    void folderChosen(const QString& folder);
    void offeredChanged();
    void taken(const QStringList& paths);
    void problem(const QString& text);

private:
    void choose();
    void showState();

    std::unique_ptr<capture::FolderWatch> m_watch;
    QStringList m_offered;
    QLabel* m_text;
    QPushButton *m_choose, *m_take, *m_leave;
};

} // namespace exhibit::desktop
