// Whatever bytes come in: a picture that is taken, or a reason. What was taken can be derived and cleaned, and what
// comes of it passes the gate again and tells nothing more than it shows.

#include "image/PngMaker.h"
#include "media/Derive.h"

#include <cstdlib>

namespace {

using namespace exhibit;

void require(bool holds) {
    if (!holds)
        std::abort();
}

image::Limits small() {
    image::Limits limits;
    limits.pixels = 1'000'000;
    limits.memory = std::uint64_t{64} << 20;
    return limits;
}

void checkAgain(const media::Derived& made) {
    const auto again = media::inspect(MemorySource(made.bytes), media::NullMediaHelper(), small());
    require(again.has_value());
    // The orientation that a cleaned JPEG keeps can't be judged without the helper.
    require(made.format == image::Format::Jpeg || !media::disclosesPlaceOrDevice(*again));
}

void tryOne(const Bytes& bytes) {
    const MemorySource source(bytes);
    const auto inspection = media::inspect(source, media::NullMediaHelper(), small());
    if (!inspection) {
        require(!inspection.error().message.empty());
        return;
    }
    const auto cleaned = media::clean(source, *inspection);
    require(cleaned.has_value());
    checkAgain(*cleaned);
    if (!media::needsDerivation(*inspection))
        return;
    const auto derived = media::derive(source, *inspection, small());
    require(derived.has_value());
    const auto layout = image::scanPng(MemorySource(derived->bytes), small());
    require(layout && layout->canPassThrough());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes(data, data + size);
    tryOne(bytes);
    // Nearly no change of a PNG keeps its checksums right; what lies behind them is to be reached too.
    test::repairCrcs(bytes);
    tryOne(bytes);
    return 0;
}
