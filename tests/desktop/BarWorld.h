#pragma once
// The bar beside a chat on a display of its own, and a hand for it.

#include "Application.h"
#include "Hand.h"
#include "desktop/AddPage.h"
#include "desktop/CaptureBar.h"
#include "desktop/Countdown.h"
#include "media/HelperProcess.h"

namespace test {

std::string fileContent(const std::filesystem::path& path);
/// Puts something on the clipboard for as long as the answer lives.
std::unique_ptr<Process> copy(const std::string& content, const char* type = "UTF8_STRING");

struct World {
    const VirtualDesktop& desktop = display();
    Hand hand{desktop};
    TemporaryFolder folder;
    exhibit::SystemClock clock;
    exhibit::SystemRandom random;
    exhibit::media::HelperProcess helper{MEDIA_PROGRAM};
    exhibit::desktop::Desk desk{clock, random, helper};

    [[nodiscard]] std::filesystem::path makeCase(const std::filesystem::path& where) const;
};

struct BarWorld : World {
    std::filesystem::path path = makeCase(folder.path());
    exhibit::desktop::AddPage page{desk};
    exhibit::desktop::CaptureBar bar{page, QStringLiteral(CAPTURE_PROGRAM)};

    BarWorld();
    /// Waits for the frozen picture and drags over it.
    void choosePart(QPoint from, QPoint to) const;
    void takePart(QPoint from, QPoint to) const;
    void awaitPictures(int count) const;
    /// Twice if there is no prompt.
    void pressSave() const;
    [[nodiscard]] exhibit::desktop::ExhibitView saved() const;
    /// A picture of the exhibit that was saved, from 1.
    [[nodiscard]] QImage savedPicture(int number) const;
    [[nodiscard]] exhibit::desktop::Countdown* countdown() const;
};

} // namespace test
