// The helper process: what it decodes, what it reads, and what happens when it is missing, hangs, crashes or lies.

#include "media/HelperProtocol.h"
#include "media/JpegMaker.h"
#include "media/Pictures.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sys/wait.h>
#include <webp/encode.h>
#include <webp/mux.h>

using namespace exhibit;
using namespace exhibit::test;
using namespace std::chrono_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::uint32_t kWidth = 23;
constexpr std::uint32_t kHeight = 17;

/// RGBA; the alpha channel varies too if asked for.
Bytes rgba(bool alpha) {
    Bytes pixels;
    for (std::uint32_t y = 0; y < kHeight; ++y)
        for (std::uint32_t x = 0; x < kWidth; ++x) {
            const auto grow = [](std::uint32_t value) { return static_cast<std::uint8_t>(value); };
            const Bytes pixel = {grow(x * 11), grow(y * 15), grow(x * y % 256),
                                 grow(alpha ? (x * 7 + y * 3) % 256 : 255)};
            pixels.insert(pixels.end(), pixel.begin(), pixel.end());
        }
    return pixels;
}

Bytes onWhite(const Bytes& pixels) {
    Bytes out;
    for (std::size_t at = 0; at < pixels.size(); at += 4)
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const int alpha = pixels[at + 3];
            out.push_back(static_cast<std::uint8_t>((pixels[at + channel] * alpha + 255 * (255 - alpha) + 127) / 255));
        }
    return out;
}

Bytes taken(WebPData& data) {
    Bytes file(data.bytes, data.bytes + data.size);
    WebPDataClear(&data);
    return file;
}

/// Lossless, with the colours under transparent pixels kept.
Bytes webp(const Bytes& pixels) {
    WebPConfig config;
    WebPPicture picture;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    REQUIRE(WebPConfigInit(&config));
    REQUIRE(WebPPictureInit(&picture));
    config.lossless = 1;
    config.exact = 1;
    picture.use_argb = 1;
    picture.width = kWidth;
    picture.height = kHeight;
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    REQUIRE(WebPPictureImportRGBA(&picture, pixels.data(), kWidth * 4));
    REQUIRE(WebPEncode(&config, &picture));
    Bytes file(writer.mem, writer.mem + writer.size);
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&writer);
    return file;
}

Bytes webpWith(const Bytes& file, const std::map<std::string, Bytes>& chunks) {
    const WebPData data{file.data(), file.size()};
    WebPMux* mux = WebPMuxCreate(&data, 1);
    REQUIRE(mux != nullptr);
    for (const auto& [name, bytes] : chunks) {
        const WebPData chunkData{bytes.data(), bytes.size()};
        REQUIRE(WebPMuxSetChunk(mux, name.c_str(), &chunkData, 1) == WEBP_MUX_OK);
    }
    WebPData out;
    REQUIRE(WebPMuxAssemble(mux, &out) == WEBP_MUX_OK);
    WebPMuxDelete(mux);
    return taken(out);
}

Bytes animatedWebp(const std::vector<Bytes>& frames) {
    WebPAnimEncoderOptions options;
    REQUIRE(WebPAnimEncoderOptionsInit(&options));
    WebPAnimEncoder* encoder = WebPAnimEncoderNew(kWidth, kHeight, &options);
    WebPConfig config;
    REQUIRE(WebPConfigInit(&config));
    config.lossless = 1;
    int time = 0;
    for (const Bytes& frame : frames) {
        WebPPicture picture;
        REQUIRE(WebPPictureInit(&picture));
        picture.use_argb = 1;
        picture.width = kWidth;
        picture.height = kHeight;
        REQUIRE(WebPPictureImportRGBA(&picture, frame.data(), kWidth * 4));
        REQUIRE(WebPAnimEncoderAdd(encoder, &picture, time, &config));
        WebPPictureFree(&picture);
        time += 100;
    }
    REQUIRE(WebPAnimEncoderAdd(encoder, nullptr, time, nullptr));
    WebPData out;
    REQUIRE(WebPAnimEncoderAssemble(encoder, &out));
    WebPAnimEncoderDelete(encoder);
    return taken(out);
}

