#pragma once
// A picture in the PDF against the file that it was made from.

#include "pdf/reader/PageReading.h"

namespace exhibit::pdf::reader {

/// True if all drawings show one picture, together all of it, large enough and with nothing painted over it.
[[nodiscard]] bool isShownWhole(const std::vector<FigureDrawing>& drawings);

/// True if the image XObject holds exactly the coded data of the PNG or JPEG, and its dictionary says the same about
/// them as the file does. The errors of the scan if the file isn't sound; Unsupported for another format.
[[nodiscard]] Result<bool> sameAsFile(const File& file, const Object& image, const ByteSource& picture);

} // namespace exhibit::pdf::reader
