// Every PNG colour type and depth through the gate and into a derived picture, against pixels computed here.

#include "media/Pictures.h"
#include "media/RowDecoder.h"

#include <cmath>
#include <fstream>
#include <map>

using namespace exhibit;
using namespace exhibit::test;
using namespace std::string_view_literals;

namespace {

struct Kind {
    int colour;
    int depth;
};
constexpr std::array<Kind, 15> kKinds = {{{0, 1},
                                          {0, 2},
                                          {0, 4},
                                          {0, 8},
                                          {0, 16},
                                          {2, 8},
                                          {2, 16},
                                          {3, 1},
                                          {3, 2},
                                          {3, 4},
                                          {3, 8},
                                          {4, 8},
                                          {4, 16},
                                          {6, 8},
                                          {6, 16}}};

/// Pixels that look random and are the same every time.
std::uint32_t noise(std::uint32_t x, std::uint32_t y, std::uint32_t channel) {
    std::uint32_t value = x * 374761393U + y * 668265263U + channel * 2246822519U + 1;
    value = (value ^ (value >> 13)) * 1274126177U;
    return value ^ (value >> 16);
}

Sampler noiseOf(const PngSpec& spec) {
    const std::uint32_t mask = (1U << spec.depth) - 1;
    return [mask](std::uint32_t x, std::uint32_t y) {
        return Pixel{noise(x, y, 0) & mask, noise(x, y, 1) & mask, noise(x, y, 2) & mask, noise(x, y, 3) & mask};
    };
}

Bytes paletteOf(const PngSpec& spec) {
    Bytes palette;
    for (std::uint32_t i = 0; i < (1U << spec.depth); ++i)
        for (std::uint32_t channel = 0; channel < 3; ++channel)
            palette.push_back(static_cast<std::uint8_t>(noise(i, 999, channel)));
    return palette;
}

/// Alpha of the first half of the palette's entries.
Bytes paletteAlpha(const PngSpec& spec) {
    Bytes alpha;
    for (std::uint32_t i = 0; i < (1U << spec.depth) / 2; ++i)
        alpha.push_back(static_cast<std::uint8_t>(noise(i, 1234, 0)));
    return alpha;
}

/// The one transparent colour of a grey or RGB picture: that of the pixel at 2, 1.
Bytes transparentColour(const PngSpec& spec) {
    const Pixel pixel = noiseOf(spec)(2, 1);
    Bytes out;
    for (std::uint32_t channel = 0; channel < spec.channels(); ++channel)
        out.insert(out.end(),
                   {static_cast<std::uint8_t>(pixel.at(channel) >> 8), static_cast<std::uint8_t>(pixel.at(channel))});
    return out;
}

struct Expectation {
    PngSpec spec;
    bool transparency = false;

