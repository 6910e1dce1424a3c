#pragma once
// The font objects of the PDF: Type 0 fonts with the identity encoding, an embedded subset of the font program, exact
// widths and an exact ToUnicode map (ISO 32000-1 9.7, ISO 19005-3 6.2.11).

#include "pdf/FontFace.h"

#include <qpdf/QPDF.hh>
#include <vector>

namespace exhibit::pdf {

struct FontObject {
    std::string resourceName; ///< without the slash
    QPDFObjectHandle font;
};

/// One font object for each part of the face that is used. Streams are left uncompressed: the file writer does that.
[[nodiscard]] Result<std::vector<FontObject>> fontObjects(QPDF& pdf, const FontFace& face);

} // namespace exhibit::pdf
