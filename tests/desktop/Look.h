#pragma once
// What a person would notice at once, and a picture hides among others: words that are cut off, keys that do nothing.

#include <QStringList>

class QWidget;

namespace test {

/// A sentence for each text of the window that doesn't fit into its place, each widget that its parent cuts off, each
/// part that can only be read by scrolling sideways, and each key with Alt that means two things.
QStringList misfits(const QWidget& window);

} // namespace test
