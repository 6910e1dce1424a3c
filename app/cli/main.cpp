#include "cli/Program.h"

#include <openssl/crypto.h>

int main(int argc, char** argv) {
    // This program needs SHA-256 and nothing else of OpenSSL. Reading its configuration and the names of all its
    // algorithms would take longer than adding an exhibit; exhibit17-dossier leaves them as they are.
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ADD_ALL_CIPHERS |
                            OPENSSL_INIT_NO_ADD_ALL_DIGESTS | OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS,
                        nullptr);
    return exhibit::cli::runProgram(argc, argv, exhibit::cli::lightVerbs());
}
