#include "pdf/Composition.h"

#include "MadeDocument.h"
#include "PdfProbe.h"
#include "Tools.h"
#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::pdf;
using namespace exhibit::test;

namespace {

ErrorCode refusal(const std::vector<Attachment>& attachments) {
    MemorySink sink;
    const auto result = composed(emptyDocument()).write(attachments, sink);
    REQUIRE_FALSE(result);
    CHECK(sink.bytes().empty());
    return result.error().code;
}

} // namespace

TEST_CASE("Attached files come out byte for byte") {
    std::string binary;
    for (int i = 0; i < 100000; ++i)
        binary += static_cast<char>((i * 31 + i / 256) & 0xFF);
    const std::map<std::string, std::string> files = {
        {"manifest.json", "{\"a\":1}\n"},
        {"exhibit-1-prompt.txt", "Wer ist Anna M\xC3\xBCller?\r\n"},
        {"empty.txt", ""},
        {"shot.png", binary},
        {"\xC3\xBC and (brackets).txt", "x"},
        {"stream.txt", "endstream\nendobj\ntrailer\n%%EOF\n"},
    };
    std::vector<Attachment> attachments;
    for (const auto& [name, content] : files) {
        attachments.push_back(attachmentOf(name, content, name == "manifest.json"));
        if (name == "shot.png")
            attachments.back().mediaType = "image/png";
    }
    const Bytes file = written(emptyDocument(), attachments);
    CHECK(PdfProbe(file).attachments() == files);
    CHECK(PdfProbe(file).complaints().empty());
    if (hasTool("pdfdetach")) {
        const TestFolder folder;
        const auto path = folder.file("dossier.pdf", file);
        REQUIRE(runTool("cd " + folder.path().string() + " && pdfdetach -saveall dossier.pdf").status == 0);
        for (const auto& [name, content] : files)
            CHECK(readFile(folder.path() / name) == content);
    }
}

TEST_CASE("Each attached file is associated, with type, relationship, size and date") {
    Attachment attachment = attachmentOf("manifest.json", "{}");
    attachment.mediaType = "application/json";
    attachment.relationship = Relationship::Data;
    attachment.modified = *Instant::fromIso("2026-01-02T03:04:05Z");
    const Bytes file = written(emptyDocument(), {attachment});
    const std::string text(textOf(file));
    CHECK(text.find("/AFRelationship /Data") != std::string::npos);
    CHECK(text.find("/Subtype /application#2fjson") != std::string::npos);
    CHECK(text.find("/ModDate (D:20260102030405Z)") != std::string::npos);
    CHECK(text.find("/Size 2") != std::string::npos);
    CHECK_FALSE(PdfProbe(file).catalog("/AF").empty());
}

TEST_CASE("Names that would reach out of a folder, twice the same name and bad types are refused") {
    for (const std::string name : {"", ".", "..", "a/b", "a\\b", "a\nb", "\xFF"})
        CHECK(refusal({attachmentOf(name, "x")}) == ErrorCode::InvalidArgument);
    CHECK(refusal({attachmentOf(std::string(300, 'a'), "x")}) == ErrorCode::InvalidArgument);
    CHECK(refusal({attachmentOf("a", "x"), attachmentOf("a", "y")}) == ErrorCode::InvalidArgument);
    Attachment bad = attachmentOf("a", "x");
    bad.mediaType = "text";
    CHECK(refusal({bad}) == ErrorCode::InvalidArgument);
    bad.mediaType = "";
    CHECK(refusal({bad}) == ErrorCode::InvalidArgument);
}

namespace {

/// Gigabytes that take no memory.
class Zeros final : public ByteSource {
public:
    explicit Zeros(std::uint64_t size) : m_size(size) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), m_size - offset));
        std::fill_n(out.begin(), count, std::uint8_t{0});
        return count;
    }

private:
    std::uint64_t m_size;
};

/// Counts, and fails after a number of bytes.
class CountingSink final : public ByteSink {
public:
    explicit CountingSink(std::uint64_t limit) : m_limit(limit) {}
    Result<> write(ByteView bytes) override {
        count += bytes.size();
        if (count > m_limit)
            return fail(ErrorCode::NoSpace, "The disk is full.");
        largest = std::max(largest, bytes.size());
        return {};
    }
    std::uint64_t count = 0;
    std::size_t largest = 0;

private:
    std::uint64_t m_limit;
};

} // namespace

TEST_CASE("A large attachment passes in pieces; a full disk and a cancellation are handed on") {
    const Composition composition = composed(emptyDocument());
    constexpr std::uint64_t kSize = std::uint64_t{300} << 20;
    Attachment large = attachmentOf("large.bin", "");
    large.bytes = std::make_shared<Zeros>(kSize);
    CountingSink all(~std::uint64_t{0});
    REQUIRE(composition.write({large}, all));
    CHECK(all.count > kSize);
    CHECK(all.largest <= kPieceSize);

    CountingSink full(kSize / 2);
    CHECK(composition.write({large}, full).error().code == ErrorCode::NoSpace);
    CountingSink cancelled(~std::uint64_t{0});
    const auto half = [](std::uint64_t done, std::uint64_t total) { return done < total / 2; };
    CHECK(composition.write({large}, cancelled, half).error().code == ErrorCode::Cancelled);
    CHECK(cancelled.count < kSize);
}
