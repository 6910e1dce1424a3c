#pragma once
// For forms that take only pictures, or one file for each exhibit: beside the PDF a folder with a small PDF and a
// picture of each exhibit, and one picture with all of them.

#include "dossier/Stage.h"
#include "store/AtomicFolder.h"

namespace exhibit::dossier {

/// "dossier-pictures" beside "dossier.pdf".
[[nodiscard]] std::filesystem::path pictureFolderOf(const std::filesystem::path& dossier);

struct PictureFolder {
    AtomicFolder folder;               ///< filled, but not committed
    std::vector<std::string> files;    ///< names, in the order in which they are to be read
    Digest sums;                       ///< of the list of sums in it, which names all others
    std::vector<std::string> warnings; ///< whole sentences for the person
};

/// `stage` holds what the dossier holds. No file has more than options.maxSize bytes; a picture that can't be made so
/// that its text is legible is left out and warned of. Unsupported without poppler's programs.
[[nodiscard]] Result<PictureFolder> fillPictureFolder(const CaseFile& caseFile, const std::filesystem::path& folder,
                                                      const Stage& stage, const ExportOptions& options,
                                                      const ExportEnvironment& environment, const Progress& progress);

} // namespace exhibit::dossier
