#pragma once
// Pictures that were put together from several screenshots of a chat that was scrolled (media/Stitch.h). What one of
// them shows, the others may show too: the screenshots overlap, and the long picture has all of them.

#include "core/Artifact.h"

#include <vector>

namespace exhibit::dossier {

/// The long picture that stands in the place of its first screenshot; null if this is none of these.
[[nodiscard]] const Artifact* longPictureFrom(const std::vector<Artifact>& artifacts, const Artifact& first);

/// True for a screenshot behind the first of a long picture: marks and redactions are put on the long one.
[[nodiscard]] bool isFurtherPart(const std::vector<Artifact>& artifacts, const Artifact& screenshot);

/// True if the artifact is a long picture or a part of one, of which anything has a redacted copy.
[[nodiscard]] bool sharesRedaction(const std::vector<Artifact>& artifacts, const Artifact& artifact);

} // namespace exhibit::dossier