Result<media::Inspection> withHelper(const Bytes& file, const image::Limits& limits = {}) {
    return media::inspect(MemorySource(file), helper(), limits);
}

media::Derived derivedFrom(const Bytes& file) {
    const MemorySource source(file);
    const auto inspection = media::inspect(source, helper());
    REQUIRE(inspection);
    REQUIRE(media::needsDerivation(*inspection));
    auto derived = media::derive(source, *inspection);
    REQUIRE(derived);
    return *derived;
}

std::string valueOf(const media::Inspection& inspection, std::string_view key) {
    for (const media::MetadataFact& fact : inspection.metadata)
        if (fact.key == key)
            return fact.value;
    return {};
}

bool discloses(const media::Inspection& inspection, std::string_view what) {
    return std::any_of(inspection.disclosures.begin(), inspection.disclosures.end(),
                       [what](const std::string& entry) { return entry.find(what) != std::string::npos; });
}

/// A program that isn't the helper, and goes with its folder.
class FakeHelper {
public:
    explicit FakeHelper(std::string_view script) {
        std::string pattern = (std::filesystem::temp_directory_path() / "exhibit-helper-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        m_folder = pattern;
        std::ofstream(program()) << "#!/bin/sh\n" << script << "\n";
        std::filesystem::permissions(program(), std::filesystem::perms::owner_all);
    }
    ~FakeHelper() { std::filesystem::remove_all(m_folder); }
    FakeHelper(const FakeHelper&) = delete;
    FakeHelper& operator=(const FakeHelper&) = delete;
    [[nodiscard]] std::filesystem::path program() const { return m_folder / "helper"; }
    /// What the gate says about a WebP decoded by it.
    [[nodiscard]] Result<media::Inspection> inspect(std::chrono::milliseconds timeout = 20s) const {
        return media::inspect(MemorySource(webp(rgba(false))), media::HelperProcess(program(), timeout));
    }
    /// A file in its folder.
    [[nodiscard]] std::string file(std::string_view name, ByteView bytes) const {
        const auto path = m_folder / name;
        std::ofstream(path, std::ios::binary) << textOf(bytes);
        return path.string();
    }

private:
    std::filesystem::path m_folder;
};

bool hasChildren() {
    return ::waitpid(-1, nullptr, WNOHANG) != -1;
}

} // namespace

TEST_CASE("WebP decodes to its very pixels, on white") {
    for (const bool alpha : {false, true}) {
        const Bytes file = webp(rgba(alpha));
        const auto inspection = withHelper(file);
        REQUIRE(inspection);
        CHECK(inspection->format == image::Format::WebP);
        CHECK(inspection->width == kWidth);
        CHECK(inspection->alpha == alpha);
        CHECK_FALSE(media::disclosesPlaceOrDevice(*inspection));
        const media::Derived derived = derivedFrom(file);
        CHECK(derived.operation == (alpha ? "decode-webp+flatten-alpha" : "decode-webp"));
        CHECK(plainPixels(derived.bytes).samples == onWhite(rgba(alpha)));
        CHECK_FALSE(hasChildren());
    }
}

TEST_CASE("a WebP's profile is kept, its orientation applied, its metadata seen") {
    const Bytes file = webpWith(webp(rgba(false)), {{"ICCP", iccProfile("RGB ")}, {"EXIF", exif(6, true)}});
    const auto inspection = withHelper(file);
    REQUIRE(inspection);
    CHECK(inspection->metadataProblem.empty());
    CHECK(valueOf(*inspection, "Exif.Image.Make") == "SECRETMAKE");
    CHECK(discloses(*inspection, "Exif.GPSInfo.GPSLatitude"));
    const media::Derived derived = derivedFrom(file);
    CHECK(derived.operation == "decode-webp+turn-upright");
    const PlainPixels pixels = plainPixels(derived.bytes);
    CHECK(pixels.width == kHeight);
    // The stored top left pixel is shown at the top right.
    const Bytes stored = onWhite(rgba(false));
    CHECK(std::equal(stored.begin(), stored.begin() + 3, pixels.samples.begin() + (kHeight - 1) * 3));
    CHECK(image::scanPng(MemorySource(derived.bytes))->iccProfile == iccProfile("RGB "));
    CHECK_FALSE(holds(derived.bytes, "SECRET"));
}

