#include "Application.h"

namespace test {

void startApplication() {
    static int argc = 1;
    static char name[] = "test";
    static char* argv[] = {name, nullptr};
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never destroyed, since Qt's own statics go first.
    static const auto* const application = new QApplication(argc, argv);
    static_cast<void>(application);
}

} // namespace test
