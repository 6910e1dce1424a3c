#pragma once
// Pictures as image XObjects (ISO 32000-1 8.9.5): the coded data of a PNG or JPEG is copied as it is.

#include "pdf/FileWriter.h"
#include "pdf/FontFace.h"
#include "pdf/ScannedPicture.h"

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <variant>

namespace exhibit::pdf {

/// A colour glyph of the emoji font.
struct EmojiImage {
    const FontFace* face = nullptr;
    hb_codepoint_t glyph = 0;
};
using ImageSource = std::variant<std::shared_ptr<const ScannedPicture>, EmojiImage>;

class ImageObjects {
public:
    ImageObjects(QPDF& pdf, FileWriter& writer) : m_pdf(pdf), m_writer(writer) {}

    /// Turns the placeholder into the picture.
    [[nodiscard]] Result<> fill(QPDFObjectHandle placeholder, const ImageSource& source);

private:
    [[nodiscard]] QPDFObjectHandle colourSpace(const Bytes& profile, int components);
    void fillPng(QPDFObjectHandle placeholder, const ScannedPicture& picture, const image::PngLayout& layout);
    void fillJpeg(QPDFObjectHandle placeholder, const ScannedPicture& picture, const image::JpegLayout& layout);
    [[nodiscard]] Result<> fillEmoji(QPDFObjectHandle placeholder, const EmojiImage& image);

    QPDF& m_pdf;
    FileWriter& m_writer;
    std::map<Bytes, QPDFObjectHandle> m_profiles; ///< the same profile is stored once
};

} // namespace exhibit::pdf
