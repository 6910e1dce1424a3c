#include "capture/CaptureCommand.h"

#include <iostream>
#include <openssl/crypto.h>
#include <string_view>
#include <sysexits.h>

int main(int argc, char** argv) {
    // SHA-256 and nothing else of OpenSSL: its configuration and the names of its algorithms stay unread.
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ADD_ALL_CIPHERS |
                            OPENSSL_INIT_NO_ADD_ALL_DIGESTS | OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS,
                        nullptr);
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::cout << exhibit::capture::captureUsage();
        return EX_OK;
    }
    return exhibit::capture::runCapture(argc, argv);
}
