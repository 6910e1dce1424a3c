// What is made for forms: as small as asked for, and honest about it.

#include "dossier/Extract.h"
#include "dossier/Fit.h"
#include "dossier/Forge.h"
#include "dossier/Markups.h"
#include "image/PngMaker.h"
#include "media/UprightRows.h"
#include "pdf/image/ImageScan.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

dossier::ExportOptions upload(std::uint64_t maxSize) {
    dossier::ExportOptions options;
    options.profile = dossier::Profile::Upload;
    options.maxSize = maxSize;
    return options;
}

/// The PDF alone, without the folder beside it.
Result<std::uint64_t> writeUpload(World& world, const CaseFile& file, std::uint64_t maxSize,
                                  const std::filesystem::path& path) {
    MemorySink sink;
    EXHIBIT_TRY(dossier::writeDossier(file, upload(maxSize), world.exporting(), sink));
    writeFile(path, sink.bytes());
    return sink.bytes().size();
}

Manifest manifestOf(const std::filesystem::path& dossier, const Folder& folder) {
    std::filesystem::remove_all(folder / "attached");
    detach(dossier, folder / "attached");
    const auto manifest = Manifest::fromJson(readText(folder / "attached" / "manifest.json"));
    REQUIRE(manifest);
    return *manifest;
}

std::string pageText(const std::filesystem::path& dossier) {
    return run("pdftotext " + quoted(dossier) + " - | tr '\\n' ' '").output;
}

struct Pixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t channels = 0;
    Bytes samples;
};

/// What a picture shows, decoded to its last row.
Pixels pixelsOf(const Bytes& file) {
    const MemorySource source(file);
    media::Inspection inspection;
    if (textOf(file).starts_with("\x89PNG"))
        inspection.png = *image::scanPng(source);
    else
        inspection.jpeg = *image::scanJpeg(source);
    const auto rows = media::UprightRows::open(source, inspection, {});
    REQUIRE(rows);
    Pixels pixels{(*rows)->width(), (*rows)->height(), (*rows)->channels(), {}};
    for (std::uint32_t y = 0; y < pixels.height; ++y) {
        const auto row = (*rows)->next();
        REQUIRE(row);
        pixels.samples.insert(pixels.samples.end(), row->begin(), row->end());
    }
    return pixels;
}

Bytes sampleBytes(const std::string& name) {
    return *sample(name)->readAll(std::uint64_t{1} << 24);
}

/// Whether any of some parts of the picture's file stands in the bytes.
bool holds(const Bytes& hay, const Bytes& picture) {
    for (std::size_t tenth = 3; tenth < 10; ++tenth) {
        const ByteView part = ByteView(picture).subspan(picture.size() * tenth / 10, 40);
        if (std::search(hay.begin(), hay.end(), part.begin(), part.end()) != hay.end())
            return true;
    }
    return false;
}

std::vector<std::string> namesOf(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Runs `work` in a process of its own and answers its exit status; -1 if it was killed.
template <class Work>
int inChild(Work&& work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0)
        ::_exit(work());
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

CapturedItem attachment(std::size_t size) {
    CapturedItem item;
    item.role = Role::Attachment;
    item.mediaType = "application/octet-stream";
    item.origin = Origin::File;
    item.fileName = "recording.bin";
    Bytes bytes(size);
    SeededRandom random(3);
    random.fill(bytes);
    item.bytes = std::make_shared<MemorySource>(std::move(bytes));
    return item;
}

} // namespace

