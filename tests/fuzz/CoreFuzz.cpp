// Whatever bytes come in, the core's readers answer with a value or an Error.
#include "core/Capture.h"
#include "core/CaptureRecord.h"
#include "core/CustodyLog.h"
#include "core/Manifest.h"
#include "core/Text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace exhibit;
    const std::string_view text = textOf(ByteView(data, size));
    if (const auto json = parseJson(text); json)
        static_cast<void>(canonicalJson(*json));
    static_cast<void>(CaptureRecord::fromJson(text));
    static_cast<void>(parseCustodyLine(text));
    static_cast<void>(Manifest::fromJson(text));
    static_cast<void>(readBundle(std::make_shared<MemorySource>(text)));
    static_cast<void>(escapeForDisplay(text, EscapeStyle::Ascii));
    return 0;
}
