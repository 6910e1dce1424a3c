#pragma once
// Files in the file (ISO 32000-1 7.11.4), each associated with the document (ISO 19005-3 6.8).

#include "pdf/Composition.h"
#include "pdf/FileWriter.h"

#include <qpdf/QPDF.hh>
#include <vector>

namespace exhibit::pdf {

/// InvalidArgument for a name that isn't flat, empty or used twice, and for a media type that is none.
[[nodiscard]] Result<> checkAttachments(const std::vector<Attachment>& attachments);

/// Adds checked attachments to the name tree and to the catalog's associated files.
[[nodiscard]] Result<> attachFiles(QPDF& pdf, FileWriter& writer, std::vector<Attachment> attachments);

} // namespace exhibit::pdf
