#include "core/Capture.h"
#include "desktop/CaptureCommand.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <sysexits.h>

namespace {

bool given(int argc, char** argv, std::string_view option) {
    return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
        return argument == option || (argument.starts_with(option) && argument.substr(option.size()).starts_with('='));
    });
}

} // namespace

int main(int argc, char** argv) {
    if (given(argc, argv, "--help") || argc < 2) {
        std::cout << "Usage: exhibit17-desktop [--capture MODE ...]\n\n" << exhibit::desktop::captureUsage();
        return EX_OK;
    }
    return exhibit::desktop::runCapture(argc, argv);
}
