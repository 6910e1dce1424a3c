#include "media/Stack.h"

#include "media/Flatten.h"
#include "media/PngWriter.h"

#include <algorithm>
#include <cmath>

namespace exhibit::media {

namespace {

constexpr std::size_t kChannels = 3;
constexpr std::uint8_t kWhite = 255;
constexpr std::uint32_t kMarginShare = 28; ///< of the width

bool isWhite(ByteView row) {
    return std::all_of(row.begin(), row.end(), [](std::uint8_t sample) { return sample == kWhite; });
}

std::size_t rowAt(double share, std::size_t height) {
    return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(height)));
}

} // namespace

PageStack::PageStack(std::uint32_t width, const PageBand& band) : m_width(width), m_band(band) {
    addMargin();
}

void PageStack::addMargin() {
    const std::uint32_t margin = m_width / kMarginShare;
    m_samples.resize(m_samples.size() + margin * m_width * kChannels, kWhite);
    m_height += margin;
}

Result<> PageStack::add(ByteView page) {
    const std::size_t length = m_width * kChannels;
    if (length == 0 || page.size() % length != 0)
        return fail(ErrorCode::InvalidArgument, "The pages differ in their width.");
    const std::size_t height = page.size() / length;
    std::size_t first = rowAt(m_band.top, height);
    std::size_t end = rowAt(m_band.bottom, height);
    const auto row = [&](std::size_t y) { return page.subspan(y * length, length); };
    while (first < end && isWhite(row(first)))
        ++first;
    while (end > first && isWhite(row(end - 1)))
        --end;
    if (first == end)
        return {};
    if ((std::uint64_t{m_height} + (end - first)) * m_width > kMostPixels)
        return fail(ErrorCode::LimitExceeded, "The pages are too many for one picture.");
    const ByteView inked = page.subspan(first * length, (end - first) * length);
    m_samples.insert(m_samples.end(), inked.begin(), inked.end());
    m_height += static_cast<std::uint32_t>(end - first);
    addMargin();
    return {};
}

Result<Bytes> PageStack::png(StackColours colours) const {
    if (m_height <= m_width / kMarginShare)
        return fail(ErrorCode::InvalidArgument, "There is nothing on the pages.");
    const bool grey = colours == StackColours::Grey;
    EXHIBIT_ASSIGN(const auto writer, PngWriter::open({m_width, m_height, grey ? 1 : kChannels}));
    const std::size_t length = m_width * kChannels;
    for (std::size_t y = 0; y < m_height; ++y) {
        const ByteView row = ByteView(m_samples).subspan(y * length, length);
        EXHIBIT_TRY(writer->writeRow(grey ? ByteView(greyRow(row)) : row));
    }
    return writer->finish();
}

} // namespace exhibit::media
