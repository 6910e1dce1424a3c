#include "ocr/Preparation.h"

#include <algorithm>
#include <cstdlib>

namespace exhibit::ocr {

namespace {

/// The ground is the median of a square around a pixel: words cover less than half of every such square if it is
/// larger than their letters.
constexpr std::uint32_t kSmallestReach = 10;
constexpr std::uint32_t kLargestReach = 30;
constexpr std::uint32_t kReachesInWidth = 60;
constexpr int kContrastFactor = 2;

std::uint8_t greyOf(const std::uint8_t* pixel) {
    return static_cast<std::uint8_t>((299U * pixel[0] + 587U * pixel[1] + 114U * pixel[2]) / 1000U);
}

template <class Convert>
Pixels converted(const Pixels& pixels, Convert convert) {
    Pixels grey{pixels.width, pixels.height, 1, Bytes(std::size_t{pixels.width} * pixels.height)};
    const std::uint8_t* from = pixels.samples.data();
    for (std::uint8_t& sample : grey.samples) {
        sample = convert(from);
        from += pixels.channels;
    }
    return grey;
}

Pixels grey(const Pixels& pixels) {
    if (pixels.channels == 1)
        return pixels;
    return converted(pixels, greyOf);
}

/// The median of a window that moves to the right by one pixel at a time (T. S. Huang, G. J. Yang, G. Y. Tang: A Fast
/// Two-Dimensional Median Filtering Algorithm, 1979).
class MovingMedian {
public:
    MovingMedian(const Pixels& grey, std::uint32_t y, std::uint32_t reach)
        : m_grey(grey), m_first(y > reach ? y - reach : 0), m_last(std::min(grey.height - 1, y + reach)) {}

    void addColumn(std::uint32_t x) { change(x, 1); }
    void removeColumn(std::uint32_t x) { change(x, -1); }
    std::uint8_t median() {
        const int half = m_count / 2;
        while (m_below > half)
            m_below -= m_histogram.at(--m_median);
        while (m_below + m_histogram.at(m_median) <= half)
            m_below += m_histogram.at(m_median++);
        return static_cast<std::uint8_t>(m_median);
    }

private:
    void change(std::uint32_t x, int by) {
        // Every second row tells as much about the ground as all of them.
        for (std::uint32_t y = m_first; y <= m_last; y += 2) {
            const std::uint8_t sample = m_grey.samples[std::size_t{y} * m_grey.width + x];
            m_histogram[sample] += by;
            m_below += sample < m_median ? by : 0;
            m_count += by;
        }
    }

    const Pixels& m_grey;
    std::uint32_t m_first, m_last;
    std::array<int, 256> m_histogram{};
    std::size_t m_median = 0;
    int m_below = 0; ///< samples below the median
    int m_count = 0;
};

void contrastRow(const Pixels& grey, std::uint32_t y, std::uint32_t reach, std::uint8_t* out) {
    MovingMedian ground(grey, y, reach);
    for (std::uint32_t x = 0; x < std::min(reach, grey.width); ++x)
        ground.addColumn(x);
    const std::uint8_t* const row = grey.samples.data() + std::size_t{y} * grey.width;
    for (std::uint32_t x = 0; x < grey.width; ++x) {
        if (x + reach < grey.width)
            ground.addColumn(x + reach);
        if (x > reach)
            ground.removeColumn(x - reach - 1);
        const int distance = std::abs(int{row[x]} - int{ground.median()});
        out[x] = static_cast<std::uint8_t>(255 - std::min(255, kContrastFactor * distance));
    }
}

Pixels contrast(const Pixels& pixels) {
    const Pixels source = grey(pixels);
    Pixels result = source;
    const std::uint32_t reach = std::clamp(source.width / kReachesInWidth, kSmallestReach, kLargestReach);
    for (std::uint32_t y = 0; y < source.height; ++y)
        contrastRow(source, y, reach, result.samples.data() + std::size_t{y} * source.width);
    return result;
}

} // namespace

Pixels prepared(const Pixels& pixels, Preparation preparation) {
    switch (preparation) {
    case Preparation::Plain:
        return grey(pixels);
    case Preparation::RedInverted:
        return converted(pixels, [](const std::uint8_t* pixel) { return static_cast<std::uint8_t>(255 - pixel[0]); });
    case Preparation::Contrast:
        return contrast(pixels);
    }
    return grey(pixels);
}

} // namespace exhibit::ocr
