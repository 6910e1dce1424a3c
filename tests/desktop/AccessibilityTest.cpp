// The real window as screen readers have it: accessibility.py walks through it by the names of things alone.

#include "VirtualDesktop.h"

#include <catch2/catch.hpp>
#include <fstream>

TEST_CASE("a screen reader finds its way from the first start to a checked dossier") {
    const test::VirtualDesktop desktop;
    const test::Finished walk =
        test::run({"dbus-run-session", "--", "/usr/bin/python3", ACCESSIBILITY_WALK, DESKTOP_PROGRAM},
                  desktop.environment(), {}, test::Seconds(500));
    // To be read by people too: what each page says, and the way of the Tab key.
    std::ofstream(ACCESSIBILITY_TREE, std::ios::binary) << walk.output;
    INFO(walk.output.substr(walk.output.size() - std::min<std::size_t>(walk.output.size(), 4000)));
    INFO(walk.errors.substr(walk.errors.size() - std::min<std::size_t>(walk.errors.size(), 2000)));
    CHECK(walk.status == 0);
}
