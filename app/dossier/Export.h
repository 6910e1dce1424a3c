#pragma once
// A case becomes a dossier: one PDF with the exhibits on its pages, and the originals, the custody log and a manifest
// attached to it.
//
// The same case bytes, options, clock, fonts and library versions give the same PDF bytes. The dossier holds the
// custody log up to its own start; the entry of the export, which names the file's hash, follows in the case.

#include "core/Clock.h"
#include "pdf/Fonts.h"
#include "store/AtomicFile.h"
#include "store/CaseFile.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace exhibit::dossier {

/// How much a dossier carries.
enum class Profile {
    Full,    ///< every disclosed original is attached, byte for byte
    Compact, ///< the same, but each picture is stored once: in the page that shows it
    Upload,  ///< no larger than a form takes: pictures are reduced if they must be, and originals stay at home
    Single,  ///< one exhibit of an Upload on its own pages, without letters: for forms that take a file for each
};
/// "full", "compact", "upload", "single"
[[nodiscard]] std::string_view name(Profile profile);
[[nodiscard]] Result<Profile> profileFromName(std::string_view name);

struct ExportOptions {
    Profile profile = Profile::Full;
    std::vector<int> exhibits; ///< their numbers; empty: all that aren't withdrawn
    std::string language;      ///< "en", "de"; empty: the case's
    /// Attach originals that disclose place or device (EXIF, GPS, PNG text). Otherwise the cleaned picture goes out,
    /// and the original is only named by its commitment.
    bool attachOriginalsThatDisclose = false;
    Existing existing = Existing::Refuse;
    /// The case was opened for reading alone: the export can't be logged in it, and the dossier says so.
    bool readOnlyCase = false;
    /// Of an Upload and its Singles, in bytes; set for them alone.
    std::optional<std::uint64_t> maxSize = std::nullopt;
};

/// What an export needs from outside. The references must outlive the call.
struct ExportEnvironment {
    const Clock& clock;
    const pdf::FontProvider& fonts;
};

struct ExportResult {
    std::filesystem::path path;
    std::uint64_t size = 0; ///< bytes
    Digest digest;          ///< SHA-256 of the file
    std::size_t pages = 0;
    std::vector<int> exhibits;
    std::vector<std::string> attachments; ///< names, sorted
    std::vector<std::string> warnings;    ///< whole sentences for the person
    bool logged = false;                  ///< the case's custody log names the file
    /// Of an Upload: the folder beside the PDF, and the names in it.
    std::filesystem::path pictureFolder;
    std::vector<std::string> pictures;
};

/// Writes the dossier to `output`, with mode 0600, whole or not at all, and notes it in the case's custody log. Beside
/// an Upload goes a folder with pictures and a small PDF of each exhibit, both or neither.
/// InvalidArgument if the case has nothing to export or `output` is the case itself, NotFound for an exhibit that isn't
/// there or was withdrawn, AlreadyExists as `options.existing` says, Corrupt if the case's bytes aren't what it says.
/// LimitExceeded if it can't be made so small, Unsupported if what draws the pictures isn't installed.
/// If the file was written but couldn't be logged, the result says so among its warnings.
[[nodiscard]] Result<ExportResult> exportDossier(CaseFile& caseFile, const std::filesystem::path& output,
                                                 const ExportOptions& options, const ExportEnvironment& environment,
                                                 const Progress& progress = {});

/// The same PDF for looking at, without a trace in the case.
[[nodiscard]] Result<> writeDossier(const CaseFile& caseFile, const ExportOptions& options,
                                    const ExportEnvironment& environment, ByteSink& sink,
                                    const Progress& progress = {});

} // namespace exhibit::dossier
