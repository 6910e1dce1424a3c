#pragma once
#include <cstdint>
#include <span>

namespace exhibit {

/// Where random bytes come from: a seam, so that tests can repeat a run.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// The kernel's generator (getrandom(2)). Stops the program if there is no entropy: a guessable salt would break every
/// commitment. OpenSSL's own generator is seeded from the same place, and setting it up takes longer than adding an
/// exhibit.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

/// Always the same bytes from the same seed: for tests that compare whole files, and for nothing else.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::uint64_t m_state;
};

} // namespace exhibit
