#pragma once
// libharu's pages -> a complete PDF/A-3a and PDF/UA-1 file: fonts, pictures, structure, attachments, metadata, the
// output intent, and two empty signature fields for a later seal.

#include "pdf/Composition.h"
#include "pdf/FontLibrary.h"
#include "pdf/ImageObjects.h"
#include "pdf/StructureTree.h"
#include "pdf/Xmp.h"

#include <memory>
#include <string>
#include <vector>

namespace exhibit::pdf {

struct LinkTarget {
    std::string uri;
    std::string description;
};

/// An empty signature field on the first page, without an appearance.
struct SignatureField {
    std::string name; ///< "Signature1"
    std::string description;
};

/// What composing leaves behind.
struct ComposedPages {
    Bytes file;                                 ///< the pages as libharu wrote them
    std::vector<ImageSource> images;            ///< by the numbers of the placeholders
    std::vector<std::vector<LinkTarget>> links; ///< of each page, in the order of its annotations
    std::vector<std::string> bookmarks;         ///< titles, by number
    /// Their annotations come behind the links of the first page, and the structure tree counts on it.
    std::vector<SignatureField> signatureFields;
    std::unique_ptr<FontLibrary> fonts;
    StructureTree structure;
    Metadata metadata;
    std::string language;
};

[[nodiscard]] Result<> writeFile(const ComposedPages& pages, const std::vector<Attachment>& attachments, ByteSink& sink,
                                 const Progress& progress);

} // namespace exhibit::pdf
