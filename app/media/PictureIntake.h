#pragma once
// Pictures on their way into a case: through the gate, with what a PDF needs made beside the original.

#include "core/Capture.h"
#include "media/MediaHelper.h"

namespace exhibit::media {

/// Puts a picture into `items` as it is, and behind it a derived picture if a PDF can't carry it as it is or if it
/// tells more than it shows. Adds a sentence to `notes` for what the person should know. Nothing is added if the gate
/// refuses the picture; the error then says why, with the picture's name.
[[nodiscard]] Result<> takePicture(CapturedItem item, const MediaHelper& helper, std::vector<CapturedItem>& items,
                                   std::vector<std::string>& notes);

} // namespace exhibit::media
