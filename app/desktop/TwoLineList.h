#pragma once
// A list whose items have a bold line, a plain one, and perhaps a picture.

#include <QListWidget>

namespace exhibit::desktop {

class TwoLineList : public QListWidget {
    Q_OBJECT

public:
    /// `pictureSide` is the room for a picture beside each item, in pixels; 0: none.
    explicit TwoLineList(int pictureSide = 0);
    /// `id` is what itemId() answers for it.
    void add(const QVariant& id, const QString& title, const QString& line);
    /// A line over the items that follow, which can't be chosen; screen readers hear it with each of them. Empty: what
    /// follows stands alone again.
    void addHeading(const QString& text);
    void setPicture(int row, const QImage& picture);
    [[nodiscard]] QVariant currentId() const;
    [[nodiscard]] QVariant idAt(int row) const;
    /// True if there is such an item.
    bool select(const QVariant& id);

private:
    QString m_heading;
};

} // namespace exhibit::desktop
