#include "core/Hash.h"

#include <catch2/catch.hpp>

using namespace exhibit;

TEST_CASE("SHA-256 gives the values of FIPS 180-4's examples") {
    CHECK(sha256(bytesOf("")).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256(bytesOf("abc")).hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const std::string million(1'000'000, 'a');
    CHECK(sha256(bytesOf(million)).hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a source is hashed in pieces, whatever its size") {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, kPieceSize - 1, kPieceSize, kPieceSize + 1, 3 * kPieceSize}) {
        const MemorySource source{Bytes(size, 0x5a)};
        CHECK(sha256(source).value() == sha256(source.bytes()));
    }
}

TEST_CASE("hashing can be cancelled") {
    const MemorySource source{Bytes(4 * kPieceSize)};
    int calls = 0;
    const auto result = sha256(source, [&](std::uint64_t, std::uint64_t total) {
        CHECK(total == 4 * kPieceSize);
        return ++calls < 2;
    });
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(calls == 2);
}

TEST_CASE("a digest is read strictly") {
    const std::string good(64, 'a');
    CHECK(Digest::fromHex(good).value().hex() == good);
    CHECK_FALSE(Digest::fromHex(std::string(64, 'A')));
    CHECK_FALSE(Digest::fromHex(std::string(63, 'a')));
    CHECK_FALSE(Digest::fromHex(std::string(66, 'a')));
    CHECK_FALSE(Digest::fromHex(std::string(63, 'a') + "g"));
    CHECK_FALSE(Digest::fromHex(""));
}

TEST_CASE("a commitment is SHA-256 of the salt and the digest") {
    // printf '\0...(16 zero bytes)' plus sha256("abc"), by openssl dgst
    Salt salt;
    const Digest digest = sha256(bytesOf("abc"));
    Bytes joined(16, 0);
    joined.insert(joined.end(), digest.bytes.begin(), digest.bytes.end());
    CHECK(commit(salt, digest) == sha256(joined));
    SECTION("another salt gives another commitment") {
        SystemRandom random;
        CHECK(commit(Salt::random(random), digest) != commit(Salt::random(random), digest));
    }
}
