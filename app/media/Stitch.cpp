#include "media/Stitch.h"

#include "core/Hash.h"
#include "media/PngWriter.h"
#include "media/UprightRows.h"

#include <algorithm>
#include <optional>

namespace exhibit::media {

namespace {

/// Fewer rows that differ from the row above them than this could be the same by chance: a line and a half of text.
constexpr std::uint32_t kLeastContent = 24;
/// Another overlap may hold this share of the best one's content and still count as chance: 1 / 2.
constexpr std::uint32_t kRivalShare = 2;

/// The rows of a frame, as they are compared.
struct Frame {
    std::size_t index = 0; ///< among the frames that were handed over
    std::vector<Digest> rows;
    /// How many of the rows before this one hold something, and something else than the row above them.
    std::vector<std::uint32_t> content;

    [[nodiscard]] std::uint32_t height() const { return static_cast<std::uint32_t>(rows.size()); }
};

/// Row y of the lower frame is row y + shift of the upper one, for y from `begin` up to, but not including, `end`.
struct Overlap {
    std::uint32_t shift = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t content = 0;
};

/// The rows of a PNG, and what they refer to.
struct OpenPng {
    std::unique_ptr<Inspection> inspection = std::make_unique<Inspection>();
    std::unique_ptr<UprightRows> rows;

    UprightRows* operator->() const { return rows.get(); }
};

Result<OpenPng> open(const ByteSource& png, const image::Limits& limits) {
    OpenPng opened;
    EXHIBIT_ASSIGN(opened.inspection->png, image::scanPng(png, limits));
    EXHIBIT_ASSIGN(opened.rows, UprightRows::open(png, *opened.inspection, limits));
    return opened;
}

bool isPlain(ByteView row, std::size_t channels) {
    return std::equal(row.begin() + static_cast<std::ptrdiff_t>(channels), row.end(), row.begin());
}

/// A scroll bar, and a little more.
std::uint32_t scrollBarWidth(std::uint32_t width) {
    return std::min(width / 2, width / 40 + 16);
}

Result<Frame> frameOf(const ByteSource& png, std::size_t index, bool ignoreScrollBar, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const auto rows, open(png, limits));
    const std::uint32_t compared = rows->width() - (ignoreScrollBar ? scrollBarWidth(rows->width()) : 0);
    Frame frame;
    frame.index = index;
    frame.content = {0};
    for (std::uint32_t y = 0; y < rows->height(); ++y) {
        EXHIBIT_ASSIGN(const ByteView row, rows->next());
        const ByteView part = row.first(compared * rows->channels());
        const Digest digest = sha256(part);
        const bool counts = !isPlain(part, rows->channels()) && (y == 0 || digest != frame.rows.back());
        frame.rows.push_back(digest);
        frame.content.push_back(frame.content.back() + (counts ? 1 : 0));
    }
    return frame;
}

/// The run of equal rows with the most content.
Overlap overlapAt(const Frame& upper, const Frame& lower, std::uint32_t shift) {
    Overlap best{shift};
    const std::uint32_t end = std::min(lower.height(), upper.height() - shift);
    std::uint32_t begin = 0;
    for (std::uint32_t y = 0; y <= end; ++y) {
        if (y < end && lower.rows[y] == upper.rows[y + shift])
            continue;
        const std::uint32_t content = lower.content[y] - lower.content[begin];
        if (y > begin && content > best.content)
            best = {shift, begin, y, content};
        begin = y + 1;
    }
    return best;
}

std::optional<Overlap> sureOverlap(const Frame& upper, const Frame& lower) {
    Overlap best;
    std::uint32_t rival = 0;
    for (std::uint32_t shift = 1; shift < upper.height(); ++shift) {
        const Overlap overlap = overlapAt(upper, lower, shift);
        rival = std::max(rival, std::min(best.content, overlap.content));
        if (overlap.content > best.content)
            best = overlap;
    }
    const bool isSure = best.content >= kLeastContent && rival * kRivalShare <= best.content;
    return isSure ? std::optional(best) : std::nullopt;
}

std::string numbersOf(const Frame& upper, const Frame& lower) {
    const auto [first, second] = std::minmax(upper.index, lower.index);
    return std::to_string(first + 1) + ", " + std::to_string(second + 1);
}

/// `frames` from the top.
Result<std::vector<StitchedPart>> partsOf(const std::vector<Frame>& frames) {
    std::vector<StitchedPart> parts{{frames.front().index, 0, frames.front().height()}};
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const Frame& upper = frames[i - 1];
        const Frame& lower = frames[i];
        const auto overlap = sureOverlap(upper, lower);
        // Above what the frame before it added, there would be a gap.
        if (!overlap || overlap->end + overlap->shift <= parts.back().from)
            return fail(ErrorCode::NotFound,
                        "Two of the pictures have no part in common that is sure. Take only the part that scrolls, and "
                        "scroll by less than its height.",
                        numbersOf(upper, lower));
        parts.back().to = overlap->end + overlap->shift;
        parts.push_back({lower.index, overlap->end, lower.height()});
    }
    return parts;
}

