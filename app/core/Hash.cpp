#include "core/Hash.h"

#include <algorithm>
#include <cstdlib>
#include <openssl/evp.h>

namespace exhibit {

namespace {

template <std::size_t N>
Result<std::array<std::uint8_t, N>> arrayFromHex(std::string_view hex, const char* what) {
    if (hex.size() != 2 * N)
        return fail(ErrorCode::Malformed, std::string(what) + " needs " + std::to_string(2 * N) + " digits.");
    EXHIBIT_ASSIGN(const Bytes bytes, bytesFromHex(hex));
    std::array<std::uint8_t, N> result{};
    std::copy(bytes.begin(), bytes.end(), result.begin());
    return result;
}

/// The algorithm, fetched once: an implicit fetch costs more than hashing a short text.
const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

/// EVP fails here only when memory is gone or OpenSSL is broken; going on without a hash would be worse than stopping.
void require(int result) {
    if (result != 1)
        std::abort();
}

} // namespace

Result<Digest> Digest::fromHex(std::string_view hex) {
    EXHIBIT_ASSIGN(const auto bytes, arrayFromHex<32>(hex, "A SHA-256 value"));
    return Digest{bytes};
}

struct Sha256::Context {
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    Context() { require(evp != nullptr && EVP_DigestInit_ex2(evp, algorithm(), nullptr) == 1 ? 1 : 0); }
    ~Context() { EVP_MD_CTX_free(evp); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(ByteView bytes) {
    require(EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size()));
}

Digest Sha256::soFar() const {
    Context copy;
    require(EVP_MD_CTX_copy_ex(copy.evp, m_context->evp));
    Digest digest;
    require(EVP_DigestFinal_ex(copy.evp, digest.bytes.data(), nullptr));
    return digest;
}

Digest Sha256::finish() {
    Digest digest;
    require(EVP_DigestFinal_ex(m_context->evp, digest.bytes.data(), nullptr));
    return digest;
}

Digest sha256(ByteView bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

Result<Digest> sha256(const ByteSource& source, const Progress& progress) {
    Sha256 hash;
    std::uint64_t done = 0;
    EXHIBIT_TRY(source.forEachPiece(0, source.size(), [&](ByteView piece) -> Result<> {
        hash.update(piece);
        done += piece.size();
        if (progress && !progress(done, source.size()))
            return fail(ErrorCode::Cancelled, "Stopped; nothing was changed.");
        return {};
    }));
    return hash.finish();
}

Salt Salt::random(Random& random) {
    Salt salt;
    random.fill(salt.bytes);
    return salt;
}

Result<Salt> Salt::fromHex(std::string_view hex) {
    EXHIBIT_ASSIGN(const auto bytes, arrayFromHex<16>(hex, "A salt"));
    return Salt{bytes};
}

Commitment commit(const Salt& salt, const Digest& digest) {
    Sha256 hash;
    hash.update(salt.bytes);
    hash.update(digest.bytes);
    return hash.finish();
}

} // namespace exhibit