    /// What stands on white paper at that place, 8 bits a colour.
    [[nodiscard]] Bytes at(std::uint32_t x, std::uint32_t y) const {
        const Pixel pixel = noiseOf(spec)(x, y);
        if (spec.colour == 3)
            return indexed(pixel[0]);
        const double most = (1U << spec.depth) - 1;
        const std::uint32_t colours = spec.colour == 0 || spec.colour == 4 ? 1 : 3;
        double alpha = spec.colour >= 4 ? pixel.at(colours) / most : 1;
        if (transparency && isTransparent(pixel))
            alpha = 0;
        Bytes out;
        for (std::uint32_t channel = 0; channel < colours; ++channel)
            out.push_back(onWhite(pixel.at(channel) / most, alpha));
        return out;
    }
    [[nodiscard]] bool isTransparent(const Pixel& pixel) const {
        const Pixel key = noiseOf(spec)(2, 1);
        return std::equal(pixel.begin(), pixel.begin() + spec.channels(), key.begin());
    }
    [[nodiscard]] Bytes indexed(std::uint32_t index) const {
        const Bytes palette = paletteOf(spec);
        const Bytes alphas = paletteAlpha(spec);
        const double alpha = transparency && index < alphas.size() ? alphas[index] / 255.0 : 1;
        Bytes out;
        for (std::size_t channel = 0; channel < 3; ++channel)
            out.push_back(onWhite(palette[3 * index + channel] / 255.0, alpha));
        return out;
    }
    static std::uint8_t onWhite(double colour, double alpha) {
        return static_cast<std::uint8_t>(std::lround((colour * alpha + 1 - alpha) * 255));
    }
    [[nodiscard]] Bytes all() const {
        Bytes out;
        for (std::uint32_t y = 0; y < spec.height; ++y)
            for (std::uint32_t x = 0; x < spec.width; ++x)
                out = joinedTo(std::move(out), at(x, y));
        return out;
    }
    static Bytes joinedTo(Bytes out, const Bytes& more) {
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
};

Bytes fileOf(const Expectation& wanted) {
    Bytes before;
    if (wanted.spec.colour == 3)
        before = chunk("PLTE", paletteOf(wanted.spec));
    if (wanted.transparency)
        before = joined({before, chunk("tRNS", wanted.spec.colour == 3 ? paletteAlpha(wanted.spec)
                                                                       : transparentColour(wanted.spec))});
    return png(wanted.spec, noiseOf(wanted.spec), before);
}

std::string operationOf(const Expectation& wanted) {
    std::string words;
    const auto add = [&words](bool applies, std::string_view word) {
        if (applies)
            words += (words.empty() ? "" : "+") + std::string(word);
    };
    add(wanted.spec.colour >= 4 || wanted.transparency, "flatten-alpha");
    add(wanted.spec.depth == 16, "reduce-to-8-bit");
    add(wanted.spec.interlaced, "deinterlace");
    return words;
}

void check(const Expectation& wanted) {
    INFO("colour " << wanted.spec.colour << " depth " << wanted.spec.depth << " interlaced " << wanted.spec.interlaced
                   << " tRNS " << wanted.transparency << " " << wanted.spec.width << "x" << wanted.spec.height);
    const MemorySource source(fileOf(wanted));
    const auto inspection = media::inspect(source, media::NullMediaHelper());
    REQUIRE(inspection);
    CHECK(inspection->alpha == (wanted.spec.colour >= 4 || wanted.transparency));
    CHECK(inspection->bitDepth == wanted.spec.depth);
    CHECK(inspection->interlaced == wanted.spec.interlaced);
    CHECK_FALSE(media::disclosesPlaceOrDevice(*inspection));
    const std::string operation = operationOf(wanted);
    REQUIRE(media::needsDerivation(*inspection) == !operation.empty());
    const auto derived = media::derive(source, *inspection);
    REQUIRE(derived.has_value() == !operation.empty());
    if (!derived)
        return;
    CHECK(derived->operation == operation);
    CHECK(chunkTypes(derived->bytes) == "IHDR IDAT IEND");
    const PlainPixels pixels = plainPixels(derived->bytes);
    CHECK(pixels.width == wanted.spec.width);
    CHECK(pixels.height == wanted.spec.height);
    CHECK(pixels.samples == wanted.all());
    CHECK_FALSE(media::needsDerivation(*inspected(derived->bytes)));
}

} // namespace

TEST_CASE("every colour type and depth becomes what it shows") {
    for (const Kind& kind : kKinds)
        for (const bool interlaced : {false, true})
            for (const bool transparency : {false, true})
                if (!(transparency && kind.colour >= 4))
                    check({{37, 29, kind.depth, kind.colour, interlaced}, transparency});
}

TEST_CASE("interlaced pictures too small for some passes are read") {
    for (std::uint32_t width = 1; width <= 5; ++width)
        for (std::uint32_t height = 2; height <= 5; ++height)
            check({{width, height, 8, 2, true}, false});
}

TEST_CASE("rows that pass through decode to what was written") {
    for (const Kind& kind : kKinds) {
        const Expectation wanted{{37, 29, kind.depth, kind.colour, false}, false};
        if (!operationOf(wanted).empty())
            continue;
        const MemorySource source(fileOf(wanted));
        const auto layout = image::scanPng(source);
        REQUIRE(layout);
        CHECK(layout->canPassThrough());
        const auto decoder = media::openPng(source, *layout, {});
        REQUIRE(decoder);
        Bytes all;
        for (std::uint32_t y = 0; y < 29; ++y) {
            const auto row = (*decoder)->nextRow();
            REQUIRE(row);
            all.insert(all.end(), row->begin(), row->end());
        }
        CHECK((*decoder)->finish());
        CHECK(all == wanted.all());
    }
}

TEST_CASE("the colour space is kept in what is derived") {
    const PngSpec rgba{9, 9, 8, 6, false};
    const Bytes profile = iccProfile("RGB ");
    const MemorySource withProfile(png(rgba, noiseOf(rgba), iccpChunk(profile)));
    const auto derived = media::derive(withProfile, *media::inspect(withProfile, media::NullMediaHelper()));
    REQUIRE(derived);
    CHECK(chunkTypes(derived->bytes) == "IHDR iCCP IDAT IEND");
    CHECK(image::scanPng(MemorySource(derived->bytes))->iccProfile == profile);
    const MemorySource withSrgb(png(rgba, noiseOf(rgba), chunk("sRGB", Bytes{1})));
    const auto again = media::derive(withSrgb, *media::inspect(withSrgb, media::NullMediaHelper()));
    REQUIRE(again);
    CHECK(chunkTypes(again->bytes) == "IHDR sRGB IDAT IEND");
}

TEST_CASE("pictures of one colour are refused, whatever their kind") {
    const std::string_view words = "same colour";
    for (const Kind& kind : kKinds) {
        const PngSpec spec{20, 10, kind.depth, kind.colour, false};
        const Bytes before = kind.colour == 3 ? chunk("PLTE", paletteOf(spec)) : Bytes{};
        refused(inspected(png(
                    spec,
                    [](auto, auto) {
                        return Pixel{1, 1, 1, 1};
                    },
                    before)),
                ErrorCode::InvalidArgument, words);
        const auto oneOff = [](auto x, auto y) { return x == 19 && y == 9 ? Pixel{0, 0, 0, 0} : Pixel{1, 1, 1, 1}; };
        CHECK(inspected(png(spec, oneOff, before)));
    }
    const PngSpec rgba{4, 4, 8, 6, false};
    const auto invisible = [](auto x, auto y) { return Pixel{x * 50, y * 50, 9, 0}; };
    refused(inspected(png(rgba, invisible)), ErrorCode::InvalidArgument, words);
    const auto whiteOrInvisible = [](auto x, auto y) { return x == y ? Pixel{255, 255, 255, 255} : Pixel{x, y, 0, 0}; };
    refused(inspected(png(rgba, whiteOrInvisible)), ErrorCode::InvalidArgument, words);
    const Bytes sameTwice = chunk("PLTE", Bytes{7, 8, 9, 7, 8, 9});
    refused(inspected(png(
                {8, 8, 1, 3, false},
                [](auto x, auto) {
                    return Pixel{x % 2, 0, 0, 0};
                },
                sameTwice)),
            ErrorCode::InvalidArgument, words);
    refused(inspected(png({1, 1, 8, 2, false}, noiseOf({1, 1, 8, 2, false}))), ErrorCode::InvalidArgument, words);
}

TEST_CASE("data that doesn't unpack to just the picture is refused") {
    const PngSpec spec{6, 6, 8, 2, false};
    const Bytes raw = rows(spec, noiseOf(spec));
    const auto fileWith = [](const Bytes& stream) {
        return joined({signature(), header(6, 6, 8, 2), chunk("IDAT", stream), end()});
    };
    CHECK(inspected(fileWith(deflated(raw))));
    Bytes shorter(raw.begin(), raw.end() - 1);
    refused(inspected(fileWith(deflated(shorter))), ErrorCode::Malformed, "unpacked");
    refused(inspected(fileWith(deflated(joined({raw, Bytes(7)})))), ErrorCode::Malformed, "unpacked");
    refused(inspected(fileWith(joined({deflated(raw), bytesOf("hidden")}))), ErrorCode::Malformed, "unpacked");
    refused(inspected(fileWith(Bytes(50, 0x55))), ErrorCode::Malformed, "unpacked");
    Bytes wrongSum = deflated(raw);
    wrongSum.back() = static_cast<std::uint8_t>(wrongSum.back() ^ 1U);
    refused(inspected(fileWith(wrongSum)), ErrorCode::Malformed, "unpacked");
    Bytes wrongFilter = raw;
    wrongFilter[0] = 5;
    refused(inspected(fileWith(deflated(wrongFilter))), ErrorCode::Malformed, "unpacked");
    for (std::size_t size = 1; size < deflated(raw).size(); ++size) {
        const Bytes stream = deflated(raw);
        refused(inspected(fileWith(Bytes(stream.begin(), stream.begin() + static_cast<std::ptrdiff_t>(size)))),
                ErrorCode::Malformed, "unpacked");
    }
}

TEST_CASE("what isn't a picture is refused in plain words") {
    refused(inspected({}), ErrorCode::Malformed, "empty");
    refused(inspected(Bytes(200, 'x')), ErrorCode::Unsupported, "not a PNG, JPEG, WebP or HEIC");
    refused(inspected(joined({bytesOf("<html>"), smallPng()})), ErrorCode::Unsupported, "not a PNG");
    refused(inspected(joined({signature(), header(0, 9, 8, 2), end()})), ErrorCode::Malformed, "zero");
    refused(inspected(joined({signature(), header(30000, 30000, 8, 2), end()})), ErrorCode::LimitExceeded, "too large");
    refused(inspected(joined({bytesOf("RIFF\x10\0\0\0WEBPVP8 "sv), Bytes(20)})), ErrorCode::Unsupported,
            "WebP pictures need exhibit17-media beside the program");
    image::Limits limits;
    limits.bytes = 20;
    refused(inspected(smallPng(), limits), ErrorCode::LimitExceeded, "too large");
}

TEST_CASE("texts, times and data behind the end are facts, and disclose") {
    const Bytes packed = deflated(bytesOf("packed text"));
    const Bytes texts =
        joined({chunk("tEXt", "Author\0J\xfcrgen"sv), chunk("zTXt", joined({bytesOf("Comment\0\0"sv), packed})),
                chunk("iTXt", "Title\0\0\0de\0Titel\0Gr\xc3\xbc\xc3\x9f"sv),
                chunk("iTXt", joined({bytesOf("Packed\0\1\0\0\0"sv), packed}))});
    const auto inspection = inspected(smallPng(texts));
    REQUIRE(inspection);
    REQUIRE(inspection->texts.size() == 4);
    const std::vector<std::pair<std::string, std::string>> wanted = {{"Author", "J\xc3\xbcrgen"},
                                                                     {"Comment", "packed text"},
                                                                     {"Title", "Gr\xc3\xbc\xc3\x9f"},
                                                                     {"Packed", "packed text"}};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(inspection->texts[i].keyword == wanted[i].first);
        CHECK(inspection->texts[i].value == wanted[i].second);
        CHECK_FALSE(inspection->texts[i].cut);
    }
    CHECK(inspection->disclosures.size() == 4);
    for (const Bytes& odd : {chunk("tIME", Bytes(7)), chunk("eXIf", "MM\0*"sv), chunk("abCd", "x"sv)})
        CHECK(media::disclosesPlaceOrDevice(*inspected(smallPng(odd))));
    CHECK(media::disclosesPlaceOrDevice(*inspected(joined({smallPng(), Bytes(1)}))));
    CHECK(inspected(joined({smallPng(), Bytes(44)}))->trailingBytes == 44);
    CHECK_FALSE(media::disclosesPlaceOrDevice(*inspected(smallPng(chunk("gAMA", big32(45455))))));
    CHECK_FALSE(media::disclosesPlaceOrDevice(*inspected(smallPng(chunk("bKGD", Bytes(6))))));
}

