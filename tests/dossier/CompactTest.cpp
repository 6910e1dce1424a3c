// Each picture is stored once, in its page, and can be had again byte for byte.

#include "dossier/Extract.h"
#include "dossier/Forge.h"
#include "dossier/Markups.h"
#include "dossier/ShownText.h"
#include "image/PngMaker.h"
#include "pdf/image/ImageScan.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

constexpr std::uint32_t kWidth = 120;
constexpr std::uint32_t kHeight = 90;
const std::string kFirst = "exhibit-1-screenshot-1.png";

dossier::ExportOptions compact() {
    dossier::ExportOptions options;
    options.profile = dossier::Profile::Compact;
    return options;
}

CapturedItem made(Bytes file) {
    CapturedItem item = picture("desk-1x-light.png", kWidth, kHeight);
    item.bytes = std::make_shared<MemorySource>(std::move(file));
    return item;
}

Pixel mixed(std::uint32_t x, std::uint32_t y) {
    return {x * 2, y * 2, (x * y) % 256, 255};
}

Bytes rgb(std::size_t pieces = 1) {
    return png({kWidth, kHeight}, mixed, {}, {}, pieces);
}

Bytes palette() {
    const auto oneOfTwo = [](std::uint32_t x, std::uint32_t y) { return Pixel{(x + y) % 2}; };
    return png({kWidth, kHeight, 8, 3}, oneOfTwo, chunk("PLTE", std::string("\x10\x20\x30\xf0\xe0\xd0", 6)));
}

Bytes grey(int depth) {
    return png({kWidth, kHeight, depth, 0}, [depth](auto x, auto y) { return Pixel{(x + y) % (1U << depth)}; });
}

/// What a page can't carry as it is: the picture, and the one that the gate made of it.
void addWithDerived(Capture& capture, Bytes original, const std::string& operation) {
    CapturedItem derived = made(rgb());
    derived.parent = capture.items.size();
    derived.operation = operation;
    derived.origin = Origin::Program;
    capture.items.push_back(made(std::move(original)));
    capture.items.push_back(derived);
}

/// Takes a dossier apart and answers the folder.
std::filesystem::path extracted(const std::filesystem::path& dossier, const Folder& folder) {
    const auto file = FileSource::open(dossier);
    REQUIRE(file);
    const std::filesystem::path out = folder / "extracted";
    const auto extraction = dossier::extractDossier(*file, out, Existing::Replace);
    INFO((extraction ? describe(extraction->verification) : extraction.error().text()));
    REQUIRE(extraction);
    CHECK(extraction->verification.verdict == Verdict::IntactUnanchored);
    CHECK_FALSE(extraction->files.empty());
    return out;
}

void checkRefused(const std::filesystem::path& dossier, const Folder& folder) {
    const auto file = FileSource::open(dossier);
    REQUIRE(file);
    const auto extraction = dossier::extractDossier(*file, folder / "out", Existing::Refuse);
    REQUIRE(extraction);
    CHECK(extraction->files.empty());
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
}

std::size_t timesIn(const Bytes& hay, ByteView needle) {
    std::size_t count = 0;
    for (auto at = hay.begin(); (at = std::search(at, hay.end(), needle.begin(), needle.end())) != hay.end(); ++at)
        ++count;
    return count;
}

} // namespace

TEST_CASE("Every kind of picture comes out of a compact dossier byte for byte") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    const std::vector<Bytes> files{rgb(), rgb(300), palette(), grey(8), grey(1), grey(4)};
    for (const Bytes& one : files)
        REQUIRE(file->addExhibit(capture(world, "p", "r", {made(one)})));
    Capture mixedCapture = capture(world, "p", "r", {picture("desk-1x-dark-jpg60.jpg", 1000, 900)});
    const Bytes deep = png({kWidth, kHeight, 16, 2}, [](auto x, auto y) { return Pixel{x * 500, y * 500, 9}; });
    const Bytes clear = png({kWidth, kHeight, 8, 6}, mixed);
    addWithDerived(mixedCapture, deep, "reduce-to-8-bit");
    addWithDerived(mixedCapture, clear, "flatten-alpha");
    REQUIRE(file->addExhibit(mixedCapture));

    const auto result = exportTo(world, *file, folder / "dossier.pdf", compact());
    const auto has = [&](const std::string& name) {
        return std::find(result.attachments.begin(), result.attachments.end(), name) != result.attachments.end();
    };
    const std::filesystem::path out = extracted(folder / "dossier.pdf", folder);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string name = "exhibit-" + std::to_string(i + 1) + "-screenshot-1.png";
        CHECK_FALSE(has(name));
        CHECK(has(name + ".skeleton"));
        CHECK(readFile(out / name) == files[i]);
    }
    CHECK(has("exhibit-7-screenshot-2.png"));
    CHECK(readFile(out / "exhibit-7-screenshot-2.png") == deep);
    CHECK(readFile(out / "exhibit-7-screenshot-3.png") == clear);
    CHECK_FALSE(has("exhibit-7-screenshot-3-shown.png"));
    CHECK(readFile(out / "exhibit-7-screenshot-3-shown.png") == rgb());
    CHECK_FALSE(has("exhibit-7-screenshot-1.jpg"));
    CHECK(readFile(out / "exhibit-7-screenshot-1.jpg") == *sample("desk-1x-dark-jpg60.jpg")->readAll(1 << 24));
    const CommandResult sums = run("cd " + quoted(out) + " && sha256sum --strict -c SHA256SUMS SHA256SUMS-pictures");
    INFO(sums.output);
    CHECK(sums.status == 0);
    struct stat status {};
    REQUIRE(::stat(out.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0700U);
}

