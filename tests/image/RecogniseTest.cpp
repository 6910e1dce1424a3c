#include "image/PngMaker.h"
#include "pdf/image/ImageScan.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using image::Format;
using namespace std::string_view_literals;

namespace {

std::optional<Format> recognised(std::string_view head) {
    return image::recognise(bytesOf(head));
}

} // namespace

TEST_CASE("formats are recognised by their first bytes") {
    CHECK(image::recognise(test::smallPng()) == Format::Png);
    CHECK(recognised("\xff\xd8\xff\xe0") == Format::Jpeg);
    CHECK(recognised("RIFF\x10\0\0\0WEBPVP8 "sv) == Format::WebP);
    CHECK(recognised("\0\0\0\x18"
                     "ftypheic\0\0\0\0mif1heic"sv) == Format::Heic);
    CHECK(recognised("\0\0\0\x18"
                     "ftypmif1\0\0\0\0mif1heic"sv) == Format::Heic);
}

TEST_CASE("everything else is not") {
    CHECK_FALSE(recognised(""));
    CHECK_FALSE(recognised("\x89PNG"));
    CHECK_FALSE(recognised("\xff\xd8"));
    CHECK_FALSE(recognised("GIF89a"));
    CHECK_FALSE(recognised("%PDF-1.7"));
    CHECK_FALSE(recognised("RIFF\x10\0\0\0WAVEfmt "sv));
    CHECK_FALSE(recognised("RIFF\x10\0\0\0WEB"sv));
    CHECK_FALSE(recognised("\0\0\0\x18"
                           "ftypavif\0\0\0\0mif1miaf"sv));
    CHECK_FALSE(recognised("\0\0\0\x14"
                           "ftypmif1\0\0\0\0mif1heic"sv));
    CHECK_FALSE(recognised("\0\0\0\x18"
                           "ftyphei"sv));
    CHECK_FALSE(recognised(" \x89PNG\r\n\x1a\n"));
}

TEST_CASE("formats have names") {
    CHECK(image::mediaType(Format::Heic) == "image/heic");
    CHECK(image::displayName(Format::WebP) == "WebP");
}