TEST_CASE("an animated WebP is taken as its first frame") {
    Bytes second = rgba(false);
    std::reverse(second.begin(), second.end());
    for (std::size_t at = 3; at < second.size(); at += 4)
        second[at] = 255;
    const Bytes file = animatedWebp({rgba(false), second});
    const auto inspection = withHelper(file);
    REQUIRE(inspection);
    CHECK(inspection->animated);
    CHECK(discloses(*inspection, "further frames"));
    CHECK(plainPixels(derivedFrom(file).bytes).samples == onWhite(rgba(false)));
}

TEST_CASE("unknown parts of a WebP and data behind it count as metadata") {
    const Bytes file = webp(rgba(false));
    CHECK(media::disclosesPlaceOrDevice(*withHelper(joined({file, Bytes(8)}))));
    CHECK(media::disclosesPlaceOrDevice(*withHelper(webpWith(file, {{"abcd", Bytes(6)}}))));
}

TEST_CASE("HEIC decodes, upright, with its EXIF read and left out of what is derived") {
    const auto source = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / "quarters.heic");
    REQUIRE(source);
    const auto inspection = media::inspect(**source, helper());
    REQUIRE(inspection);
    CHECK(inspection->format == image::Format::Heic);
    CHECK(inspection->width == 64);
    CHECK(inspection->height == 48);
    CHECK(valueOf(*inspection, "Exif.Image.Model") == "SECRETMODEL");
    CHECK(discloses(*inspection, "Exif.GPSInfo.GPSLatitude"));
    const auto derived = media::derive(**source, *inspection);
    REQUIRE(derived);
    CHECK(derived->operation == "decode-heic");
    CHECK_FALSE(holds(derived->bytes, "SECRET"));
    const PlainPixels pixels = plainPixels(derived->bytes);
    static constexpr std::array<std::array<int, 3>, 4> wanted = {
        {{200, 30, 40}, {20, 180, 60}, {30, 60, 220}, {240, 220, 20}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t x = i % 2 == 0 ? 16 : 48;
        const std::size_t y = i < 2 ? 12 : 36;
        for (std::size_t channel = 0; channel < 3; ++channel)
            CHECK(std::abs(pixels.samples.at((y * 64 + x) * 3 + channel) - wanted.at(i).at(channel)) < 12);
    }
    CHECK_FALSE(media::clean(**source, *inspection));
}

TEST_CASE("every truncation of WebP and HEIC is refused with a reason") {
    const auto heic = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / "quarters.heic");
    REQUIRE(heic);
    const Bytes heicFile = *(*heic)->readAll(1 << 20);
    for (const Bytes& file : {webp(rgba(true)), heicFile})
        for (std::size_t size = 1; size < file.size(); size += 97) {
            const auto result = withHelper(Bytes(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size)));
            REQUIRE_FALSE(result);
            CHECK_FALSE(result.error().message.empty());
        }
}

TEST_CASE("flipped bytes in WebP and HEIC are taken or refused, never a crash of ours") {
    const auto heic = FileSource::open(std::filesystem::path(EXHIBIT_TEST_DATA) / "quarters.heic");
    REQUIRE(heic);
    const Bytes heicFile = *(*heic)->readAll(1 << 20);
    for (const Bytes& file : {webp(rgba(true)), heicFile})
        for (std::size_t at = 16; at < file.size(); at += 41) {
            Bytes flipped = file;
            flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ 0xffU);
            const auto result = withHelper(flipped);
            if (!result)
                CHECK_FALSE(result.error().message.empty());
        }
    CHECK_FALSE(hasChildren());
}