TEST_CASE("A compact dossier holds each picture's data once, and is smaller") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto full = exportTo(world, file, folder / "full.pdf");
    const auto small = exportTo(world, file, folder / "compact.pdf", compact());
    std::uint64_t pictures = 0;
    const Bytes bytes = readFile(folder / "compact.pdf");
    for (const char* name : {"desk-1x-light.png", "phone-2x-light.png", "desk-1x-dark-jpg60.jpg"}) {
        const auto original = sample(name)->readAll(1 << 24);
        REQUIRE(original);
        const ByteView middle = ByteView(*original).subspan(original->size() / 2, 48);
        CHECK(timesIn(bytes, middle) == timesIn(*original, middle));
        pictures += original->size();
    }
    CHECK(small.size + pictures < full.size + 10'000);
    const std::string text = run("pdftotext " + quoted(folder / "compact.pdf") + " - | tr '\\n' ' '").output;
    CHECK(text.find("stored here as exhibit-1-screenshot-1.png") != std::string::npos);
    CHECK(text.find("exhibit17 extract") != std::string::npos);
    CHECK(text.find("\u27e6") == std::string::npos);
    CHECK(run("qpdf --check " + quoted(folder / "compact.pdf")).status == 0);
}

TEST_CASE("What VERIFY.txt says works with common tools") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    for (const std::string language : {"en", "de"}) {
        dossier::ExportOptions options = compact();
        options.language = language;
        options.existing = Existing::Replace;
        exportTo(world, file, folder / "dossier.pdf", options);
        std::filesystem::remove_all(folder / "out");
        detach(folder / "dossier.pdf", folder / "out");
        const std::string text = readText(folder / "out" / "VERIFY.txt");
        const std::size_t begin = text.find("cat > rebuild.py");
        const std::size_t end = text.find("\nEND\n");
        REQUIRE(end != std::string::npos);
        const CommandResult steps = run(
            "cd " + quoted(folder / "out") + " && sha256sum --strict -c SHA256SUMS && " +
            text.substr(begin, end - begin) + "\nEND\n" +
            "set -e; pdfimages -list ../dossier.pdf | awk '$3==\"image\" {print $11, $4, $9}' | sort -u | "
            "while read number width kind; do "
            "qpdf --show-object=$number --raw-stream-data ../dossier.pdf > data; "
            "if [ $kind = jpeg ]; then mv data exhibit-2-screenshot-2.jpg; "
            "elif [ $width = 1000 ]; then python3 rebuild.py exhibit-1-screenshot-1.png.skeleton data "
            "exhibit-1-screenshot-1.png; "
            "else python3 rebuild.py exhibit-2-screenshot-1.png.skeleton data exhibit-2-screenshot-1.png; fi; done; "
            "sha256sum --strict -c SHA256SUMS-pictures");
        INFO(steps.output);
        CHECK(steps.status == 0);
        for (const std::string& line : dossier::linesOf(text))
            if (line.find(file.id()) == std::string::npos)
                CHECK(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }) <= 80);
    }
}

