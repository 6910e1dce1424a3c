#include "pdf/ImageObjects.h"

#include "pdf/EmojiBitmap.h"

#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace exhibit::pdf {
namespace {

using Object = QPDFObjectHandle;

Object integer(std::uint64_t value) {
    return Object::newInteger(static_cast<long long>(value));
}

Object imageDictionary(std::uint32_t width, std::uint32_t height, int bits, const Object& colours) {
    Object dictionary = Object::parse("<</Type/XObject/Subtype/Image>>");
    dictionary.replaceKey("/Width", integer(width));
    dictionary.replaceKey("/Height", integer(height));
    dictionary.replaceKey("/BitsPerComponent", Object::newInteger(bits));
    dictionary.replaceKey("/ColorSpace", colours);
    return dictionary;
}

/// The samples of a colour glyph, decoded when they are written: thousands of them needn't stand in memory at once.
class EmojiSamples final : public Object::StreamDataProvider {
public:
    enum class Part : std::uint8_t { Colour, Alpha };
    EmojiSamples(EmojiImage image, Part part) : StreamDataProvider(false), m_image(image), m_part(part) {}
    void provideStreamData(const QPDFObjGen&, Pipeline* pipeline) override {
        const auto bitmap = emojiBitmap(*m_image.face, m_image.glyph);
        if (!bitmap)
            throw std::runtime_error(bitmap.error().text());
        const std::string& samples = m_part == Part::Colour ? bitmap->rgb : bitmap->alpha;
        pipeline->write(reinterpret_cast<const unsigned char*>(samples.data()), samples.size());
        pipeline->finish();
    }

private:
    EmojiImage m_image;
    Part m_part;
};

} // namespace

Result<> ImageObjects::fill(Object placeholder, const ImageSource& source) {
    if (const auto* emoji = std::get_if<EmojiImage>(&source))
        return fillEmoji(placeholder, *emoji);
    const ScannedPicture& picture = *std::get<std::shared_ptr<const ScannedPicture>>(source);
    if (const auto* png = std::get_if<image::PngLayout>(&picture.layout()))
        fillPng(placeholder, picture, *png);
    else
        fillJpeg(placeholder, picture, std::get<image::JpegLayout>(picture.layout()));
    return {};
}

/// The picture's own profile, or the device space, which is sRGB here by the output intent (ISO 19005-3 6.2.4.3).
Object ImageObjects::colourSpace(const Bytes& profile, int components) {
    const Object device = Object::newName(components == 1 ? "/DeviceGray" : "/DeviceRGB");
    if (profile.empty())
        return device;
    auto [known, isNew] = m_profiles.try_emplace(profile);
    if (isNew) {
        Object stream = m_pdf.newStream(std::string(textOf(profile)));
        stream.getDict().replaceKey("/N", Object::newInteger(components));
        stream.getDict().replaceKey("/Alternate", device);
        known->second = m_pdf.makeIndirectObject(Object::newArray({Object::newName("/ICCBased"), stream}));
    }
    return known->second;
}

// ISO 32000-1 7.4.4.4: IDAT data is what FlateDecode with a PNG predictor expects.
void ImageObjects::fillPng(Object placeholder, const ScannedPicture& picture, const image::PngLayout& layout) {
    const int components = layout.colour == image::PngColour::Grey ? 1 : 3;
    Object colours = colourSpace(layout.srgb ? Bytes() : layout.iccProfile, components);
    if (layout.colour == image::PngColour::Palette)
        colours = Object::newArray({Object::newName("/Indexed"), colours, integer(layout.palette.size() / 3 - 1),
                                    Object::newString(std::string(textOf(layout.palette)))});
    Object dictionary = imageDictionary(layout.width, layout.height, layout.bitDepth, colours);
    dictionary.replaceKey("/Filter", Object::newName("/FlateDecode"));
    dictionary.replaceKey("/DecodeParms", Object::newDictionary({{"/Predictor", Object::newInteger(15)},
                                                                 {"/Colors", Object::newInteger(layout.channels())},
                                                                 {"/BitsPerComponent",
                                                                  integer(static_cast<std::uint64_t>(layout.bitDepth))},
                                                                 {"/Columns", integer(layout.width)}}));
    placeholder.replaceDict(dictionary);
    CopiedData data{picture.source(), {}};
    for (const image::ByteRange& range : layout.idat)
        data.pieces.push_back({range.offset, range.length});
    m_writer.copy(placeholder, std::move(data));
}

void ImageObjects::fillJpeg(Object placeholder, const ScannedPicture& picture, const image::JpegLayout& layout) {
    Object dictionary = imageDictionary(layout.width, layout.height, layout.precision,
                                        colourSpace(layout.iccProfile, layout.components));
    dictionary.replaceKey("/Filter", Object::newName("/DCTDecode"));
    placeholder.replaceDict(dictionary);
    m_writer.copy(placeholder, {picture.source(), {{0, layout.imageEnd}}});
}

Result<> ImageObjects::fillEmoji(Object placeholder, const EmojiImage& image) {
    EXHIBIT_ASSIGN(const PixelSize size, emojiSize(*image.face, image.glyph));
    const auto fillWith = [&](Object stream, EmojiSamples::Part part, const char* colours) {
        stream.replaceDict(imageDictionary(size.width, size.height, 8, Object::newName(colours)));
        stream.replaceStreamData(std::make_shared<EmojiSamples>(image, part), Object::newNull(), Object::newNull());
    };
    Object alpha = m_pdf.newStream();
    fillWith(alpha, EmojiSamples::Part::Alpha, "/DeviceGray");
    fillWith(placeholder, EmojiSamples::Part::Colour, "/DeviceRGB");
    placeholder.getDict().replaceKey("/SMask", alpha);
    return {};
}

} // namespace exhibit::pdf
