#pragma once
// What a page needs to work: a folder, a clock, the helper, and cases.

#include "Application.h"
#include "VirtualDesktop.h"
#include "desktop/model/Desk.h"
#include "media/HelperProcess.h"

namespace test {

struct PageWorld {
    PageWorld() { startApplication(); }
    TemporaryFolder folder;
    exhibit::SystemClock clock;
    exhibit::SystemRandom random;
    exhibit::media::HelperProcess helper{MEDIA_PROGRAM};
    exhibit::desktop::Desk desk{clock, random, helper};

    [[nodiscard]] std::filesystem::path makeCase(const std::string& name = "Erika Muster") const {
        exhibit::CaseDetails details;
        details.subject.name = name;
        details.country = "DE";
        details.wishes = {exhibit::Wish::Erasure};
        return desk.create(folder.path(), details).value();
    }
};

} // namespace test
