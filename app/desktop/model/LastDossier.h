#pragma once
// The dossier that was made last: what is to be sent, also on another day than the one on which it was made.

#include "desktop/model/Desk.h"

namespace exhibit::desktop {

struct LastDossier {
    /// As exportDossier() answered then, as far as the case's log knows it: without pages, attachments and warnings.
    /// The path is empty if no file beside the case is the dossier, byte for byte: it was saved or moved elsewhere.
    dossier::ExportResult result;
    dossier::Profile profile = dossier::Profile::Full;
    bool sent = false;  ///< the person says so
    bool isOld = false; ///< the case was changed since
};

/// NotFound if none was made.
[[nodiscard]] Result<LastDossier> lastDossier(const Desk& desk, const std::filesystem::path& path,
                                              const Progress& progress = {});

} // namespace exhibit::desktop
