#include "capture/Display.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::capture;

namespace {

Error problemOf(const DisplayEnvironment& environment) {
    const auto checked = checkCapturable(environment);
    REQUIRE_FALSE(checked);
    return checked.error();
}

} // namespace

TEST_CASE("without a display the reason is DISPLAY") {
    const Error error = problemOf({});
    CHECK(error.code == ErrorCode::Unsupported);
    CHECK(error.message.find("DISPLAY is not set") != std::string::npos);
}

TEST_CASE("on Wayland the portal decides, even if X programs run there too") {
    for (const auto& environment : {DisplayEnvironment{":0", "wayland-0", ""}, DisplayEnvironment{"", "wayland-0", ""},
                                    DisplayEnvironment{":0", "", "wayland-egl"}}) {
        CHECK(environment.isWayland());
        CHECK(checkCapturable(environment));
    }
    CHECK_FALSE(DisplayEnvironment{":0", "", "xcb"}.isWayland());
    CHECK(waylandError().message.find("exhibit17 add CASE --screenshot FILE") != std::string::npos);
}

TEST_CASE("a display that nobody answers at is an error, not an abort") {
    for (const char* const display : {":64999", "nonsense", "no.such.host.invalid:0"})
        CHECK(problemOf({display, "", ""}).object == display);
}
