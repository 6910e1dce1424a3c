// Whatever comes in: findings or an error, in bounded time and memory, and never a clean bill.

#include "DossierMaker.h"
#include "Findings.h"
#include "PdfEditor.h"

#include <ctime>
#include <functional>
#include <qpdf/qpdf-c.h>
#include <random>
#include <sys/resource.h>
#include <zlib.h>

using namespace exhibit;
using namespace exhibit::test;

namespace {

const Dossier& smallDossier() {
    static const Dossier dossier = [] {
        DossierOptions options;
        options.withPictures = false;
        return makeDossier(options);
    }();
    return dossier;
}

/// Opens the file and asks for everything, within the time that a hang has.
std::vector<Finding> examine(const Bytes& file) {
    const std::clock_t start = std::clock(); // processor time: the machine may be busy
    const pdf::Reader reader = readerOf(file);
    std::vector<Finding> findings = reader.checkStructure();
    for (const pdf::EmbeddedFile& attachment : reader.attachments())
        (void)reader.attachment(attachment.name);
    for (const std::string& id : reader.textIds())
        (void)reader.text(id);
    const MemorySource picture(plainDossier().png);
    for (const pdf::FigureInfo& figure : reader.figures())
        (void)reader.pictureEquals(figure.id, picture);
    (void)reader.info();
    CHECK(std::clock() - start < 5 * CLOCKS_PER_SEC);
    return findings;
}

bool isClean(const std::vector<Finding>& findings) {
    return verdictOf(findings) == Verdict::Intact || verdictOf(findings) == Verdict::IntactUnanchored;
}

Bytes bytesFrom(std::string_view text) {
    return Bytes(text.begin(), text.end());
}

std::string deflated(const std::string& text) {
    uLongf size = compressBound(text.size());
    std::string out(size, '\0');
    REQUIRE(compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
                      text.size(), 9) == Z_OK);
    out.resize(size);
    return out;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

/// What another program makes of a dossier when it saves it anew.
Bytes rewritten(const Bytes& file, const std::function<void(qpdf_data)>& configure) {
    qpdf_data pdf = qpdf_init();
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    const auto done = [](QPDF_ERROR_CODE code) { REQUIRE((code & QPDF_ERRORS) == 0); };
    done(qpdf_read_memory(pdf, "dossier", reinterpret_cast<const char*>(file.data()), file.size(), nullptr));
    done(qpdf_init_write_memory(pdf));
    configure(pdf);
    done(qpdf_write(pdf));
    const unsigned char* bytes = qpdf_get_buffer(pdf);
    Bytes result(bytes, bytes + qpdf_get_buffer_length(pdf));
    qpdf_cleanup(&pdf);
    return result;
}

/// The largest that this process ever was.
void checkMemory() {
    rusage usage{};
    REQUIRE(getrusage(RUSAGE_SELF, &usage) == 0);
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(usage.ru_maxrss < 700 * 1024); // KiB; the test itself holds 200 MB of it
#endif
}

} // namespace

TEST_CASE("A flipped byte anywhere is found") {
    const Bytes& file = smallDossier().file;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < file.size(); at += 64)
        places.push_back(at);
    const std::string_view text = textOf(file);
    for (const std::string_view token :
         {"%PDF",      " obj\n", "endobj",    "\nstream\n", "endstream", "xref",   "trailer",
          "startxref", "%%EOF",  "/Length",   "/Exhibit17", "/SHA256",   "/Root",  "/Size",
          "/Names",    "/Kids",  "/Contents", "/ID",        " 0 R",      "00000 n"})
        for (std::size_t at = text.find(token); at != std::string_view::npos; at = text.find(token, at + 1))
            places.push_back(at + token.size() / 2);
    for (std::size_t i = 0; i < 250; ++i) // the whole end
        places.push_back(file.size() - 1 - i);
    std::size_t clean = 0, foreign = 0;
    for (const std::size_t at : places) {
        Bytes changed = file;
        changed[at] ^= 0x01;
        const std::vector<Finding> findings = findingsOf(changed);
        clean += isClean(findings) ? 1U : 0U;
        foreign += verdictOf(findings) == Verdict::NotADossier ? 1U : 0U;
    }
    CHECK(clean == 0);
    CHECK(foreign == 0);
}

TEST_CASE("Flipped bytes with a right digest do no harm") {
    const Bytes& file = smallDossier().file;
    std::minstd_rand random(17);
    for (int round = 0; round < 300; ++round) {
        Bytes changed = file;
        for (int i = 0; i < 3; ++i)
            changed[random() % (changed.size() - 250)] ^= static_cast<std::uint8_t>(1U << (random() % 8));
        (void)examine(resealed(changed));
    }
}

TEST_CASE("A file that was cut off is never clean") {
    const Bytes& file = smallDossier().file;
    for (std::size_t length = 0; length < file.size(); length += 97) {
        const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(length));
        CHECK_FALSE(isClean(findingsOf(cut)));
    }
}

