#pragma once
// What a file tells beyond its picture.

#include "media/ImageGate.h"

namespace exhibit::media {

/// Fills `inspection.disclosures` from the layout, texts and metadata that are in it already.
[[nodiscard]] Result<> findDisclosures(const ByteSource& source, Inspection& inspection);

} // namespace exhibit::media
