#pragma once
// The files out of a dossier: what is attached, and the pictures that are stored in its pages.

#include "dossier/Verify.h"
#include "store/AtomicFile.h"

#include <filesystem>

namespace exhibit::dossier {

struct ExtractedFile {
    std::string name;
    std::uint64_t size = 0; ///< bytes
    Digest digest;
    bool fromPage = false; ///< put together from a page's picture
};

struct Extraction {
    Verification verification;
    /// Sorted by name. Empty if the verdict is no kind of intact: then nothing was written.
    std::vector<ExtractedFile> files;
};

/// Verifies the dossier and writes its files into a new folder of mode 0700, whole or not at all. What is written has
/// the SHA-256 that was verified. AlreadyExists if the folder is there (Existing::Replace: if it holds anything but
/// files of these names), Malformed if a file has a name that isn't safe on every system.
[[nodiscard]] Result<Extraction> extractDossier(const SharedSource& file, const std::filesystem::path& folder,
                                                Existing existing, const Progress& progress = {});

} // namespace exhibit::dossier
