#pragma once
// The pictures of a new exhibit, side by side.

#include "core/Capture.h"

#include <QImage>
#include <QListWidget>
#include <optional>
#include <vector>

namespace exhibit::desktop {

/// What is known of how a picture came in.
struct CaptureFacts {
    std::string method = "import";
    std::string windowTitle;
    std::optional<TimeReading> time; ///< nothing for what was there before
};

/// The frames that a picture was made of, what was derived from them, and how it looks small.
struct TakenPicture {
    std::vector<CapturedItem> items;
    QImage thumbnail;
    CaptureFacts facts;

    /// In any thread.
    [[nodiscard]] static TakenPicture of(std::vector<CapturedItem> items, CaptureFacts facts);
};

/// An exhibit has one way of taking and one time, that of its last capture.
[[nodiscard]] CaptureFacts factsOfAll(const std::vector<TakenPicture>& pictures);

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
