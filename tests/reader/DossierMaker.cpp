#include "DossierMaker.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

namespace exhibit::test {
namespace {

using namespace pdf;

template <class T>
T require(Result<T> result) {
    if (!result)
        FAIL(result.error().text());
    return std::move(*result);
}

SharedSource sourceOf(const Bytes& bytes) {
    return std::make_shared<const MemorySource>(bytes);
}

Attachment attachment(std::string name, std::string mediaType, SharedSource bytes, bool compress) {
    return {std::move(name),
            std::move(mediaType),
            "made for a test",
            Relationship::Data,
            Instant{1'760'000'000'000'000'000},
            std::move(bytes),
            compress};
}

SharedSource textSource(std::string_view text) {
    return std::make_shared<const MemorySource>(text);
}

void addPictures(const Dossier& dossier, Document& document) {
    const SharedPicture png = require(Picture::open(sourceOf(dossier.png)));
    const SharedPicture jpeg = require(Picture::open(sourceOf(dossier.jpeg)));
    Gallery gallery;
    gallery.thumbnails.push_back({png, "Screenshot 1, small", {{"1"}}});
    gallery.thumbnails.push_back({jpeg, "Screenshot 2, small", {{"2"}}});
    document.blocks.push_back(gallery);
    Figure figure;
    figure.picture = png;
    figure.alt = "Screenshot 1";
    figure.id = "shot-1";
    document.blocks.push_back(figure);
    figure.picture = jpeg;
    figure.alt = "Screenshot 2";
    figure.id = "shot-2";
    document.blocks.push_back(figure);
}

Document documentOf(const Dossier& dossier, const DossierOptions& options) {
    Document document;
    document.title = "Dossier \u00FCber \u201EAda\u201C & <Co>";
    document.created = Instant{1'760'000'000'000'000'000};
    document.header = "Case 1";
    document.footer = "Footer \U0001F600";
    document.blocks.push_back(Heading{1, "Summary"});
    document.blocks.push_back(Paragraph{{{"See "}, {"the form", SpanStyle::Bold, "", "https://example.com/form?a=b"}}});
    QrCode code;
    code.uri = "https://example.com/form";
    code.alt = "The form's address";
    document.blocks.push_back(code);
    Verbatim prompt;
    prompt.text = options.prompt;
    prompt.id = "prompt";
    prompt.label = "Prompt, as typed";
    document.blocks.push_back(prompt);
    Verbatim response;
    response.text = options.response;
    response.id = "response";
    document.blocks.push_back(response);
    document.blocks.push_back(Facts{{{{{"Hash"}}, {{"0123456789abcdef"}}, true}}});
    if (options.withPictures)
        addPictures(dossier, document);
    for (const Block& block : options.more)
        document.blocks.push_back(block);
    return document;
}

} // namespace

Bytes testData(const std::string& name) {
    std::ifstream file(std::string(EXHIBIT_TEST_DATA) + "/" + name, std::ios::binary);
    REQUIRE(file.good());
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

Dossier makeDossier(const DossierOptions& options) {
    Dossier dossier;
    dossier.prompt = options.prompt;
    dossier.response = options.response;
    dossier.png = testData("desk-1x-light.png");
    dossier.jpeg = testData("desk-1x-dark-jpg60.jpg");
    static const InstalledFonts fonts;
    const Composition composition = require(Composition::compose(documentOf(dossier, options), fonts));
    std::vector<Attachment> attachments;
    attachments.push_back(attachment("manifest.json", "application/json", textSource("{\"a\":1}"), true));
    attachments.push_back(attachment("exhibit-1-prompt.txt", "text/plain", textSource(options.prompt), true));
    attachments.push_back(attachment("L\u00F6schung \u2116 1.txt", "text/plain", textSource("plain"), false));
    if (options.withPictures) {
        attachments.push_back(attachment("shot-1.png", "image/png", sourceOf(dossier.png), false));
        attachments.push_back(attachment("shot-2.jpg", "image/jpeg", sourceOf(dossier.jpeg), false));
    }
    MemorySink sink;
    if (const Result<> written = composition.write(attachments, sink); !written)
        FAIL(written.error().text());
    dossier.file = sink.take();
    return dossier;
}

const Dossier& plainDossier() {
    static const Dossier dossier = makeDossier();
    return dossier;
}

} // namespace exhibit::test
