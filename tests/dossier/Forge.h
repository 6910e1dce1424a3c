#pragma once
// A dossier in the making, open for a forger's hands: what an attacker with the program's source could build.

#include "dossier/Attachments.h"
#include "dossier/DossierFixture.h"
#include "dossier/Stage.h"

#include <functional>

namespace exhibit::test {

class Forge {
public:
    /// Gathers and lays out an honest dossier of the case.
    Forge(World& world, const CaseFile& file, const dossier::ExportOptions& options = {});

    dossier::Stage stage;
    dossier::Content& content; ///< of the stage
    dossier::Pages pages;
    std::vector<dossier::NamedFile> files;
    Manifest manifest;
    /// Changes the attachments just before they are written, list of sums included.
    std::function<void(std::vector<pdf::Attachment>&)> lastTouch;

    /// Writes it with everything that the writer computes by itself computed anew.
    void write(const std::filesystem::path& path);

    [[nodiscard]] pdf::Verbatim& verbatim(const std::string& id);
    [[nodiscard]] pdf::Fact& fact(const std::string& id);
    [[nodiscard]] pdf::Figure& figure(const std::string& id);
    [[nodiscard]] dossier::NamedFile& file(const std::string& name);
    /// Puts other bytes into a file, and its hash into the list of files.
    void replace(const std::string& name, const std::string& bytes);
    /// Puts a file's own hash and size wherever the manifest names them.
    void adjustManifest(const std::string& name);
};

} // namespace exhibit::test
