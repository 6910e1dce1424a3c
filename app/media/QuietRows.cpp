#include "media/QuietRows.h"

#include "media/RowDecoder.h"

#include <algorithm>
#include <cstdlib>

namespace exhibit::media {

namespace {

constexpr int kNoise = 24;                   ///< of 255: what compression and gradients change
constexpr std::size_t kChangesAllowed = 200; ///< one pixel of so many: the corners of a bubble
constexpr std::uint32_t kSmallestGap = 3;
constexpr std::uint32_t kSmallestLine = 5, kHighestLine = 250; ///< rows of a line of text
constexpr std::size_t kEnoughLines = 8;

class Survey {
public:
    explicit Survey(const PixelLayout& layout)
        : m_layout(layout), m_allowed(std::max<std::size_t>(2, layout.width / kChangesAllowed)) {}

    void add(ByteView row) {
        if (m_previous.empty() || !looksLikePrevious(row))
            endGap();
        m_previous.assign(row.begin(), row.end());
        ++m_rows;
    }

    RowSurvey finish() {
        endGap();
        if (m_lines.size() >= kEnoughLines) {
            const auto middle = m_lines.begin() + static_cast<std::ptrdiff_t>(m_lines.size() / 2);
            std::nth_element(m_lines.begin(), middle, m_lines.end());
            m_result.lineHeight = *middle;
        }
        return std::move(m_result);
    }

private:
    /// The row that comes is the first of a new run of rows that look alike.
    void endGap() {
        if (m_rows - m_begin >= kSmallestGap) {
            const std::uint32_t line = m_begin - m_lastEnd;
            if (line >= kSmallestLine && line <= kHighestLine)
                m_lines.push_back(line);
            m_result.gaps.push_back({m_begin, m_rows});
            m_lastEnd = m_rows;
        }
        m_begin = m_rows;
    }

    /// By the most significant byte of each sample.
    [[nodiscard]] bool looksLikePrevious(ByteView row) const {
        std::size_t changes = 0;
        for (std::size_t at = 0; at < row.size(); at += m_layout.sampleBytes)
            changes += std::abs(int{row[at]} - int{m_previous[at]}) > kNoise ? 1U : 0U;
        return changes <= m_allowed * m_layout.channels;
    }

    PixelLayout m_layout;
    std::size_t m_allowed; ///< pixels
    Bytes m_previous;
    std::uint32_t m_rows = 0, m_begin = 0, m_lastEnd = 0;
    std::vector<std::uint32_t> m_lines;
    RowSurvey m_result;
};

/// Nothing for a picture that is stored in another direction than it is looked at.
Result<std::unique_ptr<RowDecoder>> openRows(const ByteSource& picture, const image::Limits& limits) {
    Bytes head(image::kHeadSize);
    EXHIBIT_ASSIGN(const std::size_t length, picture.read(0, head));
    if (image::recognise(ByteView(head).first(length)) == image::Format::Png) {
        EXHIBIT_ASSIGN(const image::PngLayout layout, image::scanPng(picture, limits));
        return openPng(picture, layout, limits);
    }
    EXHIBIT_ASSIGN(const image::JpegLayout layout, image::scanJpeg(picture, limits));
    if (layout.orientation > 1)
        return std::unique_ptr<RowDecoder>();
    return openJpeg(picture, layout, limits);
}

} // namespace

Result<RowSurvey> surveyRows(const ByteSource& picture, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const std::unique_ptr<RowDecoder> rows, openRows(picture, limits));
    if (rows == nullptr)
        return RowSurvey();
    Survey survey(rows->layout());
    for (std::uint32_t y = 0; y < rows->layout().height; ++y) {
        EXHIBIT_ASSIGN(const ByteView row, rows->nextRow());
        survey.add(row);
    }
    return survey.finish();
}

} // namespace exhibit::media
