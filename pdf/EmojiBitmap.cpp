#include "pdf/EmojiBitmap.h"

#include <csetjmp>
#include <hb-ot.h>
#include <png.h>
#include <string_view>

namespace exhibit::pdf {
namespace {

constexpr png_uint_32 kMaxSide = 1024;

struct Input {
    std::string_view data;
};

void readInput(png_structp png, png_bytep out, std::size_t length) {
    auto* input = static_cast<Input*>(png_get_io_ptr(png));
    if (length > input->data.size())
        png_error(png, "end of data");
    input->data.copy(reinterpret_cast<char*>(out), length);
    input->data.remove_prefix(length);
}

void ignoreWarning(png_structp, png_const_charp) {}

/// libpng leaves this function by longjmp when the data is broken, so nothing in it may need a destructor.
bool decode(Input& input, EmojiBitmap& bitmap, std::string& row) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, ignoreWarning);
    png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_read_struct(&png, &info, nullptr);
        return false;
    }
    png_set_user_limits(png, kMaxSide, kMaxSide);
    png_set_read_fn(png, &input, readInput);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_strip_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
    if (png_get_interlace_type(png, info) != PNG_INTERLACE_NONE)
        png_error(png, "interlaced");
    png_read_update_info(png, info);
    bitmap.width = png_get_image_width(png, info);
    bitmap.height = png_get_image_height(png, info);
    row.resize(png_get_rowbytes(png, info));
    if (row.size() != std::size_t{bitmap.width} * 4)
        png_error(png, "unexpected format");
    for (png_uint_32 y = 0; y < bitmap.height; ++y) {
        png_read_row(png, reinterpret_cast<png_bytep>(row.data()), nullptr);
        for (std::size_t x = 0; x < row.size(); x += 4) {
            bitmap.rgb.append(row, x, 3);
            bitmap.alpha += row[x + 3];
        }
    }
    png_destroy_read_struct(&png, &info, nullptr);
    return true;
}

struct DestroyBlob {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, DestroyBlob>;

Blob pngOf(const FontFace& face, hb_codepoint_t glyph) {
    return Blob(hb_ot_color_glyph_reference_png(face.shaper(), glyph));
}

std::string_view contentOf(const Blob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return data == nullptr ? std::string_view() : std::string_view(data, length);
}

tl::unexpected<Error> unreadable(const FontFace& face) {
    return fail(ErrorCode::Malformed, "The emoji font can't be read. Install fonts-noto-color-emoji again.",
                face.file().name);
}

} // namespace

Result<EmojiBitmap> emojiBitmap(const FontFace& face, hb_codepoint_t glyph) {
    const Blob blob = pngOf(face, glyph);
    Input input{contentOf(blob)};
    EmojiBitmap bitmap;
    std::string row;
    if (!decode(input, bitmap, row))
        return unreadable(face);
    return bitmap;
}

bool hasEmojiBitmap(const FontFace& face, hb_codepoint_t glyph) {
    return !contentOf(pngOf(face, glyph)).empty();
}

Result<PixelSize> emojiSize(const FontFace& face, hb_codepoint_t glyph) {
    constexpr std::size_t kWidthOffset = 16, kHeightOffset = 20; // in the IHDR chunk, which is the first
    const Blob blob = pngOf(face, glyph);
    const std::string_view png = contentOf(blob);
    if (png.size() < kHeightOffset + 4)
        return unreadable(face);
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (const char byte : png.substr(at, 4))
            value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    };
    return PixelSize{number(kWidthOffset), number(kHeightOffset)};
}

} // namespace exhibit::pdf
