#include "cli/DossierVerbs.h"

#include "cli/Program.h"

#include <array>

namespace exhibit::cli {

namespace {

/// The verbs that the other program leaves to this one.
constexpr std::array<std::pair<std::string_view, std::unique_ptr<Verb> (*)()>, 10> kMakers{{
    {"mark", makeMark},
    {"redact", makeRedact},
    {"note", makeNote},
    {"letter", makeLetter},
    {"paste-sheet", makePasteSheet},
    {"export", makeExport},
    {"preview", makePreview},
    {"extract", makeExtract},
    {"verify", makeVerify},
    {"completion", makeCompletion},
}};

std::vector<VerbEntry> makeAllVerbs() {
    std::vector<VerbEntry> verbs(lightVerbs().begin(), lightVerbs().end());
    for (VerbEntry& entry : verbs)
        for (const auto& [name, make] : kMakers)
            if (entry.name == name)
                entry.make = make;
    return verbs;
}

} // namespace

std::span<const VerbEntry> allVerbs() {
    static const std::vector<VerbEntry> verbs = makeAllVerbs();
    return verbs;
}

} // namespace exhibit::cli
