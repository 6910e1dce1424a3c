#pragma once
// VERIFY.txt: how to check a dossier with common tools.

#include "dossier/Sections.h"

namespace exhibit::dossier {

/// True if a picture of the dossier isn't attached, but stored in the page that shows it.
[[nodiscard]] bool storesPicturesOnPages(const Content& content);

[[nodiscard]] std::string instructions(const Scene& scene);

} // namespace exhibit::dossier
