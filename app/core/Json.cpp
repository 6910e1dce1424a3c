#include "core/Json.h"

#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace exhibit {

namespace {

// ---- writing: RFC 8785 ------------------------------------------------------------------------------------------

/// UTF-16 order differs from UTF-8 byte order only where surrogates stand for U+10000 and above (RFC 8785 3.2.3).
std::u16string utf16(std::string_view text) {
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decodeUtf8(text.substr(at));
        const char32_t value = c.codePoint.value_or(0xFFFD);
        if (value > 0xFFFF) {
            units += static_cast<char16_t>(0xD800 + ((value - 0x10000) >> 10));
            units += static_cast<char16_t>(0xDC00 + ((value - 0x10000) & 0x3FF));
        } else {
            units += static_cast<char16_t>(value);
        }
        at += c.length;
    }
    return units;
}

/// RFC 8785 3.2.2.2: two-character escapes where JSON has them, \u00xx for other controls, everything else as it is.
Result<> writeString(std::string& out, const std::string& text) {
    if (const auto at = firstInvalidUtf8(text))
        return fail(ErrorCode::InvalidArgument, "JSON can't carry text that isn't valid UTF-8.", {}, *at);
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                static constexpr std::string_view digits = "0123456789abcdef";
                out += "\\u00";
                out += digits[static_cast<unsigned char>(c) >> 4];
                out += digits[static_cast<unsigned char>(c) & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return {};
}

/// ECMAScript's Number::toString (ECMA-262 6.1.6.1.20), which RFC 8785 3.2.2.3 asks for. std::to_chars finds the same
/// shortest digits; only their layout differs.
Result<> writeDouble(std::string& out, double value) {
    if (!std::isfinite(value))
        return fail(ErrorCode::InvalidArgument, "JSON can't carry NaN or infinity.");
    if (value == 0) {
        out += '0';
        return {};
    }
    if (value < 0) {
        out += '-';
        value = -value;
    }
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    const std::string_view written(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = written.find('e');
    std::string digits(written.substr(0, e));
    std::erase(digits, '.');
    int exponent = 0;
    const std::string_view exponentText = written.substr(e + (written[e + 1] == '+' ? 2 : 1));
    std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);

    const int k = static_cast<int>(digits.size());
    const int n = exponent + 1; // the decimal point stands behind n digits
    if (k <= n && n <= 21) {
        out += digits + std::string(static_cast<std::size_t>(n - k), '0');
    } else if (0 < n && n <= 21) {
        out += digits.substr(0, static_cast<std::size_t>(n)) + "." + digits.substr(static_cast<std::size_t>(n));
    } else if (-6 < n && n <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
    } else {
        out += digits.substr(0, 1);
        if (k > 1)
            out += "." + digits.substr(1);
        out += n - 1 < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(n - 1));
    }
    return {};
}

Result<> writeInteger(std::string& out, const Json& value) {
    const auto fits = [&] {
        if (value.is_number_unsigned())
            return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(kMaxJsonInteger);
        const auto number = value.get<std::int64_t>();
        return number >= -kMaxJsonInteger && number <= kMaxJsonInteger;
    }();
    if (!fits)
        return fail(ErrorCode::InvalidArgument, "JSON can't carry an integer beyond 2^53 - 1 exactly.");
    out += std::to_string(value.get<std::int64_t>());
    return {};
}

Result<> writeValue(std::string& out, const Json& value);

Result<> writeObject(std::string& out, const Json& value) {
    std::vector<std::pair<std::u16string, const Json::object_t::value_type*>> members;
    for (const auto& member : value.get_ref<const Json::object_t&>())
        members.emplace_back(utf16(member.first), &member);
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    out += '{';
    for (const auto& [key, member] : members) {
        if (out.back() != '{')
            out += ',';
        EXHIBIT_TRY(writeString(out, member->first));
        out += ':';
        EXHIBIT_TRY(writeValue(out, member->second));
    }
    out += '}';
    return {};
}

Result<> writeArray(std::string& out, const Json& value) {
    out += '[';
    bool first = true;
    for (const Json& item : value) {
        if (!first)
            out += ',';
        first = false;
        EXHIBIT_TRY(writeValue(out, item));
    }
    out += ']';
    return {};
}

Result<> writeValue(std::string& out, const Json& value) {
    switch (value.type()) {
    case Json::value_t::null:
        out += "null";
        return {};
    case Json::value_t::boolean:
        out += value.get<bool>() ? "true" : "false";
        return {};
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        return writeInteger(out, value);
    case Json::value_t::number_float:
        return writeDouble(out, value.get<double>());
    case Json::value_t::string:
        return writeString(out, value.get_ref<const std::string&>());
    case Json::value_t::array:
        return writeArray(out, value);
    case Json::value_t::object:
        return writeObject(out, value);
    default:
        return fail(ErrorCode::InvalidArgument, "JSON can't carry this kind of value.");
    }
}

// ---- reading: strict --------------------------------------------------------------------------------------------

/// Builds the value from the parser's events, refusing what a lenient reader would let through.
class StrictBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit StrictBuilder(std::size_t maxDepth) : m_maxDepth(maxDepth) {}

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t& written) override {
        if (!std::isfinite(value))
            return refuse("The number " + written + " is out of range.");
        return put(value);
    }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return refuse("Binary data isn't JSON."); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (m_open.back()->contains(name))
            return refuse("The name \"" + escapeForDisplay(name, EscapeStyle::Line) + "\" appears twice.");
        m_key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        m_error = Error{ErrorCode::Malformed, "This is not valid JSON.", {}, position > 0 ? position - 1 : 0};
        return false;
    }

    [[nodiscard]] const Error& error() const { return m_error; }
    Json take() { return std::move(m_root); }

private:
    bool refuse(std::string message) {
        m_error = Error{ErrorCode::Malformed, std::move(message)};
        return false;
    }
    Json* place(Json value) {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Json& parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        return &(parent[m_key] = std::move(value));
    }
    bool put(Json value) { return place(std::move(value)) != nullptr; }
    bool open(Json value) {
        if (m_open.size() >= m_maxDepth) {
            m_error = Error{ErrorCode::LimitExceeded, "It is nested deeper than " + std::to_string(m_maxDepth) + "."};
            return false;
        }
        m_open.push_back(place(std::move(value)));
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }

    std::size_t m_maxDepth;
    Json m_root;
    std::vector<Json*> m_open;
    std::string m_key;
    Error m_error{ErrorCode::Malformed, "This is not valid JSON."};
};

} // namespace

Result<std::string> canonicalJson(const Json& value) {
    std::string out;
    EXHIBIT_TRY(writeValue(out, value));
    return out;
}

Result<Json> parseJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.size)
        return fail(ErrorCode::LimitExceeded, "This JSON is larger than " + std::to_string(limits.size) + " bytes.");
    if (text.starts_with("\xEF\xBB\xBF"))
        return fail(ErrorCode::Malformed, "JSON must not begin with a byte order mark.", {}, 0);
    StrictBuilder builder(limits.depth);
    if (!Json::sax_parse(text, &builder))
        return fail(builder.error());
    return builder.take();
}

} // namespace exhibit
