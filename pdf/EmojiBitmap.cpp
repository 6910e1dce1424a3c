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

} // namespace

Result<EmojiBitmap> emojiBitmap(const FontFace& face, hb_codepoint_t glyph) {
    hb_blob_t* blob = hb_ot_color_glyph_reference_png(face.shaper(), glyph);
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    Input input{data == nullptr ? std::string_view() : std::string_view(data, length)};
    EmojiBitmap bitmap;
    std::string row;
    const bool decoded = decode(input, bitmap, row);
    hb_blob_destroy(blob);
    if (!decoded)
        return fail(ErrorCode::Malformed, "The emoji font can't be read. Install fonts-noto-color-emoji again.",
                    face.file().name);
    return bitmap;
}

} // namespace exhibit::pdf
