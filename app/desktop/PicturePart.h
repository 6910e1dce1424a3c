#pragma once
// The pictures of an exhibit, one at a time, with what is marked and covered in them.

#include "desktop/MarkupEditor.h"
#include "desktop/model/Pyramid.h"

#include <QWidget>

class QLabel;
class QTabBar;

namespace exhibit::desktop {

class DataPanel;
class DataSearch;
class MarkedPicture;
class MarkupLegend;
class MarkupPanel;

class PicturePart final : public QWidget {
    Q_OBJECT

public:
    PicturePart(MarkupEditor& editor, DataSearch& search);
    void show(const ExhibitView& view);
    [[nodiscard]] MarkupPanel& panel() { return *m_panel; }
    /// Asks about a mark or cover, and shows where it is.
    void change(const MarkupId& id);
    void focusProposals();

protected:
    void hideEvent(QHideEvent* event) override;

signals:
    void changeRequested(const exhibit::desktop::MarkupId& id);

private:
    /// What the picture that is shown was made of.
    struct Loaded {
        std::filesystem::path path;
        int exhibit = 0;
        int screenshot = 0;
        Digest original; ///< what lies there may be another one now
        std::vector<Region> covered;
        bool operator==(const Loaded&) const = default;
    };

    QWidget* makeZoomRow();
    void connectPicture();
    [[nodiscard]] int screenshot() const;
    [[nodiscard]] Loaded wanted() const;
    [[nodiscard]] std::vector<Region> coveredRegions() const;
    void load();
    void take(const Result<Pyramid>& picture);
    void showMarkings();
    void showChosen();
    void connectSearch();
    void followSearch();
    void showProposals();
    /// What is drawn and not saved yet is saved first.
    void ask(const MarkupDraft& draft);
    void askForDrawn();
    void askForWords();
    void saveShape();
    [[nodiscard]] QRect activePlace() const;

    MarkupEditor& m_editor;
    DataSearch& m_search;
    int m_exhibit = 0;
    std::vector<ShownPicture> m_pictures;
    std::optional<Loaded> m_loaded;
    QTabBar* m_strip;
    MarkedPicture* m_picture;
    MarkupLegend* m_legend;
    MarkupPanel* m_panel;
    DataPanel* m_data;
    QLabel* m_note;
    Work m_work;
};

} // namespace exhibit::desktop
