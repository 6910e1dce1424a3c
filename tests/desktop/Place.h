#pragma once
// A desk with a folder, a clock and random numbers of its own, the same in every run.

#include "VirtualDesktop.h"
#include "core/Random.h"
#include "desktop/model/Desk.h"
#include "media/HelperProcess.h"

namespace test {

struct Place {
    TemporaryFolder folder;
    exhibit::FixedClock clock{exhibit::Instant::fromIso("2026-11-22T10:00:00Z").value()};
    exhibit::SeededRandom random{17};
    exhibit::media::HelperProcess helper{MEDIA_PROGRAM};
    exhibit::desktop::Desk desk{clock, random, helper};
};

} // namespace test