TEST_CASE("What is no dossier is called so") {
    std::minstd_rand random(17);
    Bytes noise(100'000);
    for (std::uint8_t& byte : noise)
        byte = static_cast<std::uint8_t>(random());
    const std::string plain = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 2\n0000000000 65535 f \n"
                              "0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n46\n%%EOF\n";
    for (const Bytes& file : {Bytes(), Bytes{0}, noise, plainDossier().png, bytesFrom("%PDF-1.7\n"), bytesFrom(plain),
                              bytesFrom("startxref\n0\n%%EOF\n")}) {
        const std::vector<Finding> findings = examine(file);
        REQUIRE(findings.size() == 1);
        CHECK(verdictOf(findings) == Verdict::NotADossier);
    }
}

TEST_CASE("A dossier that another program saved anew isn't intact") {
    const Bytes& file = plainDossier().file;
    const auto check = [&](const std::function<void(qpdf_data)>& configure) {
        const std::vector<Finding> findings = examine(rewritten(file, configure));
        INFO(listOf(findings));
        CHECK_FALSE(isClean(findings));
    };
    check([](qpdf_data) {});
    check([](qpdf_data pdf) { qpdf_set_object_stream_mode(pdf, qpdf_o_disable); });
    check([](qpdf_data pdf) { qpdf_set_object_stream_mode(pdf, qpdf_o_generate); });
    check([](qpdf_data pdf) { qpdf_set_linearization(pdf, QPDF_TRUE); });
    check([](qpdf_data pdf) { qpdf_set_qdf_mode(pdf, QPDF_TRUE); });
    check([](qpdf_data pdf) {
        constexpr QPDF_BOOL kYes = QPDF_TRUE;
        qpdf_set_object_stream_mode(pdf, qpdf_o_disable);
        qpdf_set_r6_encryption_parameters2(pdf, "", "owner", kYes, kYes, kYes, kYes, kYes, kYes, qpdf_r3p_full, kYes);
    });
}

TEST_CASE("Nesting and numbers without end are stopped") {
    SECTION("nested arrays") {
        PdfEditor pdf(smallDossier().file);
        pdf.replace(pdf.find("/Type /Catalog"), "<< ", "<< /X " + repeated("[", 1'000'000) + " ");
        CHECK(has(examine(pdf.file()), "limit-exceeded"));
    }
    SECTION("nested dictionaries, closed") {
        PdfEditor pdf(smallDossier().file);
        pdf.add(repeated("<< /A ", 300'000) + "1" + repeated(" >>", 300'000));
        CHECK(has(examine(pdf.file()), "limit-exceeded"));
    }
    SECTION("nested strings") {
        PdfEditor pdf(smallDossier().file);
        pdf.add(repeated("(", 3'000'000));
        CHECK(has(examine(pdf.file()), "syntax"));
    }
    SECTION("very many values") {
        PdfEditor pdf(smallDossier().file);
        pdf.add("[" + repeated("1 ", 5'000'000) + "]");
        CHECK(has(examine(pdf.file()), "limit-exceeded"));
    }
    checkMemory();
}

TEST_CASE("Streams and lists without end are stopped") {
    SECTION("a page that inflates without end") {
        PdfEditor pdf(smallDossier().file);
        const std::string data = deflated(std::string(100'000'000, ' '));
        const int stream = pdf.addStream("/Filter /FlateDecode", data);
        pdf.set(pdf.contentOf(1), pdf.value(stream));
        CHECK(has(examine(pdf.file()), "limit-exceeded"));
    }
    SECTION("an attachment that inflates without end") {
        PdfEditor pdf(smallDossier().file);
        const std::string data = deflated(std::string(100'000'000, ' '));
        pdf.set(
            pdf.find("/Subtype /application#2fjson"),
            "<< /Type /EmbeddedFile /Subtype /application#2fjson /Filter /FlateDecode /Params << /Size 7 >> /Length " +
                std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream");
        const Bytes file = pdf.file();
        CHECK(readerOf(file).attachment("manifest.json").error().code == ErrorCode::Malformed);
        (void)examine(file);
    }
    SECTION("a page of ten million letters") {
        PdfEditor pdf(smallDossier().file);
        const int content = pdf.contentOf(1);
        const std::string text = pdf.streamText(content);
        const std::size_t show = text.find("]TJ");
        pdf.setStreamText(content, text.substr(0, show) + "<" + repeated("0001", 10'000'000) + ">" + text.substr(show));
        CHECK(has(examine(pdf.file()), "limit-exceeded"));
    }
    SECTION("elements that share a long list") {
        PdfEditor pdf(smallDossier().file);
        const int list = pdf.add("[" + repeated("0 ", 300'000) + "]");
        for (int i = 0; i < 300; ++i)
            pdf.add("<< /Type /StructElem /S /P /K " + std::to_string(list) + " 0 R >>");
        std::string kids;
        for (int i = 1; i <= 300; ++i)
            kids += std::to_string(list + i) + " 0 R ";
        const int root = pdf.find("/Type /StructTreeRoot");
        const int document = std::stoi(pdf.value(root).substr(pdf.value(root).find("/K ") + 3));
        pdf.replace(document, "/K[", "/K[" + kids + " ");
        CHECK_FALSE(isClean(examine(pdf.file())));
    }
    checkMemory();
}

TEST_CASE("Limits are findings") {
    pdf::ReaderLimits limits;
    SECTION("objects") {
        limits.objects = 3;
    }
    SECTION("values") {
        limits.values = 100;
    }
    SECTION("bytes of objects") {
        limits.objectBytes = 100;
    }
    SECTION("pages") {
        limits.inflatedPages = 100;
    }
    SECTION("the file") {
        limits.fileSize = 100;
    }
    const std::vector<Finding> findings = readerOf(smallDossier().file, limits).checkStructure();
    INFO(listOf(findings));
    CHECK(verdictOf(findings) != Verdict::Intact);
    CHECK(verdictOf(findings) != Verdict::NotADossier);
}
