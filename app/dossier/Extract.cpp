#include "dossier/Extract.h"

#include "dossier/Checker.h"
#include "store/AtomicFolder.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

constexpr std::size_t kLongestName = 200;

/// What our writer uses: letters, digits, dots, hyphens and underscores of ASCII; no hidden file, no option of a
/// command, no device of another system.
bool isSafe(std::string_view name) {
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !name.empty() && name.size() <= kLongestName && isPlain(name.front()) && isPlain(name.back()) &&
           std::all_of(name.begin(), name.end(),
                       [&](char c) { return isPlain(c) || c == '.' || c == '-' || c == '_'; });
}

Result<> checkNames(const std::map<std::string, HashedFile, std::less<>>& files) {
    for (const auto& [name, file] : files)
        if (!isSafe(name))
            return fail(ErrorCode::Malformed, "The dossier holds a file with a name that no file should have.", name);
    return {};
}

} // namespace

Result<Extraction> extractDossier(const SharedSource& file, const std::filesystem::path& folder, Existing existing,
                                  const Progress& progress) {
    CheckedDossier checked = checkDossier(file, progress);
    Extraction extraction{std::move(checked.verification), {}};
    const Verdict verdict = extraction.verification.verdict;
    if (verdict != Verdict::Intact && verdict != Verdict::IntactUnanchored)
        return extraction;
    EXHIBIT_TRY(checkNames(checked.files));
    EXHIBIT_ASSIGN(AtomicFolder out, AtomicFolder::open(folder, existing, [&](std::string_view name) {
                       return checked.files.contains(name);
                   }));
    for (const auto& [name, held] : checked.files) {
        EXHIBIT_ASSIGN(const Digest digest, out.add(name, *held.bytes, progress));
        if (digest != held.digest)
            return fail(ErrorCode::Corrupt, "The dossier was changed while it was read.", name);
        extraction.files.push_back({name, held.size, digest, held.fromPage});
    }
    EXHIBIT_TRY(out.commit());
    return extraction;
}

} // namespace exhibit::dossier
