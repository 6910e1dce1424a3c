#pragma once
// The notes of an exhibit: those that came with its capture, and those that were written later, to read and to write.

#include "desktop/model/Desk.h"
#include "desktop/model/NoteDrafts.h"
#include "desktop/model/Work.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace exhibit::desktop {

class NotesPart final : public QWidget {
    Q_OBJECT

public:
    explicit NotesPart(const Desk& desk);
    /// Keeps what isn't kept yet.
    ~NotesPart() override;
    /// What was written about this exhibit before and not added is still there.
    void show(const std::filesystem::path& path, const ExhibitView& view);

signals:
    void changed();
    void noted(const QString& text);
    void failed(const QString& text);

private:
    void fill(const ExhibitView& view);
    void addCard(const ShownText& note, std::optional<Instant> writtenAt);
    void startEditing(const ShownText& note);
    void stopEditing();
    void setDraft(const NoteDraft& draft);
    /// Of the note that is being changed; 0: a new one is written.
    [[nodiscard]] int editedNumber() const;
    void updateButtons();
    void save();
    void startNext(const std::string& saved);
    [[nodiscard]] bool isShown(const std::filesystem::path& path, const ExhibitId& exhibit) const;
    void remove(int number, const ShownText& note);
    void bringBack();
    void ended(const Result<>& done, const QString& note);
    void keep();
    void keepNow();
    void load();

    const Desk& m_desk;
    std::filesystem::path m_path;
    ExhibitId m_exhibit;
    std::vector<Digest> m_notes;     ///< SHA-256 of each note, by number
    std::optional<Digest> m_instead; ///< of the note that is being changed
    std::string m_removed;           ///< the last note that was taken away, and not brought back
    QVBoxLayout* m_cards;
    QLabel* m_title;
    QPlainTextEdit* m_edit;
    QPushButton *m_save, *m_cancel, *m_back;
    QTimer m_keepTimer;
    bool m_filling = false;
    bool m_isSaving = false;
    Work m_work;
};

} // namespace exhibit::desktop
