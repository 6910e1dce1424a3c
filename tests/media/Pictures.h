#pragma once
// What the tests of the gate share.

#include "image/PngMaker.h"
#include "media/Derive.h"
#include "media/HelperProcess.h"

#include <catch2/catch.hpp>

namespace exhibit::test {

[[nodiscard]] inline Result<media::Inspection> inspected(const Bytes& file, const image::Limits& limits = {}) {
    return media::inspect(MemorySource(file), media::NullMediaHelper(), limits);
}

inline void refused(const Result<media::Inspection>& result, ErrorCode code, std::string_view words) {
    REQUIRE_FALSE(result);
    CHECK(result.error().code == code);
    CHECK_THAT(result.error().message, Catch::Contains(std::string(words)));
}

[[nodiscard]] inline bool holds(ByteView file, std::string_view text) {
    return textOf(file).find(text) != std::string_view::npos;
}

/// The program under test, beside the tests.
[[nodiscard]] inline media::HelperProcess helper() {
    return media::HelperProcess(EXHIBIT_MEDIA_HELPER);
}

} // namespace exhibit::test
