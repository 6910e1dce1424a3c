#include "dossier/LongPicture.h"

#include "dossier/Disclosure.h"
#include "media/Stitch.h"

#include <algorithm>
#include <charconv>

namespace exhibit::dossier {

namespace {

/// "stitch:2-5": it was put together from the screenshots 2 to 5, counting those that were captured.
struct Parts {
    int first = 0;
    int last = 0;
};

bool isLong(const Artifact& artifact) {
    return artifact.parent && artifact.operation.starts_with(media::kStitchOperation);
}

/// Without its parts a long picture has all screenshots: rather too many than too few are kept back.
Parts partsOf(const Artifact& whole) {
    constexpr int kAll = 1 << 30;
    Parts parts;
    const std::string& text = whole.operation;
    const char* const end = text.data() + text.size();
    const char* at = text.data() + std::min(text.size(), media::kStitchOperation.size() + 1);
    const auto first = std::from_chars(at, end, parts.first);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-')
        return {1, kAll};
    const auto last = std::from_chars(first.ptr + 1, end, parts.last);
    return last.ec == std::errc() && last.ptr == end ? parts : Parts{1, kAll};
}

/// Of a captured screenshot, from 1.
int numberOf(const std::vector<Artifact>& artifacts, const Artifact& original) {
    int number = 0;
    for (const Artifact& artifact : artifacts) {
        number += artifact.role == Role::Screenshot && !artifact.parent ? 1 : 0;
        if (artifact.id == original.id)
            return number;
    }
    return 0;
}

bool belongsTo(const std::vector<Artifact>& artifacts, const Artifact& whole, const Artifact& artifact) {
    if (artifact.role != Role::Screenshot)
        return false;
    const Parts parts = partsOf(whole);
    const int number = numberOf(artifacts, *originalOf(artifacts, artifact));
    return number >= parts.first && number <= parts.last;
}

} // namespace

const Artifact* longPictureFrom(const std::vector<Artifact>& artifacts, const Artifact& first) {
    const auto whole = std::find_if(artifacts.begin(), artifacts.end(), [&](const Artifact& artifact) {
        return isLong(artifact) && artifact.parent == first.id;
    });
    return whole == artifacts.end() ? nullptr : &*whole;
}

bool isFurtherPart(const std::vector<Artifact>& artifacts, const Artifact& screenshot) {
    return std::any_of(artifacts.begin(), artifacts.end(), [&](const Artifact& whole) {
        return isLong(whole) && whole.parent != screenshot.id && belongsTo(artifacts, whole, screenshot);
    });
}

bool sharesRedaction(const std::vector<Artifact>& artifacts, const Artifact& artifact) {
    return std::any_of(artifacts.begin(), artifacts.end(), [&](const Artifact& whole) {
        return isLong(whole) && belongsTo(artifacts, whole, artifact) &&
               std::any_of(artifacts.begin(), artifacts.end(), [&](const Artifact& other) {
                   return isRedacted(other) && belongsTo(artifacts, whole, other);
               });
    });
}

} // namespace exhibit::dossier
