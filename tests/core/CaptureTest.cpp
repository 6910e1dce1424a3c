#include "core/Capture.h"
#include "core/CaptureRecord.h"

#include <catch2/catch.hpp>

using namespace exhibit;

namespace {

Capture sample() {
    Capture capture;
    capture.method = "window";
    capture.surface = Surface::WhatsApp;
    capture.conversation = Conversation::Fresh;
    capture.time.utc = Instant{1'795'342'530'123'456'789};
    capture.time.offsetMinutes = 60;
    capture.time.zone = "CET";
    capture.time.monotonicNanoseconds = 9'223'372'036'854'775'807;
    capture.time.synchronised = true;
    capture.time.maxErrorMicroseconds = 1500;
    capture.tool = "exhibit17 0.1.0";
    capture.operatingSystem = "Debian";
    capture.items.push_back(textItem(Role::Prompt, "Who is J\xC3\xBCrgen?\r\n ", Origin::Clipboard, true).value());
    CapturedItem picture;
    picture.role = Role::Screenshot;
    picture.mediaType = "image/png";
    picture.origin = Origin::Screen;
    picture.picture = PictureFacts{1920, 1080, 200, "HDMI-1"};
    picture.bytes = std::make_shared<MemorySource>(Bytes(3000, 7));
    capture.items.push_back(picture);
    return capture;
}

Bytes bundleOf(const Capture& capture) {
    MemorySink sink;
    REQUIRE(writeBundle(capture, sink));
    return sink.take();
}

Result<Capture> readBack(Bytes bytes) {
    return readBundle(std::make_shared<MemorySource>(std::move(bytes)));
}

} // namespace

TEST_CASE("a bundle comes back as it went in") {
    const auto read = readBack(bundleOf(sample()));
    REQUIRE(read);
    CHECK(read->method == "window");
    CHECK(read->surface == Surface::WhatsApp);
    CHECK(read->conversation == Conversation::Fresh);
    CHECK(read->time.utc == sample().time.utc);
    CHECK(read->time.monotonicNanoseconds == sample().time.monotonicNanoseconds);
    REQUIRE(read->items.size() == 2);
    CHECK(textOf(read->items[0].bytes->readAll(100).value()) == "Who is J\xC3\xBCrgen?\r\n ");
    CHECK(read->items[0].confirmed);
    CHECK(read->items[1].picture == PictureFacts{1920, 1080, 200, "HDMI-1"});
    CHECK(read->items[1].bytes->readAll(10'000).value() == Bytes(3000, 7));
}

TEST_CASE("a bundle that was cut, extended or changed anywhere is refused") {
    const Bytes whole = bundleOf(sample());
    for (std::size_t length = 0; length < whole.size(); length += 13)
        REQUIRE_FALSE(readBack(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))));
    Bytes longer = whole;
    longer.push_back('x');
    CHECK_FALSE(readBack(longer));
    const std::size_t artifacts = whole.size() - 3000 - 20;
    for (std::size_t at = artifacts; at < whole.size(); at += 37) {
        Bytes changed = whole;
        changed[at] ^= 1;
        CHECK_FALSE(readBack(changed));
    }
}

TEST_CASE("a bundle can't smuggle in derived artifacts or unknown members") {
    std::string text(textOf(bundleOf(sample())));
    const auto lengthAt = text.find('\n') + 1;
    const auto headerAt = text.find('\n', lengthAt) + 1;
    const auto size = std::stoul(text.substr(lengthAt));
    std::string header = text.substr(headerAt, size);
    header.replace(header.find("\"confirmed\""), 11, "\"parent\":0,\"confirmed\"");
    text = text.substr(0, lengthAt) + std::to_string(header.size()) + "\n" + header + text.substr(headerAt + size);
    const auto read = readBack(Bytes(text.begin(), text.end()));
    REQUIRE_FALSE(read);
    CHECK(read.error().object == "/artifacts/0/parent");
}

TEST_CASE("a NUL in a text is refused with its place, everything else is kept") {
    const auto refused = textItem(Role::Prompt, std::string_view("ab\0c", 4), Origin::File, false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().offset == 2);
    CHECK(textItem(Role::Prompt, "\xFF", Origin::File, false)->mediaType == "application/octet-stream");
    CHECK(textItem(Role::Prompt, "caf\xC3\xA9", Origin::File, false)->mediaType == "text/plain; charset=utf-8");
}

TEST_CASE("a capture record survives reading and writing, and refuses what isn't one") {
    CaptureRecord record;
    record.caseId = std::string(32, 'a');
    record.exhibit = 3;
    record.method = "import";
    record.time = sample().time;
    record.tool = toolName();
    record.operatingSystem = operatingSystemName();
    record.artifacts.push_back({Role::Prompt, sha256(bytesOf("x")), Origin::Typed, true, {}, {}, ""});
    record.artifacts.push_back({Role::Screenshot, sha256(bytesOf("y")), Origin::File, false, PictureFacts{1, 2, 0, ""},
                                sha256(bytesOf("z")), "flatten-alpha"});
    const std::string json = record.toJson().value();
    const auto read = CaptureRecord::fromJson(json);
    REQUIRE(read);
    CHECK(read->toJson().value() == json);

    std::string other = json;
    other.replace(other.find("capture-record/1"), 16, "capture-record/2");
    CHECK(CaptureRecord::fromJson(other).error().code == ErrorCode::Unsupported);
    other = json;
    other.insert(1, "\"extra\":1,");
    CHECK(CaptureRecord::fromJson(other).error().object == "/extra");
    other = json;
    other.replace(other.find("\"exhibit\":3"), 11, "\"exhibit\":-3");
    CHECK(CaptureRecord::fromJson(other).error().object == "/exhibit");
}