Result<std::vector<StitchedPart>> partsOf(const std::vector<SharedSource>& frames, bool ignoreScrollBar,
                                          const image::Limits& limits) {
    std::vector<Frame> downwards;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        EXHIBIT_ASSIGN(Frame frame, frameOf(*frames[i], i, ignoreScrollBar, limits));
        if (downwards.empty() || downwards.back().rows != frame.rows)
            downwards.push_back(std::move(frame));
    }
    if (downwards.size() < 2)
        return fail(ErrorCode::InvalidArgument, "The pictures are all the same. Scroll between them.");
    auto parts = partsOf(downwards);
    if (parts)
        return parts;
    std::reverse(downwards.begin(), downwards.end());
    auto upwards = partsOf(downwards);
    return upwards ? upwards : parts;
}

Result<> checkWidths(const std::vector<SharedSource>& frames, Stitched& whole, const image::Limits& limits) {
    if (frames.size() < 2)
        return fail(ErrorCode::InvalidArgument, "A long picture is put together from two pictures or more.");
    for (const SharedSource& frame : frames) {
        EXHIBIT_ASSIGN(const image::PngLayout layout, image::scanPng(*frame, limits));
        if (whole.width != 0 && layout.width != whole.width)
            return fail(ErrorCode::InvalidArgument,
                        "The pictures differ in their width. Take the same part each time.");
        whole.width = layout.width;
    }
    return {};
}

Result<Bytes> write(const std::vector<SharedSource>& frames, const Stitched& whole, const image::Limits& limits) {
    EXHIBIT_ASSIGN(const auto first, open(*frames.front(), limits));
    const std::size_t channels = first->channels();
    EXHIBIT_ASSIGN(const auto writer, PngWriter::open({whole.width, whole.height, channels}));
    for (const StitchedPart& part : whole.parts) {
        EXHIBIT_ASSIGN(const auto rows, open(*frames[part.frame], limits));
        if (rows->channels() != channels)
            return fail(ErrorCode::InvalidArgument, "The pictures differ in their colours.");
        for (std::uint32_t y = 0; y < part.to; ++y) {
            EXHIBIT_ASSIGN(const ByteView row, rows->next());
            if (y >= part.from) {
                EXHIBIT_TRY(writer->writeRow(row));
            }
        }
    }
    return writer->finish();
}

} // namespace

Result<Stitched> stitchFrames(const std::vector<SharedSource>& frames, const image::Limits& limits) {
    Stitched whole;
    EXHIBIT_TRY(checkWidths(frames, whole, limits));
    auto parts = partsOf(frames, false, limits);
    if (!parts)
        parts = partsOf(frames, true, limits);
    if (!parts)
        return fail(std::move(parts.error()));
    whole.parts = *std::move(parts);
    std::uint64_t height = 0;
    for (const StitchedPart& part : whole.parts)
        height += part.to - part.from;
    if (height > limits.side || height * whole.width > limits.pixels)
        return fail(ErrorCode::LimitExceeded, "The pictures are too many for one long picture.");
    whole.height = static_cast<std::uint32_t>(height);
    EXHIBIT_ASSIGN(whole.png, write(frames, whole, limits));
    return whole;
}

} // namespace exhibit::media
