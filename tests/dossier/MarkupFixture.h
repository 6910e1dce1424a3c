#pragma once
// A case full of a name that has to be taken out, and the marks and redactions that tests make.

#include "core/Markup.h"
#include "dossier/DossierFixture.h"
#include "dossier/Markups.h"

namespace exhibit::test {

/// Composed, in mixed case: the texts of secretCase() have it in other ways too.
inline const std::string kSecretName = "Zo\u00EB Quirrelov\u00E1";
inline constexpr Region kSecretPlace{50, 100, 40, 12};

/// One exhibit: a PNG with the name in a text chunk and a pattern of colours in kSecretPlace, its cleaned copy, a JPEG
/// of 240 x 160 pixels, texts of every kind that hold the name, and an attached file called after it.
[[nodiscard]] CaseFile secretCase(World& world, const std::filesystem::path& path);
/// A row of the pattern as it stands in decoded pixels.
[[nodiscard]] std::string secretPixels();

[[nodiscard]] Redaction words(std::string text, std::string reason = {});
[[nodiscard]] Redaction area(const Region& region, int screenshot = 1);
[[nodiscard]] Mark markOn(const Region& region, std::string label);
[[nodiscard]] Mark markOn(Role role, std::string text);

/// The codes of what is wrong with a case.
[[nodiscard]] std::vector<std::string> faultsOf(const CaseFile& file);
void checkIntact(const std::filesystem::path& dossier);
/// Words stand on several lines in narrow columns.
[[nodiscard]] std::string inOneLine(std::string text);

} // namespace exhibit::test