TEST_CASE("Redacted and cleaned pictures go into a compact dossier without what was taken out") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    const std::string marker = "Comment" + std::string(1, '\0') + "GPSMARKER 47.5461N";
    const Bytes original = png({kWidth, kHeight}, mixed, chunk("tEXt", marker));
    CapturedItem disclosing = made(original);
    disclosing.discloses = true;
    Capture both = capture(world, "p", "r", {disclosing});
    CapturedItem clean = made(rgb());
    clean.parent = both.items.size() - 1;
    clean.operation = "strip-metadata";
    clean.origin = Origin::Program;
    both.items.push_back(clean);
    REQUIRE(file->addExhibit(both));
    REQUIRE(file->addExhibit(capture(world, "p", "r", {made(rgb())})));
    Redaction redaction;
    redaction.on = Role::Screenshot;
    redaction.region = Region{10, 10, 40, 30};
    REQUIRE(dossier::addRedactions(*file, 2, {redaction}));

    exportTo(world, *file, folder / "dossier.pdf", compact());
    const std::string all = everythingIn(folder / "dossier.pdf", folder);
    CHECK(all.find("GPSMARKER") == std::string::npos);
    const auto out = extracted(folder / "dossier.pdf", folder);
    CHECK(readFile(out / "exhibit-1-screenshot-1-shown.png") == rgb());
    CHECK_FALSE(std::filesystem::exists(out / kFirst));
    const PlainPixels redacted = plainPixels(readFile(out / "exhibit-2-screenshot-1-redacted.png"));
    REQUIRE(redacted.samples.size() == std::size_t{kWidth} * kHeight * 3);
    for (std::size_t x = 12; x < 48; ++x) // within the frame
        CHECK(redacted.samples[(std::size_t{15} * kWidth + x) * 3] == 0);

    dossier::ExportOptions open = compact();
    open.attachOriginalsThatDisclose = true;
    exportTo(world, *file, folder / "open.pdf", open);
    CHECK(readFile(extracted(folder / "open.pdf", folder) / kFirst) == original);
}

TEST_CASE("The same case gives the same compact bytes, and a part of it shows nothing of the rest") {
    const Folder folder;
    World world;
    { const CaseFile file = makeCase(world, folder / "one.exhibit17"); }
    std::filesystem::copy_file(folder / "one.exhibit17", folder / "two.exhibit17");
    dossier::ExportOptions options = compact();
    options.exhibits = {2};
    for (const std::string name : {"one", "two"}) {
        auto file = CaseFile::open(folder / (name + ".exhibit17"), Access::Write, world.environment);
        REQUIRE(file);
        exportTo(world, *file, folder / (name + ".pdf"), options);
    }
    const Bytes bytes = readFile(folder / "one.pdf");
    CHECK(bytes == readFile(folder / "two.pdf"));
    const auto other = sample("desk-1x-light.png")->readAll(1 << 24);
    REQUIRE(other);
    CHECK(timesIn(bytes, ByteView(*other).subspan(other->size() / 2, 32)) == 0);
    CHECK(everythingIn(folder / "one.pdf", folder).find("from Lindau?") == std::string::npos);
}

TEST_CASE("No byte of a compact dossier can be changed unnoticed") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    exportTo(world, file, folder / "dossier.pdf", compact());
    const Bytes honest = readFile(folder / "dossier.pdf");
    constexpr std::size_t kStep = 19997;
    for (std::size_t at = 11; at < honest.size(); at += kStep) {
        Bytes bytes = honest;
        bytes[at] ^= 0x04U;
        const auto verification = dossier::verifyDossier(std::make_shared<MemorySource>(std::move(bytes)));
        INFO("byte " << at);
        CHECK((verification.verdict == Verdict::Tampered || verification.verdict == Verdict::Indeterminate));
    }
}

