#include "media/Stack.h"

#include "media/Flatten.h"
#include "media/PngWriter.h"

#include <algorithm>
#include <cmath>

namespace exhibit::media {

namespace {

constexpr std::uint8_t kWhite = 255;
constexpr std::uint32_t kMarginShare = 40; ///< the margin is a fortieth of the width

struct Rows {
    std::uint32_t first = 0;
    std::uint32_t end = 0; ///< equal to first: there is nothing but white
};

/// Calls `use(y, row)` for each row in the band: grey or RGB, 8 bits, as `grey` says.
template <class Use>
Result<> forEachRow(const ByteSource& page, const PageBand& band, bool grey, const image::Limits& limits, Use&& use) {
    EXHIBIT_ASSIGN(const image::PngLayout scanned, image::scanPng(page, limits));
    EXHIBIT_ASSIGN(const auto decoder, openPng(page, scanned, limits));
    const PixelLayout& layout = decoder->layout();
    const auto first = static_cast<std::uint32_t>(std::lround(band.top * layout.height));
    const auto end = static_cast<std::uint32_t>(std::lround(band.bottom * layout.height));
    for (std::uint32_t y = 0; y < std::min(end, layout.height); ++y) {
        EXHIBIT_ASSIGN(const ByteView row, decoder->nextRow());
        if (y < first)
            continue;
        Bytes flat = flattenRow(row, layout);
        const bool isGrey = flat.size() == layout.width;
        if (grey && !isGrey)
            flat = greyRow(flat);
        if (!grey && isGrey)
            return fail(ErrorCode::InvalidArgument, "The pages differ in their colours.");
        EXHIBIT_TRY(use(y, ByteView(flat)));
    }
    return {};
}

Result<Rows> inkedRows(const ByteSource& page, const PageBand& band, const image::Limits& limits) {
    Rows rows;
    EXHIBIT_TRY(forEachRow(page, band, true, limits, [&rows](std::uint32_t y, ByteView row) -> Result<> {
        const bool isWhite = std::all_of(row.begin(), row.end(), [](std::uint8_t sample) { return sample == kWhite; });
        if (isWhite)
            return {};
        if (rows.end == 0)
            rows.first = y;
        rows.end = y + 1;
        return {};
    }));
    return rows;
}

class Stacker {
public:
    Stacker(std::uint32_t width, StackColours colours)
        : m_width(width), m_margin(width / kMarginShare), m_grey(colours == StackColours::Grey) {}

    /// The height of the whole for these parts of the pages.
    [[nodiscard]] std::uint64_t heightOf(const std::vector<Rows>& parts) const {
        std::uint64_t height = m_margin;
        for (const Rows& rows : parts)
            if (rows.end > rows.first)
                height += rows.end - rows.first + m_margin;
        return height;
    }

    Result<Bytes> write(const std::vector<SharedSource>& pages, const PageBand& band, const std::vector<Rows>& parts,
                        const image::Limits& limits) {
        const std::size_t channels = m_grey ? 1 : 3;
        EXHIBIT_ASSIGN(m_writer, PngWriter::open({m_width, static_cast<std::uint32_t>(heightOf(parts)), channels}));
        m_white.assign(m_width * channels, kWhite);
        EXHIBIT_TRY(writeMargin());
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const Rows rows = parts[i];
            if (rows.end == rows.first)
                continue;
            EXHIBIT_TRY(forEachRow(*pages[i], band, m_grey, limits, [&](std::uint32_t y, ByteView row) -> Result<> {
                if (y < rows.first || y >= rows.end)
                    return {};
                return m_writer->writeRow(row);
            }));
            EXHIBIT_TRY(writeMargin());
        }
        return m_writer->finish();
    }

private:
    Result<> writeMargin() {
        for (std::uint32_t y = 0; y < m_margin; ++y) {
            EXHIBIT_TRY(m_writer->writeRow(m_white));
        }
        return {};
    }

    std::uint32_t m_width;
    std::uint32_t m_margin;
    bool m_grey;
    std::unique_ptr<PngWriter> m_writer;
    Bytes m_white;
};

} // namespace

Result<Bytes> stackPages(const std::vector<SharedSource>& pages, const PageBand& band, StackColours colours,
                         const image::Limits& limits) {
    std::vector<Rows> parts;
    std::uint32_t width = 0;
    for (const SharedSource& page : pages) {
        EXHIBIT_ASSIGN(const image::PngLayout layout, image::scanPng(*page, limits));
        if (width != 0 && layout.width != width)
            return fail(ErrorCode::InvalidArgument, "The pages differ in their width.");
        width = layout.width;
        EXHIBIT_ASSIGN(const Rows rows, inkedRows(*page, band, limits));
        parts.push_back(rows);
    }
    Stacker stacker(width, colours);
    const bool isEmpty = std::all_of(parts.begin(), parts.end(), [](const Rows& rows) { return rows.end == 0; });
    if (isEmpty)
        return fail(ErrorCode::InvalidArgument, "There is nothing on the pages.");
    if (stacker.heightOf(parts) * width > limits.pixels)
        return fail(ErrorCode::LimitExceeded, "The pages are too many for one picture.");
    return stacker.write(pages, band, parts, limits);
}

} // namespace exhibit::media
