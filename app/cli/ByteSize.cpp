#include "cli/ByteSize.h"

#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exhibit::cli {

namespace {

struct Unit {
    std::string_view name;
    std::uint64_t bytes;
};
constexpr std::array<Unit, 11> kUnits{{
    {"", 1},
    {"b", 1},
    {"k", 1'000},
    {"kb", 1'000},
    {"m", 1'000'000},
    {"mb", 1'000'000},
    {"g", 1'000'000'000},
    {"gb", 1'000'000'000},
    {"kib", std::uint64_t{1} << 10},
    {"mib", std::uint64_t{1} << 20},
    {"gib", std::uint64_t{1} << 30},
}};
constexpr std::uint64_t kLargestSize = 10'000'000'000;

} // namespace

Result<std::uint64_t> byteSize(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string unit(end, text.data() + text.size());
    unit.erase(0, unit.find_first_not_of(' '));
    std::transform(unit.begin(), unit.end(), unit.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto known = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& one) { return one.name == unit; });
    if (error != std::errc() || known == kUnits.end() || number == 0 || number > kLargestSize / known->bytes)
        return fail(ErrorCode::InvalidArgument, "\"" + escapeForDisplay(text, EscapeStyle::Line) +
                                                    "\" isn't a size: such as 5M, 500k or a number of bytes.");
    return number * known->bytes;
}

} // namespace exhibit::cli
