#include "core/Capture.h"

#include "core/JsonReader.h"
#include "core/Text.h"

#include <array>
#include <charconv>
#include <fstream>

namespace exhibit {

namespace {

constexpr std::string_view kMagic = "EXHIBIT17 CAPTURE 1\n";
constexpr std::string_view kBundleSchema = "exhibit17/capture-bundle/1";
constexpr std::uint64_t kLargestHeader = std::uint64_t{16} << 20;

} // namespace

std::string_view name(Conversation conversation) {
    switch (conversation) {
    case Conversation::Unknown:
        return "unknown";
    case Conversation::Fresh:
        return "fresh";
    case Conversation::Continued:
        return "continued";
    }
    return "unknown";
}

Result<Conversation> conversationFromName(std::string_view text) {
    for (const Conversation value : {Conversation::Unknown, Conversation::Fresh, Conversation::Continued})
        if (text == name(value))
            return value;
    return fail(ErrorCode::InvalidArgument, "Known are: unknown, fresh, continued.");
}

Result<CapturedItem> textItem(Role role, std::string_view text, Origin origin, bool confirmed) {
    const std::size_t nul = text.find('\0');
    if (nul != std::string_view::npos)
        return fail(ErrorCode::InvalidArgument,
                    "The " + std::string(name(role)) +
                        " has a NUL character, which no chat can contain. Is this a text file?",
                    {}, nul);
    CapturedItem item;
    item.role = role;
    item.mediaType = firstInvalidUtf8(text) ? "application/octet-stream" : "text/plain; charset=utf-8";
    item.origin = origin;
    item.confirmed = confirmed;
    item.bytes = std::make_shared<MemorySource>(text);
    return item;
}

std::string operatingSystemName() {
    std::ifstream file("/etc/os-release");
    for (std::string line; std::getline(file, line);) {
        constexpr std::string_view key = "PRETTY_NAME=";
        if (!line.starts_with(key))
            continue;
        std::string value = line.substr(key.size());
        std::erase(value, '"');
        return escapeForDisplay(value, EscapeStyle::Line);
    }
    return "Linux";
}

std::string toolName() {
    return "exhibit17 " EXHIBIT_VERSION;
}

namespace {

Result<Json> itemJson(const CapturedItem& item) {
    EXHIBIT_ASSIGN(const Digest digest, sha256(*item.bytes));
    Json json{{"role", name(item.role)},     {"mediaType", item.mediaType}, {"origin", name(item.origin)},
              {"confirmed", item.confirmed}, {"fileName", item.fileName},   {"size", item.bytes->size()},
              {"sha256", digest.hex()}};
    if (item.picture)
        json["picture"] = toJson(*item.picture);
    return json;
}

Result<CapturedItem> readItem(const JsonReader& in, const SharedSource& source, std::uint64_t& offset) {
    EXHIBIT_TRY(in.only({"role", "mediaType", "origin", "confirmed", "fileName", "size", "sha256", "picture"}));
    CapturedItem item;
    EXHIBIT_ASSIGN(item.role, in.converted("role", roleFromName));
    EXHIBIT_ASSIGN(item.mediaType, in.string("mediaType"));
    EXHIBIT_ASSIGN(item.origin, in.converted("origin", originFromName));
    EXHIBIT_ASSIGN(item.confirmed, in.boolean("confirmed"));
    EXHIBIT_ASSIGN(item.fileName, in.string("fileName"));
    if (in.has("picture")) {
        EXHIBIT_ASSIGN(const JsonReader picture, in.object("picture"));
        EXHIBIT_ASSIGN(item.picture, readPictureFacts(picture));
    }
    EXHIBIT_ASSIGN(const Digest digest, in.converted("sha256", Digest::fromHex));
    EXHIBIT_ASSIGN(const std::int64_t size, in.integer("size", 0, kMaxJsonInteger));
    const auto length = static_cast<std::uint64_t>(size);
    if (length > source->size() - offset)
        return fail(ErrorCode::Malformed, "The capture ends before this artifact does.", in.place("size"), offset);
    item.bytes = std::make_shared<SliceSource>(source, offset, length);
    EXHIBIT_ASSIGN(const Digest actual, sha256(*item.bytes));
    if (actual != digest)
        return fail(ErrorCode::Malformed, "The artifact's bytes don't match their SHA-256.", in.place("sha256"),
                    offset);
    offset += length;
    return item;
}

/// The header's text and the offset of the first artifact.
Result<std::pair<std::string, std::uint64_t>> readHeader(const ByteSource& source) {
    std::array<std::uint8_t, 64> start{};
    EXHIBIT_ASSIGN(const std::size_t got, source.read(0, start));
    const std::string_view text = textOf(ByteView(start).first(got));
    const std::size_t lineEnd = text.find('\n', kMagic.size());
    if (!text.starts_with(kMagic) || lineEnd == std::string_view::npos)
        return fail(ErrorCode::Malformed, "This is not a capture.", {}, 0);
    std::uint64_t length = 0;
    const char* const first = text.data() + kMagic.size();
    const auto read = std::from_chars(first, text.data() + lineEnd, length);
    if (read.ec != std::errc{} || read.ptr != text.data() + lineEnd || length > kLargestHeader)
        return fail(ErrorCode::Malformed, "The capture's header has no usable length.", {}, kMagic.size());
    EXHIBIT_ASSIGN(const Bytes header, source.readExactly(lineEnd + 1, static_cast<std::size_t>(length) + 1));
    if (header.back() != '\n')
        return fail(ErrorCode::Malformed, "The capture's header doesn't end where it should.", {},
                    lineEnd + 1 + length);
    return std::pair(std::string(textOf(ByteView(header).first(header.size() - 1))), lineEnd + 2 + length);
}

} // namespace

Result<> writeBundle(const Capture& capture, ByteSink& sink) {
    Json items = Json::array();
    for (const CapturedItem& item : capture.items) {
        EXHIBIT_ASSIGN(Json json, itemJson(item));
        items.push_back(std::move(json));
    }
    EXHIBIT_ASSIGN(const std::string header, canonicalJson(Json{{"schema", kBundleSchema},
                                                                {"method", capture.method},
                                                                {"surface", name(capture.surface)},
                                                                {"conversation", name(capture.conversation)},
                                                                {"time", toJson(capture.time)},
                                                                {"tool", capture.tool},
                                                                {"operatingSystem", capture.operatingSystem},
                                                                {"artifacts", std::move(items)}}));
    EXHIBIT_TRY(sink.write(bytesOf(std::string(kMagic) + std::to_string(header.size()) + "\n" + header + "\n")));
    for (const CapturedItem& item : capture.items)
        EXHIBIT_TRY(item.bytes->forEachPiece(0, item.bytes->size(), [&](ByteView piece) { return sink.write(piece); }));
    return {};
}

Result<Capture> readBundle(const SharedSource& source) {
    EXHIBIT_ASSIGN(const auto header, readHeader(*source));
    EXHIBIT_ASSIGN(const Json json, parseJson(header.first));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    EXHIBIT_TRY(
        in.only({"schema", "method", "surface", "conversation", "time", "tool", "operatingSystem", "artifacts"}));
    EXHIBIT_TRY(in.literal("schema", kBundleSchema));
    Capture capture;
    EXHIBIT_ASSIGN(capture.method, in.string("method"));
    EXHIBIT_ASSIGN(capture.surface, in.converted("surface", surfaceFromName));
    EXHIBIT_ASSIGN(capture.conversation, in.converted("conversation", conversationFromName));
    EXHIBIT_ASSIGN(const JsonReader time, in.object("time"));
    EXHIBIT_ASSIGN(capture.time, readTimeReading(time));
    EXHIBIT_ASSIGN(capture.tool, in.string("tool"));
    EXHIBIT_ASSIGN(capture.operatingSystem, in.string("operatingSystem"));
    EXHIBIT_ASSIGN(const auto items, in.array("artifacts"));
    std::uint64_t offset = header.second;
    for (const JsonReader& item : items) {
        EXHIBIT_ASSIGN(CapturedItem captured, readItem(item, source, offset));
        capture.items.push_back(std::move(captured));
    }
    if (offset != source->size())
        return fail(ErrorCode::Malformed, "There are bytes behind the last artifact.", {}, offset);
    return capture;
}

} // namespace exhibit