TEST_CASE("odd text chunks don't get in the way") {
    for (const Bytes& odd :
         {chunk("tEXt", ByteView()), chunk("tEXt", "no zero"sv), chunk("zTXt", ByteView()), chunk("zTXt", "k\0"sv),
          chunk("zTXt", "k\0\7junk"sv), chunk("zTXt", "k\0\0not zlib"sv), chunk("iTXt", ByteView()),
          chunk("iTXt", "k\0"sv), chunk("iTXt", "k\0\1"sv), chunk("iTXt", "k\0\1\0"sv),
          chunk("iTXt", "k\0\0\0\0\0\xff\xfe"sv), chunk("tEXt", Bytes(500))}) {
        const auto inspection = inspected(smallPng(odd));
        REQUIRE(inspection);
        CHECK(inspection->texts.size() == 1);
        CHECK(media::disclosesPlaceOrDevice(*inspection));
    }
    Bytes many;
    for (int i = 0; i < 3000; ++i)
        many = joined({many, chunk("tEXt", "k\0v"sv)});
    CHECK(inspected(smallPng(many))->texts.size() == 200);
}

TEST_CASE("an animation is taken as its first picture and says so") {
    const Bytes control = joined({big32(0), big32(5), big32(4), big32(0), big32(0), Bytes(6)});
    const Bytes before = joined({chunk("acTL", joined({big32(2), big32(0)})), chunk("fcTL", control)});
    const Bytes after = chunk("fdAT", joined({big32(1), bytesOf("SECRETFRAME")}));
    const MemorySource source(smallPng(before, after));
    const auto inspection = media::inspect(source, media::NullMediaHelper());
    REQUIRE(inspection);
    CHECK(inspection->animated);
    CHECK(media::disclosesPlaceOrDevice(*inspection));
    const auto cleaned = media::clean(source, *inspection);
    REQUIRE(cleaned);
    CHECK(cleaned->bytes == smallPng());
}

