#pragma once
// Where a tall picture can be cut: rows in which nothing changes from one to the next.

#include "core/Bytes.h"
#include "pdf/image/ImageScan.h"

#include <vector>

namespace exhibit::media {

struct RowSurvey {
    /// Rows [begin, end) of which each looks like the one before it: between messages, between lines, in margins.
    struct Gap {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    std::vector<Gap> gaps; ///< from the top down
    /// How high a line of text usually is, in rows: half of what stands between two gaps is higher. 0 if too little
    /// stands there to tell.
    std::uint32_t lineHeight = 0;
};

/// Decodes a PNG or JPEG once, row by row, in constant memory. Empty for one that a viewer turns; errors as openPng and
/// openJpeg.
[[nodiscard]] Result<RowSurvey> surveyRows(const ByteSource& picture, const image::Limits& limits = {});

} // namespace exhibit::media