TEST_CASE("An upload is no larger than asked for, and as whole as that allows") {
    const Folder folder;
    World world;
    const CaseFile file = makeCase(world, folder / "case.exhibit17");
    const std::filesystem::path path = folder / "upload.pdf";
    const auto whole = writeUpload(world, file, 50'000'000, path);
    REQUIRE(whole);
    CHECK(manifestOf(path, folder).reduced.empty());
    std::uint64_t before = *whole + 1;
    int reductions = 0;
    for (std::uint64_t limit = *whole; limit > 100'000; limit -= limit / 5) {
        const auto size = writeUpload(world, file, limit, path);
        if (!size) {
            CHECK(size.error().code == ErrorCode::LimitExceeded);
            break;
        }
        INFO("limit " << limit);
        CHECK(*size <= limit);
        CHECK(*size <= before);
        before = *size;
        const auto verification = verify(path);
        INFO(describe(verification));
        CHECK(verification.verdict == Verdict::IntactUnanchored);
        const Manifest manifest = manifestOf(path, folder);
        CHECK(manifest.profile == "upload");
        for (const ReducedPicture& picture : manifest.reduced) {
            ++reductions;
            const bool named = std::any_of(manifest.committed.begin(), manifest.committed.end(), [&](const auto& one) {
                return one.commitment == picture.of && one.reason == Withheld::Size;
            });
            CHECK(named);
        }
        CHECK((pageText(path).find("Reduced to keep this file small") != std::string::npos) ==
              !manifest.reduced.empty());
    }
    CHECK(reductions >= 3);
    CHECK(before < *whole * 3 / 4);
}

