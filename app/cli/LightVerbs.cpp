#include "cli/Program.h"

#include <array>

namespace exhibit::cli {

std::span<const VerbEntry> lightVerbs() {
    static constexpr std::array kVerbs{
        VerbEntry{"new", "Starts a case: one person's matter with one company, in one file.", makeNew},
        VerbEntry{"set", "Corrects the details of a case.", makeSet},
        VerbEntry{"add", "Adds an exhibit: a prompt, what the AI answered, screenshots, other files.", makeAdd},
        VerbEntry{"capture", "Takes a screenshot and the prompt from the clipboard straight into a case.", makeCapture},
        VerbEntry{"list", "Lists the exhibits of a case.", makeList},
        VerbEntry{"show", "Shows an exhibit, or saves its files.", makeShow},
        VerbEntry{"mark", "Points at personal data on a screenshot or in a text, and says what it is.", nullptr},
        VerbEntry{"redact", "Takes parts of an exhibit out of all dossiers to come.", nullptr},
        VerbEntry{"note", "Writes a note about an exhibit, after its capture.", nullptr},
        VerbEntry{"withdraw", "Destroys the content of an exhibit; its number stays taken.", makeWithdraw},
        VerbEntry{"log", "Shows everything that was done in a case, and checks it.", makeLog},
        VerbEntry{"forms", "Says which form serves which wish, and how sure that is.", makeForms},
        VerbEntry{"letter", "Prints the letters, and takes your own words for them.", nullptr},
        VerbEntry{"paste-sheet", "Says what goes into each field of the form, ready to copy.", nullptr},
        VerbEntry{"export", "Makes the dossier: one PDF with letter, exhibits and originals.", nullptr},
        VerbEntry{"preview", "Draws the pages of a dossier, or of the dossier that a case would make.", nullptr},
        VerbEntry{"extract", "Takes the files out of a dossier, after checking it.", nullptr},
        VerbEntry{"verify", "Checks whether a dossier or a case is unchanged.", nullptr},
        VerbEntry{"hash", "Prints the SHA-256 of files.", makeHash},
        VerbEntry{"delete", "Deletes a case from this disk.", makeDelete},
        VerbEntry{"example", "Makes a case, a dossier and its verification with made-up data.", makeExample},
        VerbEntry{"completion", "Prints a script that completes verbs and options in your shell.", nullptr},
    };
    return kVerbs;
}

} // namespace exhibit::cli
