#include "core/Random.h"

#include <cerrno>
#include <cstdlib>
#include <sys/random.h>

namespace exhibit {

void SystemRandom::fill(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        const ssize_t got = ::getrandom(out.data(), out.size(), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            std::abort();
        out = out.subspan(static_cast<std::size_t>(got));
    }
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
