#include "dossier/Forge.h"

#include <catch2/catch.hpp>

namespace exhibit::test {

using namespace exhibit::dossier;

namespace {

Stage staged(const World& world, const CaseFile& file, const ExportOptions& options) {
    auto set = Stage::set(file, options, world.clock);
    INFO((set ? "" : set.error().text()));
    REQUIRE(set);
    return std::move(*set);
}

} // namespace

Forge::Forge(World& world, const CaseFile& file, const ExportOptions& options)
    : stage(staged(world, file, options)), content(stage.content()) {
    const Scene scene = stage.scene();
    auto named = filesOf(scene);
    REQUIRE(named);
    files = std::move(*named);
    auto laidOut = layOut(scene, manifestFiles(files));
    REQUIRE(laidOut);
    pages = std::move(*laidOut);
    manifest = manifestOf(scene, manifestFiles(files), pages.shown, {{"font.ttf", "Font", Digest{}}});
}

void Forge::write(const std::filesystem::path& path) {
    pdf::Document document = emptyDocument(stage.scene());
    document.blocks = pages.blocks;
    const auto composition = pdf::Composition::compose(document, World::fonts());
    INFO((composition ? "" : composition.error().text()));
    REQUIRE(composition);
    auto attachments = attachmentsOf(stage.scene(), manifest, files);
    REQUIRE(attachments);
    if (lastTouch)
        lastTouch(*attachments);
    MemorySink sink;
    const auto written = composition->write(*attachments, sink);
    INFO((written ? "" : written.error().text()));
    REQUIRE(written);
    writeFile(path, sink.bytes());
}

pdf::Verbatim& Forge::verbatim(const std::string& id) {
    for (pdf::Block& block : pages.blocks)
        if (auto* const text = std::get_if<pdf::Verbatim>(&block.value); text != nullptr && text->id == id)
            return *text;
    FAIL("no text " << id);
    throw std::logic_error(id);
}

pdf::Fact& Forge::fact(const std::string& id) {
    for (pdf::Block& block : pages.blocks)
        if (auto* const facts = std::get_if<pdf::Facts>(&block.value))
            for (pdf::Fact& fact : facts->facts)
                if (fact.id == id)
                    return fact;
    FAIL("no fact " << id);
    throw std::logic_error(id);
}

pdf::Figure& Forge::figure(const std::string& id) {
    for (pdf::Block& block : pages.blocks)
        if (auto* const figure = std::get_if<pdf::Figure>(&block.value); figure != nullptr && figure->id == id)
            return *figure;
    FAIL("no figure " << id);
    throw std::logic_error(id);
}

NamedFile& Forge::file(const std::string& name) {
    const auto at =
        std::find_if(files.begin(), files.end(), [&](const NamedFile& f) { return f.attachment.name == name; });
    REQUIRE(at != files.end());
    return *at;
}

void Forge::replace(const std::string& name, const std::string& bytes) {
    NamedFile& changed = file(name);
    changed.attachment.bytes = std::make_shared<MemorySource>(std::string_view(bytes));
    changed.digest = sha256(bytesOf(bytes));
}

void Forge::adjustManifest(const std::string& name) {
    const NamedFile& changed = file(name);
    const std::uint64_t size = changed.attachment.bytes->size();
    for (ManifestFile& listed : manifest.files)
        if (listed.name == name)
            listed = {name, listed.mediaType, size, changed.digest};
    for (DisclosedArtifact& artifact : manifest.artifacts)
        if (artifact.file == name) {
            artifact.size = size;
            artifact.digest = changed.digest;
            artifact.commitment = commit(artifact.salt, changed.digest);
        }
    for (DisclosedRecord& record : manifest.records)
        if (record.file == name)
            record.digest = changed.digest;
}

} // namespace exhibit::test
