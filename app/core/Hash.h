#pragma once
// SHA-256 (FIPS 180-4) by OpenSSL's EVP interface, and the salted commitment built on it.

#include "core/Bytes.h"
#include "core/Random.h"

#include <array>
#include <compare>
#include <memory>

namespace exhibit {

/// A SHA-256 value.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    [[nodiscard]] std::string hex() const { return hexOf(bytes); }
    /// 64 lower-case hexadecimal digits, nothing else.
    static Result<Digest> fromHex(std::string_view hex);
    auto operator<=>(const Digest&) const = default;
};

/// SHA-256 over data that arrives in pieces. One use: after finish() it is spent.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(ByteView bytes);
    /// The digest of what came in so far; more may follow.
    [[nodiscard]] Digest soFar() const;
    [[nodiscard]] Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

[[nodiscard]] Digest sha256(ByteView bytes);
/// In pieces, so that memory stays constant. Cancelled if `progress` says so.
[[nodiscard]] Result<Digest> sha256(const ByteSource& source, const Progress& progress = {});

/// 16 random bytes that keep a commitment from being guessed.
struct Salt {
    std::array<std::uint8_t, 16> bytes{};

    static Salt random(Random& random);
    [[nodiscard]] std::string hex() const { return hexOf(bytes); }
    static Result<Salt> fromHex(std::string_view hex);
    auto operator<=>(const Salt&) const = default;
};

/// Names an artifact without giving anything away: SHA-256(salt || SHA-256(bytes)). The plain hash of a phone number
/// or of a short prompt could be found by trying; with an unknown salt it can't. Without the salt it proves nothing,
/// with salt and bytes it proves that the artifact existed when the commitment was written.
using Commitment = Digest;
[[nodiscard]] Commitment commit(const Salt& salt, const Digest& digest);

} // namespace exhibit
