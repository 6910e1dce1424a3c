#pragma once
// Pictures in what is dropped or pasted.

#include "core/Bytes.h"

#include <QStringList>
#include <optional>

class QMimeData;

namespace exhibit::desktop {

/// Files of this computer; empty if there is anything else among them.
[[nodiscard]] QStringList filesIn(const QMimeData& data);
/// The bytes of a picture as its owner hands them over.
[[nodiscard]] std::optional<Bytes> pictureIn(const QMimeData& data);
/// Files, or a picture that isn't just how a text looks.
[[nodiscard]] bool holdsPictures(const QMimeData& data);

} // namespace exhibit::desktop
