#pragma once
// A dossier that is no larger than a form takes.

#include "dossier/Prepared.h"
#include "dossier/Stage.h"

namespace exhibit::dossier {

/// Reduces what the stage holds, no more than it must, until the PDF has at most `maxSize` bytes. In this order:
/// originals and other files that no page shows are left out; pictures are packed anew with the same pixels; get a
/// JPEG's small loss where that is smaller; turn grey; get smaller and coarser, as long as text stays legible. What is
/// left out is named by commitment. LimitExceeded says what takes the room and what can be chosen.
[[nodiscard]] Result<Prepared> fit(Stage& stage, std::uint64_t maxSize, const pdf::FontProvider& fonts,
                                   const Progress& progress);

/// "5,000,000 bytes"
[[nodiscard]] std::string byteCount(std::uint64_t bytes);

} // namespace exhibit::dossier
