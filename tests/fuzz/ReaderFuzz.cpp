// Whatever bytes come in: the reader answers with findings or an Error, and never with a clean bill for what its digest
// doesn't fit.
#include "pdf/reader/Reader.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace exhibit;
    pdf::ReaderLimits limits;
    limits.inflated = std::size_t{4} << 20; // a fuzzer loves bombs
    const auto source = std::make_shared<const MemorySource>(Bytes(data, data + size));
    const Result<pdf::Reader> reader = pdf::Reader::open(source, limits);
    if (!reader)
        return 0;
    const std::vector<Finding> findings = reader->checkStructure();
    for (const Finding& finding : findings)
        if (finding.code.empty() || finding.message.empty())
            std::abort();
    for (const pdf::EmbeddedFile& attachment : reader->attachments())
        static_cast<void>(reader->attachment(attachment.name));
    for (const std::string& id : reader->textIds())
        static_cast<void>(reader->text(id));
    for (const pdf::FigureInfo& figure : reader->figures())
        static_cast<void>(reader->pictureEquals(figure.id, *source));
    static_cast<void>(reader->info());
    return 0;
}
