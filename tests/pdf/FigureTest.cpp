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

namespace {

/// The row of the whole picture at which its second part begins, and the one at which the first ends.
struct Cut {
    double firstEnds = 0, secondBegins = 0;
};

/// By the rectangles of the parts' elements and the place of the whole picture.
Cut firstCut(const Figure& figure) {
    Document document = emptyDocument();
    document.blocks.emplace_back(figure);
    const PdfProbe probe(written(document));
    const auto images = probe.images(figure.id);
    const auto boxes = probe.figureBoxes();
    REQUIRE(images.size() > 1);
    REQUIRE(boxes.size() == images.size());
    const auto rowAt = [&](std::size_t part, double y) { // matrix: width 0 0 height left bottom
        const double top = images[part].matrix.at(5) + images[part].matrix.at(3);
        return (top - y) / images[part].matrix.at(3) * figure.picture->height();
    };
    return {rowAt(0, boxes[0].at(1)), rowAt(1, boxes[1].at(3))};
}

} // namespace

TEST_CASE("A tall picture is cut in the widest quiet gap, and the overlap begins in one too") {
    Figure figure{.picture = pictureOf(madePng(300, 4000)), .alt = "A long chat", .id = "tall"};
    const Cut anywhere = firstCut(figure);
    CHECK(anywhere.secondBegins < anywhere.firstEnds);
    const auto last = static_cast<std::uint32_t>(anywhere.firstEnds);
    // Narrow gaps nearer to the end of the page don't count beside a wide one.
    figure.quietRows = {{last - 200, 4}, {last - 120, 40}, {last - 40, 4}, {last - 5, 6}};
    CHECK(firstCut(figure).firstEnds == Approx(last - 120).margin(1));
    // Of wide ones the last counts.
    figure.quietRows = {{last - 120, 60}, {last - 30, 40}, {last + 10, 80}};
    CHECK(firstCut(figure).firstEnds == Approx(last - 30).margin(1));
    // Too far up, it would leave the page half empty.
    figure.quietRows = {{last / 2, 60}};
    CHECK(firstCut(figure).firstEnds == Approx(anywhere.firstEnds).margin(1));
    // The second part repeats from a quiet row on.
    figure.quietRows = {{last - 36, 8}, {last, 8}};
    CHECK(firstCut(figure).secondBegins == Approx(last - 36).margin(1));
}

namespace {

Figure phone(const std::string& id, std::uint32_t height = 780) {
    return {.picture = pictureOf(madePng(360, height, static_cast<std::uint32_t>(id.size()))),
            .alt = "Phone " + id,
            .id = id,
            .caption = {{"Caption of " + id}},
            .minScale = 0.8};
}

} // namespace

TEST_CASE("Pictures of phones stand side by side and are read one after the other") {
    Document document = emptyDocument();
    document.blocks.emplace_back(FigureColumns{{phone("a"), phone("bb"), phone("ccc")}});
    const PdfProbe probe(written(document));
    const auto a = probe.images("a").at(0), b = probe.images("bb").at(0), c = probe.images("ccc").at(0);
    CHECK(a.page == b.page);
    CHECK(a.matrix.at(4) + a.matrix.at(0) < b.matrix.at(4));
    CHECK(a.matrix.at(5) == Approx(b.matrix.at(5)));
    CHECK(c.matrix.at(4) == Approx(a.matrix.at(4)));
    CHECK(c.page == a.page + 1);
    CHECK(probe.staysOnPages());
    CHECK(probe.brokenParents() == 0);
    std::vector<std::string> types = probe.elementTypes();
    types.resize(8);
    CHECK(types == std::vector<std::string>{"Document", "H1", "Figure", "P", "Figure", "P", "Figure", "P"});
}

TEST_CASE("A tall picture goes on in the next column, then on the next page") {
    Document document = emptyDocument();
    document.blocks.emplace_back(FigureColumns{{phone("first"), phone("tall", 4000), phone("last")}});
    const Bytes file = written(document);
    const PdfProbe probe(file);
    const auto parts = probe.images("tall");
    REQUIRE(parts.size() >= 4);
    const std::size_t start = probe.images("first").at(0).page;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(parts[i].page == start + (i + 1) / 2); // "first" has a column before it
        CHECK(parts[i].matrix.at(0) == Approx(parts[0].matrix.at(0)));
    }
    CHECK(probe.staysOnPages());
    CHECK(probe.brokenParents() == 0);
    if (!hasTool("pdftotext"))
        return;
    const TestFolder folder;
    const auto path = folder.file("a.pdf", file);
    const std::string text = runTool("pdftotext -raw -f 1 -l 2 " + path.string() + " -").output;
    CHECK(text.find("continues on page 2") < text.find("continued from page 1, with an overlap"));
    CHECK(text.find("continues in the next column") < text.find("continued from the column before"));
    CHECK(text.find("continued from the column before") != std::string::npos);
}

TEST_CASE("A row of columns goes below what stands on the page if there is room") {
    Document document = emptyDocument();
    document.blocks.emplace_back(FigureColumns{{phone("a", 300), phone("bb", 300)}});
    document.blocks.emplace_back(FigureColumns{{phone("ccc", 300)}, 3});
    document.blocks.emplace_back(FigureColumns{});
    const PdfProbe probe(written(document));
    CHECK(probe.images("a").at(0).page == 0);
    CHECK(probe.images("ccc").at(0).page == 0);
    CHECK(probe.images("ccc").at(0).matrix.at(0) < probe.images("a").at(0).matrix.at(0));
    document.blocks.emplace_back(FigureColumns{{Figure{.picture = nullptr, .alt = "x"}}});
    CHECK(Composition::compose(document, installedFonts()).error().code == ErrorCode::InvalidArgument);
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
