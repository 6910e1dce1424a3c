#include "core/Random.h"

#include <cstdlib>
#include <openssl/rand.h>

namespace exhibit {

void SystemRandom::fill(std::span<std::uint8_t> out) {
    if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
        std::abort();
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
    // splitmix64 (Steele, Lea, Flood 2014)
    for (std::uint8_t& byte : out) {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        byte = static_cast<std::uint8_t>(z ^ (z >> 31));
    }
}

} // namespace exhibit
