#include "media/HelperProtocol.h"

#include "core/Json.h"
#include "core/Text.h"
#include "media/Whitelist.h"

#include <array>

namespace exhibit::media {

namespace {

constexpr std::size_t kMostText = 512;
constexpr std::array kFormats = {image::Format::Png, image::Format::Jpeg, image::Format::WebP, image::Format::Heic};
/// What the helper may say about a picture; whatever else it says is the picture's fault too.
constexpr std::array kCodes = {ErrorCode::Malformed, ErrorCode::Unsupported, ErrorCode::LimitExceeded,
                               ErrorCode::Internal};

tl::unexpected<Error> odd() {
    return fail(ErrorCode::Malformed, "The picture can't be read: its decoder answered with something odd.");
}

std::string line(const Json& value) {
    // Everything in it is ASCII or was escaped, so that it can't fail.
    return value.dump(-1, ' ', true, Json::error_handler_t::replace) + "\n";
}

Result<Json> object(std::string_view text) {
    auto value = parseJson(text, {.size = kHeaderLimit, .depth = 2});
    if (!value || !value->is_object())
        return odd();
    return value;
}

std::optional<std::uint64_t> number(const Json& value, const char* key) {
    const auto found = value.find(key);
    if (found == value.end() || !found->is_number_unsigned())
        return std::nullopt;
    return found->get<std::uint64_t>();
}

std::string text(const Json& value, const char* key) {
    const auto found = value.find(key);
    if (found == value.end() || !found->is_string())
        return {};
    return escapeForDisplay(found->get_ref<const std::string&>().substr(0, kMostText), EscapeStyle::Line);
}

bool flag(const Json& value, const char* key) {
    const auto found = value.find(key);
    return found != value.end() && found->is_boolean() && found->get<bool>();
}

ErrorCode codeNamed(std::string_view text) {
    for (const ErrorCode code : kCodes)
        if (exhibit::name(code) == text)
            return code;
    return ErrorCode::Malformed;
}

} // namespace

std::string encode(const HelperRequest& request) {
    return line({{"job", request.job == HelperJob::Decode ? "decode" : "metadata"},
                 {"format", std::string(image::mediaType(request.format))},
                 {"pixels", request.limits.pixels},
                 {"side", request.limits.side},
                 {"parts", request.limits.parts},
                 {"profile", request.limits.profile},
                 {"memory", request.limits.memory},
                 {"most", request.limits.bytes},
                 {"bytes", request.bytes}});
}

Result<HelperRequest> decodeRequest(std::string_view text_) {
    EXHIBIT_ASSIGN(const Json value, object(text_));
    HelperRequest request;
    request.job = text(value, "job") == "metadata" ? HelperJob::Metadata : HelperJob::Decode;
    const std::string type = text(value, "format");
    const auto* format = std::find_if(kFormats.begin(), kFormats.end(),
                                      [&type](image::Format each) { return image::mediaType(each) == type; });
    const auto bytes = number(value, "bytes");
    if (format == kFormats.end() || !bytes)
        return odd();
    request.format = *format;
    request.bytes = *bytes;
    request.limits.pixels = number(value, "pixels").value_or(0);
    request.limits.side = static_cast<std::uint32_t>(number(value, "side").value_or(0));
    request.limits.parts = number(value, "parts").value_or(0);
    request.limits.profile = number(value, "profile").value_or(0);
    request.limits.memory = number(value, "memory").value_or(0);
    request.limits.bytes = number(value, "most").value_or(0);
    return request;
}

std::string encode(const HelperReply& reply) {
    if (reply.error)
        return line({{"error", std::string(exhibit::name(reply.error->code))}, {"message", reply.error->message}});
    return line({{"operation", reply.operation},
                 {"alpha", reply.alpha},
                 {"animated", reply.animated},
                 {"metadata", reply.metadata},
                 {"bytes", reply.bytes}});
}

Result<HelperReply> decodeReply(std::string_view text_) {
    EXHIBIT_ASSIGN(const Json value, object(text_));
    HelperReply reply;
    if (value.contains("error")) {
        reply.error = Error{codeNamed(text(value, "error")), text(value, "message")};
        if (reply.error->message.empty())
            return odd();
        return reply;
    }
    const auto bytes = number(value, "bytes");
    if (!bytes)
        return odd();
    reply.bytes = *bytes;
    reply.operation = text(value, "operation");
    reply.alpha = flag(value, "alpha");
    reply.animated = flag(value, "animated");
    reply.metadata = flag(value, "metadata");
    return reply;
}

std::string encodeFacts(const std::vector<MetadataFact>& facts) {
    Json list = Json::array();
    for (const MetadataFact& fact : facts)
        list.push_back({fact.key, fact.value});
    return line(list);
}

Result<std::vector<MetadataFact>> decodeFacts(std::string_view text_) {
    const auto list = parseJson(text_, {.size = kMetadataLimit, .depth = 3});
    if (!list || !list->is_array())
        return odd();
    std::vector<MetadataFact> facts;
    for (const Json& pair : *list) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string())
            return odd();
        std::string key = pair[0].get<std::string>();
        const bool disclosing = !isHarmlessMetadata(key);
        facts.push_back({std::move(key), pair[1].get<std::string>(), disclosing});
    }
    return facts;
}

} // namespace exhibit::media
