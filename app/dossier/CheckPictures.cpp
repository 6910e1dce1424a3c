// Pictures that aren't attached: stored in the page that shows them, whole or reduced.

#include "dossier/Attachments.h"
#include "dossier/Checker.h"
#include "pdf/image/PngSkeleton.h"

#include <algorithm>

namespace exhibit::dossier {

Result<SharedSource> Checker::rebuilt(const std::string& name, const std::string& mediaType, const Place& place) const {
    EXHIBIT_ASSIGN(SharedSource data, m_reader.pictureData(idOf(name)));
    const std::string kind = bareMediaType(mediaType);
    if (kind == image::mediaType(image::Format::Jpeg) && place.skeleton.empty())
        return data;
    const auto skeleton = m_files.find(place.skeleton);
    if (kind != image::mediaType(image::Format::Png) || skeleton == m_files.end())
        return fail(ErrorCode::Malformed, "What belongs to this picture besides the page isn't attached.");
    return image::rebuiltPng(skeleton->second.bytes, data);
}

/// From here on such a picture is a file like the attached ones.
void Checker::rebuild(const std::string& name, const std::string& mediaType, const Place& place) {
    if (m_files.contains(name)) {
        contradiction("picture-twice", "A picture that should be on its page alone is attached too, or there twice.",
                      name);
        return;
    }
    const auto picture = rebuilt(name, mediaType, place);
    if (!picture) {
        failure("picture-unreadable", picture.error(), name);
        return;
    }
    const auto digest = sha256(**picture, m_progress);
    if (!digest) {
        failure("picture-unreadable", digest.error(), name);
        return;
    }
    m_files[name] = {*picture, bareMediaType(mediaType), (*picture)->size(), *digest, true};
}

void Checker::rebuildPictures() {
    for (const DisclosedArtifact& artifact : m_manifest->artifacts)
        if (artifact.place.onPage)
            rebuild(artifact.file, artifact.mediaType, artifact.place);
    for (const ReducedPicture& picture : m_manifest->reduced)
        rebuild(picture.file, picture.mediaType, picture.place);
    checkPictureSums();
}

void Checker::checkPictureSums() {
    std::map<std::string, Digest> expected;
    const auto add = [&](const std::string& name) {
        const auto file = m_files.find(name);
        if (file != m_files.end())
            expected.emplace(name, file->second.digest);
    };
    for (const DisclosedArtifact& artifact : m_manifest->artifacts)
        if (artifact.place.onPage)
            add(artifact.file);
    for (const ReducedPicture& picture : m_manifest->reduced)
        add(picture.file);
    if (textOf(kPictureSumsName, kLargestManifest).value_or("") != sumsOf(expected))
        contradiction("sums-mismatch", "The list of the pages' pictures doesn't say what their SHA-256 values are.",
                      std::string(kPictureSumsName));
}

/// What a profile promises: that everything is attached, or that nothing was reduced.
void Checker::checkProfile() {
    const auto profile = profileFromName(m_manifest->profile);
    if (!profile) {
        m_findings.push_back({"profile-unknown", Severity::Indeterminate,
                              "The dossier is of a kind that this program doesn't know.", m_manifest->profile});
        return;
    }
    const auto& artifacts = m_manifest->artifacts;
    const bool onPages = std::any_of(artifacts.begin(), artifacts.end(),
                                     [](const DisclosedArtifact& artifact) { return artifact.place.onPage; });
    const auto& committed = m_manifest->committed;
    const bool leftOut = !m_manifest->reduced.empty() ||
                         std::any_of(committed.begin(), committed.end(), [](const CommittedArtifact& artifact) {
                             return artifact.reason == Withheld::Size;
                         });
    const bool mayLeaveOut = *profile == Profile::Upload || *profile == Profile::Single;
    if ((*profile == Profile::Full && onPages) || (leftOut && !mayLeaveOut))
        contradiction("profile-mismatch", "The dossier holds less than one of its kind must hold.",
                      m_manifest->profile);
}

void Checker::checkReducedPicture(const ReducedPicture& picture) {
    const auto file = m_files.find(picture.file);
    if (!picture.place.onPage || !picture.file.substr(0, picture.file.rfind('.')).ends_with(kReducedSuffix))
        contradiction("reduced-place", "A reduced picture isn't where and called what it should be.", picture.file);
    // What isn't there was reported when it was looked for.
    if (file != m_files.end() && (file->second.size != picture.size || file->second.digest != picture.digest))
        contradiction("reduced-changed", "The reduced picture isn't the one that the manifest describes.",
                      picture.file);
    const auto isOriginal = [&](const CommittedArtifact& kept) {
        return kept.commitment == picture.of && kept.exhibit == picture.exhibit && kept.role == Role::Screenshot &&
               kept.reason == Withheld::Size;
    };
    if (std::none_of(m_manifest->committed.begin(), m_manifest->committed.end(), isOriginal))
        contradiction("reduced-original", "The original of a reduced picture isn't named as the manifest must do it.",
                      picture.file);
}

void Checker::checkReduced() {
    std::set<Commitment> originals;
    for (const ReducedPicture& picture : m_manifest->reduced) {
        checkReducedPicture(picture);
        if (!originals.insert(picture.of).second)
            contradiction("manifest-duplicate", "The manifest lists two reduced pictures of one original.",
                          picture.file);
    }
}

} // namespace exhibit::dossier
