#include "pdf/Composition.h"

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <catch2/catch.hpp>
#include <set>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

TEST_CASE("The data of a PNG stand in the file as they are, once for all of its uses") {
    const std::string png = madePng(640, 400);
    const SharedPicture picture = pictureOf(png);
    Document document = emptyDocument();
    document.blocks.emplace_back(Gallery{{{picture, "Small", {{"A thumbnail"}}}}, 3, 90});
    document.blocks.emplace_back(Figure{.picture = picture, .alt = "Large", .id = "exhibit-1-screenshot-1"});
    document.blocks.emplace_back(Figure{.picture = pictureOf(madePng(640, 400, 5)), .alt = "Other", .id = "other"});
    const Bytes file = written(document);
    const PdfProbe probe(file);
    const auto images = probe.images("exhibit-1-screenshot-1");
    REQUIRE(images.size() == 1);
    CHECK(images[0].width == 640);
    CHECK(images[0].height == 400);
    CHECK(probe.rawStream(images[0].objectId) == idatOf(png));
    CHECK(probe.images("other").at(0).objectId != images[0].objectId);
    const std::string text(textOf(file));
    CHECK(text.find(idatOf(png)) == text.rfind(idatOf(png)));
}

TEST_CASE("A JPEG passes as it is") {
    const std::string jpeg = sampleFile("desk-1x-dark-jpg60.jpg");
    Document document = emptyDocument();
    document.blocks.emplace_back(Figure{.picture = pictureOf(jpeg), .alt = "A photo", .id = "photo"});
    const PdfProbe probe(written(document));
    CHECK(probe.rawStream(probe.images("photo").at(0).objectId) == jpeg);
    CHECK(probe.complaints().empty());
}

TEST_CASE("A tall picture is cut across pages, overlaps, and keeps one id") {
    const SharedPicture picture = pictureOf(madePng(300, 4000));
    Document document = emptyDocument();
    document.blocks.emplace_back(Figure{.picture = picture, .alt = "A long chat", .id = "tall", .caption = {{"Long"}}});
    const PdfProbe probe(written(document));
    const auto images = probe.images("tall");
    REQUIRE(images.size() >= 4);
    CHECK(probe.pageCount() >= images.size());
    std::set<std::size_t> pages;
    for (std::size_t i = 0; i < images.size(); ++i) {
        pages.insert(images[i].page);
        CHECK(images[i].objectId == images[0].objectId);
        // All of the same size: the parts fit together.
        CHECK(images[i].matrix.at(0) == Approx(images[0].matrix.at(0)));
        CHECK(images[i].matrix.at(3) == Approx(images[0].matrix.at(3)));
    }
    CHECK(pages.size() == images.size());
    const auto types = probe.elementTypes();
    CHECK(std::count(types.begin(), types.end(), "Figure") == static_cast<std::ptrdiff_t>(images.size()));
    CHECK(probe.brokenParents() == 0);
}

TEST_CASE("Quiet rows decide where a picture is cut") {
    Figure figure{.picture = pictureOf(madePng(300, 4000)), .alt = "A long chat", .id = "tall"};
    const auto firstCut = [&] {
        Document document = emptyDocument();
        document.blocks.emplace_back(figure);
        const auto images = PdfProbe(written(document)).images("tall");
        REQUIRE(images.size() > 1);
        return images[1].matrix.at(5); // the lower edge of the whole picture, seen from the second page
    };
    const double without = firstCut();
    for (std::uint32_t row = 0; row < 4000; row += 70)
        figure.quietRows.push_back(row);
    CHECK(firstCut() < without); // less was shown on the first page
}

TEST_CASE("An EXIF orientation turns the picture by its matrix") {
    // An orientation tag in front of the sample's own data: APP1, TIFF in big endian, one entry.
    const std::string jpeg = sampleFile("desk-1x-dark-jpg60.jpg");
    const SharedPicture plain = pictureOf(jpeg);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
        exif += static_cast<char>(orientation);
        exif += std::string(6, '\0');
        std::string segment("\xFF\xE1\0", 3);
        segment += static_cast<char>(exif.size() + 2);
        const std::string turned = jpeg.substr(0, 2) + segment + exif + jpeg.substr(2);
        const SharedPicture picture = pictureOf(turned);
        const bool isOnItsSide = orientation >= 5;
        CHECK(picture->width() == (isOnItsSide ? plain->height() : plain->width()));
        Document document = emptyDocument();
        document.blocks.emplace_back(Figure{.picture = picture, .alt = "Turned", .id = "turned"});
        const auto image = PdfProbe(written(document)).images("turned").at(0);
        CHECK((image.matrix.at(0) == 0) == isOnItsSide);
        CHECK((image.matrix.at(1) == 0) == !isOnItsSide);
        const double area = image.matrix[0] * image.matrix[3] - image.matrix[1] * image.matrix[2];
        const bool isMirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
        CHECK((area < 0) == isMirrored);
    }
}

TEST_CASE("Other programs find the picture in its full resolution") {
    if (!hasTool("pdfimages"))
        return;
    Document document = emptyDocument();
    document.blocks.emplace_back(Figure{.picture = pictureOf(madePng(640, 480)), .alt = "Pattern", .id = "p"});
    const TestFolder folder;
    const auto path = folder.file("a.pdf", written(document));
    CAPTURE(path);
    REQUIRE(runTool("cd " + folder.path().string() + " && pdfimages -png a.pdf out").status == 0);
    const SharedPicture picture = pictureOf(readFile(folder.path() / "out-000.png"));
    CHECK(picture->width() == 640);
    CHECK(picture->height() == 480);
}

TEST_CASE("A figure needs a picture and words; odd pictures are refused before") {
    Document document = emptyDocument();
    document.blocks.emplace_back(Figure{.picture = pictureOf(madePng(10, 10)), .alt = ""});
    CHECK(Composition::compose(document, installedFonts()).error().code == ErrorCode::InvalidArgument);
    document.blocks.back() = Figure{.picture = nullptr, .alt = "x"};
    CHECK(Composition::compose(document, installedFonts()).error().code == ErrorCode::InvalidArgument);
    std::string alpha = madePng(10, 10);
    CHECK_FALSE(Picture::open(std::make_shared<MemorySource>(alpha.substr(0, alpha.size() - 20))));
    CHECK_FALSE(Picture::open(std::make_shared<MemorySource>(std::string_view("GIF89a"))));
    CHECK_FALSE(Picture::open(std::make_shared<MemorySource>(std::string_view(""))));
}
