#pragma once
// A small dossier made by the writer, for the reader to take apart.

#include "core/Bytes.h"
#include "pdf/Composition.h"

#include <string>
#include <vector>

namespace exhibit::test {

/// A file of tests/data/.
[[nodiscard]] Bytes testData(const std::string& name);

struct Dossier {
    Bytes file;
    std::string prompt;   ///< the text under the id "prompt"
    std::string response; ///< under "response"
    Bytes png;            ///< the picture under "shot-1", attached as shot-1.png
    Bytes jpeg;           ///< under "shot-2", attached as shot-2.jpg
};

struct DossierOptions {
    std::string prompt = "Who is Ada Lovelace?\n\nWhere  does she live?\tHere.\n";
    std::string response = "She was a mathematician.\r\nMore I can't say.";
    bool withPictures = true;
    std::vector<pdf::Block> more = {};
};

/// Fails the test if the writer does.
[[nodiscard]] Dossier makeDossier(const DossierOptions& options = {});
/// The same one on every call: one exhibit, two pictures, five attachments.
[[nodiscard]] const Dossier& plainDossier();

} // namespace exhibit::test
