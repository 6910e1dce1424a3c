#include "cli/DossierVerbs.h"

#include "cli/Program.h"

namespace exhibit::cli {

namespace {

std::vector<VerbEntry> makeAllVerbs() {
    std::vector<VerbEntry> verbs(lightVerbs().begin(), lightVerbs().end());
    for (VerbEntry& entry : verbs) {
        if (entry.name == "letter")
            entry.make = makeLetter;
        if (entry.name == "paste-sheet")
            entry.make = makePasteSheet;
        if (entry.name == "export")
            entry.make = makeExport;
        if (entry.name == "mark")
            entry.make = makeMark;
        if (entry.name == "redact")
            entry.make = makeRedact;
        if (entry.name == "note")
            entry.make = makeNote;
        if (entry.name == "extract")
            entry.make = makeExtract;
        if (entry.name == "preview")
            entry.make = makePreview;
        if (entry.name == "verify")
            entry.make = makeVerify;
        if (entry.name == "completion")
            entry.make = makeCompletion;
    }
    return verbs;
}

} // namespace

std::span<const VerbEntry> allVerbs() {
    static const std::vector<VerbEntry> verbs = makeAllVerbs();
    return verbs;
}

} // namespace exhibit::cli
