#pragma once
// The pictures of a new exhibit, side by side.

#include "core/Capture.h"

#include <QImage>
#include <QListWidget>
#include <vector>

namespace exhibit::desktop {

/// The frames that a picture was made of, what was derived from them, and how it looks small.
struct TakenPicture {
    std::vector<CapturedItem> items;
    QImage thumbnail;

    /// In any thread.
    [[nodiscard]] static TakenPicture of(std::vector<CapturedItem> items);
};

class PictureList final : public QListWidget {
    Q_OBJECT

public:
    PictureList();
    [[nodiscard]] const std::vector<TakenPicture>& pictures() const { return m_pictures; }
    void insert(int row, const TakenPicture& picture);
    void add(const TakenPicture& picture) { insert(count(), picture); }
    /// Answers what it takes out.
    TakenPicture takeOut(int row);
    void removeAll();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<TakenPicture> m_pictures;
};

} // namespace exhibit::desktop