TEST_CASE("limits hold in the helper") {
    image::Limits limits;
    limits.pixels = kWidth * kHeight - 1;
    refused(withHelper(webp(rgba(false)), limits), ErrorCode::LimitExceeded, "too large");
    limits = {};
    limits.memory = 1000;
    refused(withHelper(webp(rgba(false)), limits), ErrorCode::LimitExceeded, "too large");
    limits = {};
    limits.side = kHeight;
    refused(withHelper(webp(rgba(false)), limits), ErrorCode::LimitExceeded, "too large");
}

TEST_CASE("a WebP of one colour is refused") {
    refused(withHelper(webp(Bytes(kWidth * kHeight * 4, 0x80))), ErrorCode::InvalidArgument, "same colour");
}

TEST_CASE("EXIF of a JPEG is read, judged by what it tells") {
    const Bytes plain =
        jpeg({.width = 20, .height = 20}, [](auto x, auto y, int) { return static_cast<std::uint8_t>(x * y); });
    const auto revealing = withHelper(withSegments(plain, exifSegment(8, true)));
    REQUIRE(revealing);
    CHECK(valueOf(*revealing, "Exif.Image.Software") == "SECRETSOFTWARE");
    for (const auto* key : {"Exif.Image.Make", "Exif.Image.Model", "Exif.Image.Software", "Exif.GPSInfo.GPSLatitude",
                            "Exif.GPSInfo.GPSLongitude"})
        CHECK(discloses(*revealing, key));
    const auto harmless = withHelper(withSegments(plain, exifSegment(8, false)));
    REQUIRE(harmless);
    CHECK(valueOf(*harmless, "Exif.Image.Orientation") == "left, bottom");
    CHECK_FALSE(media::disclosesPlaceOrDevice(*harmless));
    // Without the helper nobody knows, so that it counts.
    const auto unread = inspected(withSegments(plain, exifSegment(8, false)));
    REQUIRE(unread);
    CHECK(unread->orientation == 8);
    CHECK_FALSE(unread->metadataProblem.empty());
    CHECK(media::disclosesPlaceOrDevice(*unread));
}

TEST_CASE("EXIF and XMP of a PNG are read") {
    const Bytes xmp =
        chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0"
                      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                      "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                      "xmlns:xmp='http://ns.adobe.com/xap/1.0/' "
                      "xmp:CreatorTool='SECRETTOOL'/></rdf:RDF></x:xmpmeta>"sv);
    const auto withXmp = withHelper(smallPng({}, xmp));
    REQUIRE(withXmp);
    CHECK(valueOf(*withXmp, "Xmp.xmp.CreatorTool") == "SECRETTOOL");
    const auto withExif = withHelper(smallPng(chunk("eXIf", exif(3, true))));
    REQUIRE(withExif);
    CHECK(withExif->orientation == 3);
    CHECK(valueOf(*withExif, "Exif.Image.Model") == "SECRETMODEL");
    CHECK(discloses(*withExif, "Exif.Image.Model"));
}

TEST_CASE("a missing helper is named") {
    const MemorySource source(webp(rgba(false)));
    for (const auto* path : {"/nonexistent/exhibit17-media", "/etc/hostname", "/etc/hostname/exhibit17-media"}) {
        const auto result = media::inspect(source, media::HelperProcess(path));
        refused(result, ErrorCode::Unsupported, "WebP pictures need exhibit17-media beside the program");
        CHECK(result.error().object == path);
    }
}

TEST_CASE("a helper that hangs is killed and leaves no zombie") {
    const FakeHelper hanging("exec sleep 1000");
    const auto start = std::chrono::steady_clock::now();
    refused(hanging.inspect(300ms), ErrorCode::LimitExceeded, "takes too long");
    CHECK(std::chrono::steady_clock::now() - start < 10s);
    CHECK_FALSE(hasChildren());
    const FakeHelper trickling("cat >/dev/null; while true; do echo x; done");
    refused(trickling.inspect(5s), ErrorCode::Malformed, "odd");
    CHECK_FALSE(hasChildren());
}

