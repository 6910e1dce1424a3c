#include "pdf/IntegrityDigest.h"

#include "MadeDocument.h"
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

Result<> verify(const Bytes& bytes) {
    return verifyIntegrity(MemorySource(bytes), bytes.size());
}

} // namespace

TEST_CASE("A written file has a sound digest, and every flipped byte is noticed") {
    Document document = emptyDocument();
    document.blocks.emplace_back(Paragraph{{{"Text"}}});
    const Bytes good = written(document, {attachmentOf("a.txt", "attached")});
    REQUIRE(verify(good));
    std::size_t unnoticed = 0;
    // Every byte of the beginning and of the end with its marks, and one in seven of the rest: hashing takes its time.
    for (std::size_t i = 0; i < good.size(); i += (i < 200 || i + 600 > good.size()) ? 1U : 7U) {
        Bytes bad = good;
        bad[i] = static_cast<std::uint8_t>(bad[i] ^ 1U);
        unnoticed += verify(bad) ? 1U : 0U;
    }
    CHECK(unnoticed == 0);
}

TEST_CASE("A file cut short, grown or begun later has no sound digest") {
    const Bytes good = written(emptyDocument());
    for (const std::size_t cut : {std::size_t{1}, std::size_t{10}, std::size_t{200}, good.size()})
        CHECK_FALSE(verify(Bytes(good.begin(), good.end() - static_cast<std::ptrdiff_t>(cut))));
    Bytes longer = good;
    longer.push_back('\n');
    CHECK_FALSE(verify(longer));
    Bytes later = good;
    later.insert(later.begin(), ' ');
    CHECK_FALSE(verify(later));
    CHECK(verify(Bytes{}).error().code == ErrorCode::NotFound);
}

TEST_CASE("The digest of a first revision is found behind its length") {
    const Bytes good = written(emptyDocument());
    Bytes sealed = good;
    sealed.insert(sealed.end(), {'m', 'o', 'r', 'e'});
    CHECK(verifyIntegrity(MemorySource(sealed), good.size()));
    CHECK_FALSE(verifyIntegrity(MemorySource(sealed), sealed.size()));
    CHECK_FALSE(verifyIntegrity(MemorySource(good), good.size() + 1));
}

TEST_CASE("The mark tells length, place and cross-reference table") {
    const Bytes good = written(emptyDocument());
    const auto mark = readIntegrityMark(MemorySource(good), good.size());
    REQUIRE(mark);
    CHECK(mark->length == good.size());
    const auto text = textOf(good);
    CHECK(text.substr(mark->digestOffset, 64) == mark->digest.hex());
    CHECK(text.substr(mark->startxref, 5) == "xref\n");
}
