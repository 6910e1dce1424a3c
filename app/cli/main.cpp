#include "cli/Program.h"

int main(int argc, char** argv) {
    return exhibit::cli::runProgram(argc, argv, exhibit::cli::lightVerbs());
}