TEST_CASE("a helper that crashes or lies is the picture's misfortune, not ours") {
    refused(FakeHelper("kill -SEGV $$").inspect(), ErrorCode::Malformed, "gave up");
    refused(FakeHelper("exit 0").inspect(), ErrorCode::Malformed, "gave up");
    refused(FakeHelper("cat >/dev/null; exit 1").inspect(), ErrorCode::Malformed, "gave up");
    refused(FakeHelper("cat >/dev/null; yes | tr -d '\\n'").inspect(), ErrorCode::Malformed, "gave up");
    refused(FakeHelper("cat >/dev/null; echo '{\"bytes\":999999999999}'").inspect(), ErrorCode::LimitExceeded,
            "too large");
    refused(FakeHelper("cat >/dev/null; echo '{\"bytes\":1000}'; echo short").inspect(), ErrorCode::Malformed,
            "gave up");
    refused(FakeHelper("cat >/dev/null; echo '{\"bytes\":-1}'").inspect(), ErrorCode::Malformed, "odd");
    refused(FakeHelper("cat >/dev/null; echo '[]'").inspect(), ErrorCode::Malformed, "odd");
    refused(FakeHelper("cat >/dev/null; echo '{\"error\":\"no-space\",\"message\":\"made up\"}'").inspect(),
            ErrorCode::Malformed, "made up");
    refused(FakeHelper("cat >/dev/null; echo '{\"error\":\"malformed\"}'").inspect(), ErrorCode::Malformed, "odd");
    CHECK_FALSE(hasChildren());
}

TEST_CASE("what a helper hands back passes the gate again") {
    const auto answering = [](const Bytes& png) {
        const FakeHelper fake("cat >/dev/null; cd \"$(dirname \"$0\")\"; cat answer");
        media::HelperReply reply;
        reply.bytes = png.size();
        reply.operation = "decode-webp";
        (void)fake.file("answer", joined({bytesOf(media::encode(reply)), png}));
        return fake.inspect();
    };
    CHECK(answering(smallPng()));
    refused(answering(Bytes(30, 'x')), ErrorCode::Malformed, "not a PNG");
    refused(answering(smallPng(chunk("tEXt", "a\0b"sv))), ErrorCode::Malformed, "odd");
    refused(answering(png({5, 5, 8, 6, false},
                          [](auto x, auto) {
                              return Pixel{x, 2, 3, 128};
                          })),
            ErrorCode::Malformed, "odd");
    refused(answering(joined({smallPng(), Bytes(4)})), ErrorCode::Malformed, "odd");
}

TEST_CASE("requests and replies survive the way") {
    const media::HelperRequest request{media::HelperJob::Metadata, image::Format::Jpeg, {1, 2, 3, 4, 5, 6}, 7};
    const auto decoded = media::decodeRequest(media::encode(request));
    REQUIRE(decoded);
    CHECK(decoded->job == media::HelperJob::Metadata);
    CHECK(decoded->format == image::Format::Jpeg);
    CHECK(decoded->bytes == 7);
    CHECK(decoded->limits.bytes == 1);
    CHECK(decoded->limits.pixels == 2);
    CHECK(decoded->limits.side == 3);
    CHECK(decoded->limits.parts == 4);
    CHECK(decoded->limits.profile == 5);
    CHECK(decoded->limits.memory == 6);
    for (const auto* bad : {"", "{}", "[]", "{\"format\":\"image/webp\"}", "{\"format\":\"image/gif\",\"bytes\":1}"})
        CHECK_FALSE(media::decodeRequest(bad));
    const auto facts = media::decodeFacts(media::encodeFacts({{"Exif.Image.Make", "\"quoted\" \xc3\xbc"}}));
    REQUIRE(facts);
    CHECK(facts->at(0).value == "\"quoted\" \xc3\xbc");
    CHECK(facts->at(0).disclosing);
    for (const auto* bad : {"", "{}", "[1]", "[[1,2]]", "[[\"a\"]]"})
        CHECK_FALSE(media::decodeFacts(bad));
}
