// exhibit17-dossier: the verbs of exhibit17 that need the PDF libraries. exhibit17 starts it in its own place.
#include "cli/DossierVerbs.h"
#include "cli/Program.h"

int main(int argc, char** argv) {
    return exhibit::cli::runProgram(argc, argv, exhibit::cli::allVerbs());
}
