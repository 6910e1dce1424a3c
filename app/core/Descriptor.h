#pragma once
// A file descriptor of the operating system, closed with its object.

#include <unistd.h>

namespace exhibit {

class Descriptor {
public:
    /// Negative: none.
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void reset(int number = -1) {
        if (m_number >= 0)
            ::close(m_number);
        m_number = number;
    }
    [[nodiscard]] int get() const { return m_number; }

private:
    int m_number;
};

} // namespace exhibit
