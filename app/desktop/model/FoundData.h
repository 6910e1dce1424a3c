#pragma once
// What may be the person's data in an exhibit: proposals for marks, and nothing but that.

#include "desktop/model/Desk.h"

namespace exhibit::desktop {

struct Proposal {
    Mark mark;
    std::string words; ///< as the text has them, or as a machine read them in a picture
};

struct FoundData {
    std::vector<Proposal> proposals;     ///< prompt, answer, pictures; without what is marked or covered already
    std::optional<Error> picturesUnread; ///< why the pictures weren't looked through
};
/// Looks through prompt, answer and pictures of an exhibit for what the case knows of the person and for what shows by
/// its form. Reading the pictures takes seconds. Cancelled as `progress` says.
[[nodiscard]] Result<FoundData> findData(const Desk& desk, const std::filesystem::path& path, int exhibit,
                                         const Progress& progress = {});

} // namespace exhibit::desktop