TEST_CASE("First a picture is packed anew with the same pixels, then it turns grey, then it gets smaller") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture(world, "p", "r", {picture("phone-2x-light.png", 838, 2488)})));
    const std::filesystem::path path = folder / "upload.pdf";
    const Bytes original = sampleBytes("phone-2x-light.png");
    const auto whole = writeUpload(world, *file, 50'000'000, path);
    REQUIRE(whole);

    REQUIRE(writeUpload(world, *file, *whole - 20'000, path));
    Manifest manifest = manifestOf(path, folder);
    REQUIRE(manifest.reduced.size() == 1);
    CHECK(manifest.reduced[0].reduction == Reduction{100, false, 0});
    const auto extraction = dossier::extractDossier(*FileSource::open(path), folder / "out", Existing::Refuse);
    REQUIRE(extraction);
    const Bytes packed = readFile(folder / "out" / "exhibit-1-screenshot-1-reduced.png");
    CHECK(packed.size() < original.size());
    CHECK(pixelsOf(packed).samples == pixelsOf(original).samples);
    CHECK(chunkTypes(packed).starts_with("IHDR IDAT"));
    CHECK_FALSE(holds(readFile(path), original));

    REQUIRE(writeUpload(world, *file, *whole - 120'000, path));
    manifest = manifestOf(path, folder);
    REQUIRE(manifest.reduced.size() == 1);
    CHECK(manifest.reduced[0].reduction.grey);
    CHECK(manifest.reduced[0].reduction.scalePercent == 100);
    CHECK(pageText(path).find("in grey") != std::string::npos);

    REQUIRE(writeUpload(world, *file, *whole - 200'000, path));
    manifest = manifestOf(path, folder);
    CHECK(manifest.reduced.at(0).reduction.scalePercent < 100);
    CHECK(manifest.reduced.at(0).reduction.scalePercent >= 50); // 838 pixels are twice as many as a phone's screen has

    dossier::ExportOptions german = upload(*whole - 200'000);
    german.language = "de";
    MemorySink sink;
    REQUIRE(dossier::writeDossier(*file, german, world.exporting(), sink));
    writeFile(path, sink.bytes());
    CHECK(pageText(path).find("in Graustufen") != std::string::npos);
    CHECK(pageText(path).find("\u27e6") == std::string::npos);
}

TEST_CASE("Files that no page shows are left out first") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    Capture both = capture(world, "p", "r", {picture("desk-1x-light.png", 1000, 900)});
    both.items.push_back(attachment(400'000));
    REQUIRE(file->addExhibit(both));
    const std::filesystem::path path = folder / "upload.pdf";
    const auto whole = writeUpload(world, *file, 50'000'000, path);
    REQUIRE(whole);
    CHECK(manifestOf(path, folder).committed.empty());
    REQUIRE(writeUpload(world, *file, *whole - 1000, path));
    const Manifest manifest = manifestOf(path, folder);
    CHECK(manifest.reduced.empty());
    REQUIRE(manifest.committed.size() == 1);
    CHECK(manifest.committed[0].role == Role::Attachment);
    CHECK(manifest.committed[0].reason == Withheld::Size);
    CHECK(verify(path).verdict == Verdict::IntactUnanchored);
    CHECK(pageText(path).find("left out to keep the file small") != std::string::npos);
    CHECK(holds(readFile(path), sampleBytes("desk-1x-light.png")));
}

TEST_CASE("What doesn't fit is said with what can be chosen, and nothing is written") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    const auto lines = file.custodyLines()->size();
    const auto environment = world.exporting();
    for (const std::uint64_t limit : {std::uint64_t{1}, std::uint64_t{50'000}, std::uint64_t{120'000}}) {
        const auto refused = dossier::exportDossier(file, folder / "upload.pdf", upload(limit), environment);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::LimitExceeded);
        for (const char* words : {"fewer exhibits", "a limit of at least", "bytes"})
            CHECK(refused.error().message.find(words) != std::string::npos);
    }
    CHECK(namesOf(folder / "").size() == 1);
    CHECK(file.custodyLines()->size() == lines);
    dossier::ExportOptions wrong;
    wrong.maxSize = 5;
    CHECK(dossier::exportDossier(file, folder / "x.pdf", wrong, environment).error().code ==
          ErrorCode::InvalidArgument);
    wrong = upload(1);
    wrong.maxSize.reset();
    CHECK(dossier::exportDossier(file, folder / "x.pdf", wrong, environment).error().code ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("Beside an upload lies a folder for forms that take only pictures or single files") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    constexpr std::uint64_t kLimit = 700'000;
    const auto result = exportTo(world, file, folder / "upload.pdf", upload(kLimit));
    CHECK(result.size <= kLimit);
    CHECK(result.pictureFolder == folder / "upload-pictures");
    CHECK(result.warnings.empty());
    const std::vector<std::string> expected{"SHA256SUMS",    "contact-sheet.png", "exhibit-1.pdf",
                                            "exhibit-1.png", "exhibit-2.pdf",     "exhibit-2.png"};
    CHECK(namesOf(result.pictureFolder) == expected);
    struct stat status {};
    REQUIRE(::stat(result.pictureFolder.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0700U);
    CHECK(run("cd " + quoted(result.pictureFolder) + " && sha256sum --strict -c SHA256SUMS").status == 0);
    for (const std::string& name : expected) {
        INFO(name);
        const std::filesystem::path path = result.pictureFolder / name;
        const Bytes bytes = readFile(path);
        CHECK(bytes.size() <= kLimit);
        REQUIRE(::stat(path.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
        if (name.ends_with(".png")) {
            CHECK(chunkTypes(bytes).starts_with("IHDR IDAT"));
            CHECK(pixelsOf(bytes).width >= 800);
        }
        if (name.ends_with(".pdf")) {
            CHECK(run("qpdf --check " + quoted(path)).status == 0);
            const auto verification = verify(path);
            INFO(describe(verification));
            CHECK(verification.verdict == Verdict::IntactUnanchored);
        }
    }
    const std::string second = pageText(result.pictureFolder / "exhibit-2.pdf");
    CHECK(second.find("Bitte lösche alle") != std::string::npos);
    CHECK(second.find("from Lindau") == std::string::npos);
    CHECK(second.find("About this file") != std::string::npos);
    CHECK(second.find("\u27e6") == std::string::npos);
    // One act, one entry; it binds every file of the folder.
    const auto entry = parseCustodyLine(file.custodyLines()->back());
    REQUIRE(entry);
    CHECK(entry->event == "exported");
    CHECK(entry->details["profile"] == "upload");
    CHECK(entry->details["pictures"] == sha256(readFile(result.pictureFolder / "SHA256SUMS")).hex());
}

TEST_CASE("An upload of some exhibits, redacted and cleaned, shows nothing of the rest") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    // Noise all over, which no PNG makes small, and in the middle a pattern that is nowhere else.
    const auto pixel = [](std::uint32_t x, std::uint32_t y) {
        const std::uint32_t noise = ((x * 2654435761U) ^ (y * 2246822519U)) * 3266489917U >> 25;
        const bool secret = x >= 100 && x < 300 && y >= 100 && y < 200;
        return secret ? Pixel{x / 2 + 100, 255 - x / 2, y + 3, 0} : Pixel{noise, noise / 2, noise, 0};
    };
    CapturedItem original = picture("desk-1x-light.png", 400, 300);
    const std::string comment = "Comment" + std::string(1, '\0') + "GPSMARKER 47.5461N";
    original.bytes = std::make_shared<MemorySource>(png({400, 300}, pixel, chunk("tEXt", comment)));
    original.discloses = true;
    REQUIRE(file->addExhibit(capture(world, "ALPHAPROMPT", "ALPHAANSWER", {picture("desk-1x-light.png", 1000, 900)})));
    Capture second = capture(world, "BETAPROMPT Quirrel", "Mr Quirrel again", {original});
    CapturedItem clean = picture("desk-1x-light.png", 400, 300);
    clean.bytes = std::make_shared<MemorySource>(png({400, 300}, pixel));
    clean.parent = second.items.size() - 1;
    clean.operation = "strip-metadata";
    clean.origin = Origin::Program;
    second.items.push_back(clean);
    REQUIRE(file->addExhibit(second));
    Redaction area;
    area.on = Role::Screenshot;
    area.region = Region{100, 100, 200, 100};
    Redaction word;
    word.text = "Quirrel";
    REQUIRE(dossier::addRedactions(*file, 2, {area, word}));

    MemorySink sink;
    dossier::ExportOptions options = upload(5'000'000);
    options.exhibits = {2};
    REQUIRE(dossier::writeDossier(*file, options, world.exporting(), sink));
    // A little less, so that the picture has to be made anew.
    options.maxSize = sink.bytes().size() - 5'000;
    const auto result = exportTo(world, *file, folder / "upload.pdf", options);
    CHECK(manifestOf(folder / "upload.pdf", folder).reduced.size() == 1);
    CHECK(namesOf(result.pictureFolder) ==
          std::vector<std::string>{"SHA256SUMS", "contact-sheet.png", "exhibit-2.pdf", "exhibit-2.png"});
    for (const std::filesystem::path& path : {folder / "upload.pdf", result.pictureFolder / "exhibit-2.pdf"}) {
        const std::string all = everythingIn(path, folder);
        CHECK(all.find("BETAPROMPT") != std::string::npos);
        for (const char* marker : {"ALPHAPROMPT", "ALPHAANSWER", "GPSMARKER", "Quirrel"})
            CHECK(all.find(marker) == std::string::npos);
        const auto verification = verify(path);
        INFO(describe(verification));
        CHECK(verification.verdict == Verdict::IntactUnanchored);
    }
    const auto extraction =
        dossier::extractDossier(*FileSource::open(folder / "upload.pdf"), folder / "out", Existing::Refuse);
    REQUIRE(extraction);
    int pictures = 0;
    for (const dossier::ExtractedFile& one : extraction->files) {
        if (!one.fromPage)
            continue;
        ++pictures;
        const Pixels pixels = pixelsOf(readFile(folder / "out" / one.name));
        // The middle is black, in colour or grey, at whatever size, and nothing else of it is left.
        for (std::uint32_t y = pixels.height * 36 / 100; y < pixels.height * 64 / 100; ++y)
            for (std::uint32_t x = pixels.width * 28 / 100; x < pixels.width * 72 / 100; ++x)
                if (pixels.samples[(std::size_t{y} * pixels.width + x) * pixels.channels] > 24)
                    FAIL("pixel " << x << "," << y << " of " << one.name);
    }
    CHECK(pictures == 1);
}

TEST_CASE("An upload and its folder appear together or not at all") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture(world, "p", "r", {picture("desk-1x-light.png", 1000, 900)})));
    const auto environment = world.exporting();
    // Opened anew: a child process may not use its parent's case.
    const auto attempt = [&](Existing existing, const Progress& progress = {}) -> Result<dossier::ExportResult> {
        EXHIBIT_ASSIGN(CaseFile own, CaseFile::open(folder / "case.exhibit17", Access::Write, world.environment));
        dossier::ExportOptions options = upload(5'000'000);
        options.existing = existing;
        return dossier::exportDossier(own, folder / "up.pdf", options, environment, progress);
    };
    const std::vector<std::string> made{"case.exhibit17", "up-pictures", "up.pdf"};
    std::vector<std::string> expected{"case.exhibit17"};

    SECTION("a file or a folder of that name stays") {
        std::filesystem::create_directory(folder / "up-pictures");
        writeFile(folder / "up-pictures" / "mine.txt", bytesOf("mine"));
        CHECK(attempt(Existing::Refuse).error().code == ErrorCode::AlreadyExists);
        CHECK(attempt(Existing::Replace).error().code == ErrorCode::AlreadyExists);
        CHECK(readText(folder / "up-pictures" / "mine.txt") == "mine");
        CHECK_FALSE(std::filesystem::exists(folder / "up.pdf"));
        std::filesystem::remove_all(folder / "up-pictures");
        writeFile(folder / "up.pdf", bytesOf("mine"));
        CHECK(attempt(Existing::Refuse).error().code == ErrorCode::AlreadyExists);
        CHECK_FALSE(std::filesystem::exists(folder / "up-pictures"));
        CHECK(readText(folder / "up.pdf") == "mine");
        REQUIRE(attempt(Existing::Replace));
        REQUIRE(attempt(Existing::Replace)); // and once more, over its own
        expected = made;
    }
    SECTION("stopped") {
        int calls = 0;
        const auto stopped = attempt(Existing::Refuse, [&](std::uint64_t, std::uint64_t) { return ++calls < 40; });
        CHECK(stopped.error().code == ErrorCode::Cancelled);
    }
    SECTION("killed while writing") {
        for (const int moment : {3, 25, 60}) {
            int calls = 0;
            inChild([&] {
                const auto done = attempt(Existing::Refuse, [&](std::uint64_t, std::uint64_t) {
                    if (++calls == moment)
                        ::raise(SIGKILL);
                    return true;
                });
                return done ? 0 : 1;
            });
            for (const std::string& name : namesOf(folder / ""))
                CHECK((name == "case.exhibit17" || name.starts_with(".exhibit17-")));
        }
        // What was left is cleared by the next one.
        REQUIRE(attempt(Existing::Refuse));
        expected = made;
    }
    SECTION("the disk is full") {
        for (const rlim_t most : {rlim_t{20'000}, rlim_t{300'000}}) {
            const int status = inChild([&] {
                const rlimit limit{most, most};
                ::setrlimit(RLIMIT_FSIZE, &limit);
                ::signal(SIGXFSZ, SIG_IGN);
                const auto done = attempt(Existing::Refuse);
                return !done && done.error().code == ErrorCode::NoSpace ? 0 : 1;
            });
            CHECK(status == 0);
        }
    }
    SECTION("nothing can be made in the folder") {
        CHECK_FALSE(dossier::exportDossier(*file, "/proc/up.pdf", upload(5'000'000), environment));
    }
    CHECK(namesOf(folder / "") == expected);
}

TEST_CASE("A forged upload is found out") {
    const Folder folder;
    World world;
    CaseFile file = makeCase(world, folder / "case.exhibit17");
    // Reduced pictures without the fitting: a compact one whose first picture was made grey.
    dossier::ExportOptions options;
    options.profile = dossier::Profile::Compact;
    Forge forge(world, file, options);
    DisclosedArtifact& shown = *std::find_if(forge.manifest.artifacts.begin(), forge.manifest.artifacts.end(),
                                             [](const DisclosedArtifact& one) { return one.place.onPage; });
    forge.manifest.profile = "upload";
    forge.manifest.committed.push_back({shown.exhibit, shown.role, shown.ordinal, shown.commitment, Withheld::Size});
    const std::string name = "exhibit-1-screenshot-1-reduced.png";
    forge.manifest.reduced.push_back({shown.exhibit,
                                      shown.commitment,
                                      {100, false, 0},
                                      name,
                                      shown.place,
                                      shown.mediaType,
                                      shown.size,
                                      shown.digest});
    ReducedPicture& reduced = forge.manifest.reduced.front();
    for (ShownPart& part : forge.manifest.shown)
        if (part.file == shown.file)
            part.file = name;
    std::string sums(textOf(*forge.file("SHA256SUMS-pictures").attachment.bytes->readAll(1 << 20)));
    sums.replace(sums.find("exhibit-1-screenshot-1.png"), 26, name);
    forge.replace("SHA256SUMS-pictures", sums);
    forge.adjustManifest("SHA256SUMS-pictures");
    forge.manifest.artifacts.erase(forge.manifest.artifacts.begin() + (&shown - forge.manifest.artifacts.data()));
    std::string expected;

    SECTION("nothing more: consistent") {}
    SECTION("its original isn't named") {
        forge.manifest.committed.front().reason = Withheld::Discloses;
        expected = "reduced-original";
    }
    SECTION("an original that nobody recorded") {
        reduced.of.bytes[5] ^= 1U;
        forge.manifest.committed.front().commitment = reduced.of;
        expected = "artifact-unrecorded";
    }
    SECTION("another hash") {
        reduced.digest.bytes[0] ^= 1U;
        expected = "reduced-changed";
    }
    SECTION("twice") {
        ReducedPicture again = reduced;
        again.file = "exhibit-1-screenshot-2-reduced.png";
        forge.manifest.reduced.push_back(again);
        expected = "manifest-duplicate";
    }
    SECTION("under the name of the recorded one") {
        reduced.file = "exhibit-1-screenshot-1.png";
        expected = "reduced-place";
    }
    SECTION("in a dossier that is called whole") {
        forge.manifest.profile = "compact";
        expected = "profile-mismatch";
    }
    forge.write(folder / "forged.pdf");
    const auto verification = verify(folder / "forged.pdf");
    INFO(describe(verification));
    CHECK(verification.verdict == (expected.empty() ? Verdict::IntactUnanchored : Verdict::Tampered));
    CHECK((expected.empty() || has(verification, expected)));
}

TEST_CASE("Marks stay where they belong on a reduced picture") {
    const Folder folder;
    World world;
    auto file = CaseFile::create(folder / "case.exhibit17", details(), world.environment);
    REQUIRE(file);
    REQUIRE(file->addExhibit(capture(world, "p", "r", {picture("phone-2x-light.png", 838, 2488)})));
    Mark mark;
    mark.region = Region{200, 300, 400, 200};
    mark.category = "address";
    REQUIRE(dossier::addMark(*file, 1, mark));
    const auto whole = writeUpload(world, *file, 50'000'000, folder / "upload.pdf");
    REQUIRE(whole);
    REQUIRE(writeUpload(world, *file, *whole - 200'000, folder / "upload.pdf"));
    CHECK(verify(folder / "upload.pdf").verdict == Verdict::IntactUnanchored);

    auto stage = dossier::Stage::set(*file, upload(*whole - 200'000), world.clock);
    REQUIRE(stage);
    REQUIRE(dossier::fit(*stage, *whole - 200'000, World::fonts(), {}));
    CHECK(stage->content().exhibits.at(0).items.back().reduction.value().scalePercent < 100);
    const auto pages = dossier::layOut(stage->scene(), {});
    REQUIRE(pages);
    int figures = 0;
    for (const pdf::Block& block : pages->blocks)
        if (const auto* const figure = std::get_if<pdf::Figure>(&block.value)) {
            REQUIRE(figure->marks.size() == 1);
            ++figures;
            const double width = figure->picture->width();
            CHECK(width < 838);
            CHECK(figure->marks[0].x / width == Approx(200.0 / 838));
            CHECK(figure->marks[0].width / width == Approx(400.0 / 838));
            CHECK(figure->marks[0].y / figure->picture->height() == Approx(300.0 / 2488).epsilon(0.01));
        }
    CHECK(figures == 1);
}