TEST_CASE("A compact dossier that was forged is found out, and nothing of it is written") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    Forge forge(world, file, compact());
    const std::filesystem::path path = folder / "forged.pdf";
    const std::string skeleton = kFirst + ".skeleton";
    const std::string honest(textOf(*forge.file(skeleton).attachment.bytes->readAll(1 << 24)));
    const auto artifact = [&](const std::string& name) -> DisclosedArtifact& {
        const auto at = std::find_if(forge.manifest.artifacts.begin(), forge.manifest.artifacts.end(),
                                     [&](const DisclosedArtifact& one) { return one.file == name; });
        REQUIRE(at != forge.manifest.artifacts.end());
        return *at;
    };
    std::string expected;

    SECTION("nothing forged: consistent") {}
    SECTION("a byte of the skeleton") {
        std::string changed = honest;
        changed.at(20) ^= 1; // of the height
        forge.replace(skeleton, changed);
        forge.adjustManifest(skeleton);
        expected = "artifact-changed";
    }
    SECTION("bytes behind the skeleton") {
        forge.replace(skeleton, honest + "more");
        forge.adjustManifest(skeleton);
        expected = "artifact-changed";
    }
    SECTION("a skeleton that doesn't fit") {
        forge.replace(skeleton, honest.substr(0, honest.size() - 12));
        forge.adjustManifest(skeleton);
        expected = "picture-unreadable";
    }
    SECTION("another picture on the page") {
        forge.figure("exhibit-1-screenshot-1").picture = forge.figure("exhibit-2-screenshot-1").picture;
        expected = "picture-unreadable";
    }
    SECTION("the same picture with a changed pixel") {
        const auto original = sample("desk-1x-light.png");
        const auto layout = image::scanPng(*original);
        REQUIRE(layout);
        Bytes changed = *original->readAll(1 << 24);
        changed.at(static_cast<std::size_t>(layout->idat.back().offset + layout->idat.back().length / 2)) ^= 1U;
        repairCrcs(changed);
        const auto picture = pdf::Picture::open(std::make_shared<MemorySource>(changed));
        REQUIRE(picture);
        forge.figure("exhibit-1-screenshot-1").picture = *picture;
        expected = "artifact-changed";
    }
    SECTION("the picture attached beside the page") {
        dossier::NamedFile more = forge.file("VERIFY.txt");
        more.attachment.name = kFirst;
        forge.files.insert(forge.files.begin() + 6, more);
        forge.manifest.files = dossier::manifestFiles(forge.files);
        expected = "attachment-unexplained";
    }
    SECTION("another profile") {
        forge.manifest.profile = "full";
        expected = "profile-mismatch";
    }
    SECTION("an unknown profile") {
        forge.manifest.profile = "tiny";
        expected = "profile-unknown";
    }
    SECTION("a text said to be on the page as a picture") {
        artifact("exhibit-1-prompt.txt").place.onPage = true;
        expected = "picture-twice";
    }
    SECTION("a JPEG called a PNG") {
        artifact("exhibit-2-screenshot-2.jpg").mediaType = "image/png";
        expected = "picture-unreadable";
    }
    SECTION("the skeleton left out of the manifest") {
        artifact(kFirst).place.skeleton.clear();
        expected = "attachment-unexplained";
    }
    SECTION("the skeletons exchanged") {
        std::swap(artifact(kFirst).place.skeleton, artifact("exhibit-2-screenshot-1.png").place.skeleton);
        expected = "picture-unreadable";
    }
    SECTION("another list of the pictures' sums") {
        forge.replace("SHA256SUMS-pictures", std::string(64, '0') + "  " + kFirst + "\n");
        forge.adjustManifest("SHA256SUMS-pictures");
        expected = "sums-mismatch";
    }
    SECTION("an artifact left out for its size") {
        forge.manifest.committed.push_back({1, Role::Screenshot, 7, Digest{}, Withheld::Size});
        expected = "profile-mismatch";
    }
    forge.write(path);
    const auto verification = verify(path);
    INFO(describe(verification));
    const Verdict verdict = expected.empty()                ? Verdict::IntactUnanchored
                            : expected == "profile-unknown" ? Verdict::Indeterminate
                                                            : Verdict::Tampered;
    CHECK(verification.verdict == verdict);
    CHECK((expected.empty() || has(verification, expected)));
    if (!expected.empty())
        checkRefused(path, folder);
}

TEST_CASE("A dossier's files are taken out whole or not at all") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    exportTo(world, file, folder / "full.pdf");
    const auto source = FileSource::open(folder / "full.pdf");
    REQUIRE(source);
    const auto extract = [&](Existing existing) { return dossier::extractDossier(*source, folder / "out", existing); };
    SECTION("of a full dossier too") {
        const auto extraction = extract(Existing::Refuse);
        REQUIRE(extraction);
        CHECK(extraction->files.size() == 15);
        CHECK(readFile(folder / "out" / kFirst) == *sample("desk-1x-light.png")->readAll(1 << 24));
        CHECK(run("cd " + quoted(folder / "out") + " && sha256sum --strict -c SHA256SUMS").status == 0);
        // A second time only if told.
        CHECK(extract(Existing::Refuse).error().code == ErrorCode::AlreadyExists);
        CHECK(extract(Existing::Replace));
    }
    SECTION("not over anything else") {
        std::filesystem::create_directory(folder / "out");
        writeFile(folder / "out" / "mine.txt", bytesOf("mine"));
        CHECK(extract(Existing::Refuse).error().code == ErrorCode::AlreadyExists);
        CHECK(extract(Existing::Replace).error().code == ErrorCode::AlreadyExists);
        CHECK(readText(folder / "out" / "mine.txt") == "mine");
    }
    SECTION("not under names that play tricks") {
        for (const std::string name : {".bashrc", "-rf.txt", "a b.json", "exhibit-1\xE2\x80\xAEgnp.exe"}) {
            Forge forge(world, file);
            const std::string record = "exhibit-1-record.json";
            forge.file(record).attachment.name = name;
            forge.manifest.records.front().file = name;
            for (ShownPart& part : forge.manifest.shown)
                if (part.file == record)
                    part.file = name;
            forge.manifest.files = dossier::manifestFiles(forge.files);
            forge.write(folder / "forged.pdf");
            INFO(describe(verify(folder / "forged.pdf")));
            REQUIRE(verify(folder / "forged.pdf").verdict == Verdict::IntactUnanchored);
            const auto refused =
                dossier::extractDossier(*FileSource::open(folder / "forged.pdf"), folder / "out", Existing::Refuse);
            CHECK(refused.error().code == ErrorCode::Malformed);
            CHECK_FALSE(std::filesystem::exists(folder / "out"));
        }
    }
}
