#pragma once
// Attachments (ISO 32000-1 7.11.4, ISO 19005-3 6.8): the name tree, the catalog's /AF, and the streams.

#include "pdf/reader/File.h"

namespace exhibit::pdf::reader {

struct AttachedFile {
    EmbeddedFile facts;
    const Object* stream = nullptr;
};

/// In the order of the name tree. Files that are in one list and not in the other, twice, or unsound are findings.
[[nodiscard]] std::vector<AttachedFile> readAttachments(const File& file, FindingList& findings);

/// The bytes of an attachment, as Reader::attachment says.
[[nodiscard]] Result<SharedSource> openAttachment(const File& file, const AttachedFile& attachment);

} // namespace exhibit::pdf::reader