TEST_CASE("a cleaned PNG holds the same data and nothing else") {
    const Bytes kept = joined({chunk("gAMA", big32(45455)), chunk("cHRM", Bytes(32)), iccpChunk(iccProfile("RGB ")),
                               chunk("pHYs", joined({big32(3780), big32(3780), Bytes{1}}))});
    const Bytes more = joined({chunk("tEXt", "Software\0SECRET"sv), chunk("tIME", Bytes(7)), chunk("eXIf", "SECRET"sv),
                               chunk("abCd", "SECRET"sv), chunk("gAMA", "SECRETSECRET"sv), chunk("bKGD", Bytes(6))});
    const Bytes after = joined({chunk("zTXt", "SECRET\0\0"sv), chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0SECRET"sv)});
    const MemorySource source(joined({smallPng(joined({kept, more}), after), bytesOf("PK\3\4SECRET")}));
    const auto inspection = media::inspect(source, media::NullMediaHelper());
    REQUIRE(inspection);
    CHECK_FALSE(inspection->metadataProblem.empty());
    const auto cleaned = media::clean(source, *inspection);
    REQUIRE(cleaned);
    CHECK(cleaned->operation == "strip-metadata");
    CHECK(cleaned->bytes == smallPng(kept));
    CHECK_FALSE(holds(cleaned->bytes, "SECRET"));
    CHECK_FALSE(media::disclosesPlaceOrDevice(*inspected(cleaned->bytes)));
}

TEST_CASE("palette and transparency survive cleaning") {
    const Expectation wanted{{9, 9, 4, 3, true}, true};
    const Bytes file = fileOf(wanted);
    const auto cleaned = media::clean(MemorySource(file), *inspected(file));
    REQUIRE(cleaned);
    CHECK(cleaned->bytes == file);
}

TEST_CASE("bombs take no memory") {
    const auto peak = [] {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmHWM:"))
                return std::stol(line.substr(6));
        return 0L;
    };
    const Bytes large = bomb({4000, 4000, 8, 2, false});
    const Bytes text = smallPng(chunk("zTXt", joined({bytesOf("k\0\0"sv), zeros(std::uint64_t{1} << 26)})));
    const Bytes profile = smallPng(chunk("iCCP", joined({bytesOf("k\0\0"sv), zeros(std::uint64_t{1} << 26)})));
    REQUIRE(large.size() < 200'000);
    std::ofstream("/proc/self/clear_refs") << 5; // sets the peak back
    const long before = peak();
    REQUIRE(before > 0);
    refused(inspected(large), ErrorCode::InvalidArgument, "same colour");
    const auto inspection = inspected(text);
    REQUIRE(inspection);
    CHECK(inspection->texts.at(0).cut);
    CHECK(inspected(profile));
    CHECK(peak() - before < 24 * 1024); // KiB; unpacked they are 46, 64 and 64 MiB
    image::Limits limits;
    limits.memory = 1 << 20;
    refused(inspected(bomb({2000, 2000, 8, 2, true}), limits), ErrorCode::LimitExceeded, "interlaced");
}
