#pragma once
// What is attached to a dossier: flat names, so that every tool takes them out into one folder.

#include "dossier/Sections.h"
#include "pdf/Composition.h"

namespace exhibit::dossier {

inline constexpr std::string_view kManifestName = "manifest.json";
inline constexpr std::string_view kSumsName = "SHA256SUMS";
/// The same for pictures that are stored on their pages.
inline constexpr std::string_view kPictureSumsName = "SHA256SUMS-pictures";
inline constexpr std::string_view kCustodyName = "custody.jsonl";
inline constexpr std::string_view kInstructionsName = "VERIFY.txt";

/// "text/plain" of "text/plain; charset=utf-8": what the PDF says of an attachment. What is no media type at all
/// becomes application/octet-stream.
[[nodiscard]] std::string bareMediaType(std::string_view mediaType);

/// An attachment whose hash is known.
struct NamedFile {
    pdf::Attachment attachment;
    Digest digest;
};

/// sha256sum's own format (GNU coreutils): the value, two spaces, the name, a line end.
[[nodiscard]] std::string sumLine(const Digest& digest, std::string_view name);
[[nodiscard]] std::string sumsOf(const std::map<std::string, Digest>& files);

/// Everything but the manifest and the list of sums, sorted by name.
[[nodiscard]] Result<std::vector<NamedFile>> filesOf(const Scene& scene);
[[nodiscard]] std::vector<ManifestFile> manifestFiles(const std::vector<NamedFile>& files);

/// The manifest for a dossier whose pages are set.
[[nodiscard]] Manifest manifestOf(const Scene& scene, const std::vector<ManifestFile>& files,
                                  const std::vector<ShownPart>& shown, const std::vector<pdf::UsedFont>& fonts);

/// Adds the manifest and SHA256SUMS.
[[nodiscard]] Result<std::vector<pdf::Attachment>> attachmentsOf(const Scene& scene, const Manifest& manifest,
                                                                 const std::vector<NamedFile>& files);

} // namespace exhibit::dossier
