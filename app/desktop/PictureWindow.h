#pragma once
// The pictures of a new exhibit, large, beside what is compared with them.

#include "core/Bytes.h"
#include "desktop/model/Work.h"

#include <QDialog>

class QTabBar;

namespace exhibit::desktop {

class PictureView;

class PictureWindow final : public QDialog {
    Q_OBJECT

public:
    explicit PictureWindow(QWidget* parent);
    /// PNG or JPEG each. Shows one of them, from 0.
    void show(std::vector<SharedSource> pictures, int first);

private:
    void load();

    std::vector<SharedSource> m_pictures;
    QTabBar* m_strip;
    PictureView* m_view;
    Work m_work;
};

} // namespace exhibit::desktop
