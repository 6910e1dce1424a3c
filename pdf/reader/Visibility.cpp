#include "pdf/reader/Visibility.h"

#include <unicode/uchar.h>

namespace exhibit::pdf::reader {
namespace {

constexpr double kSmallestText = 5;     // points; the writer's smallest is larger
constexpr double kSmallestBoxDigit = 2; // the digits in a box for a character that has no sign
constexpr double kLowestContrast = 3;   // WCAG 2.1 1.4.3 for large text

double luminance(const Rgb& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// Where the ink of a glyph is sure to be: the middle of its letter height.
Box coreOf(const Glyph& glyph) {
    const double x = static_cast<double>(glyph.x), width = static_cast<double>(glyph.width);
    const double y = static_cast<double>(glyph.y) + static_cast<double>(glyph.rise);
    const double size = static_cast<double>(glyph.size);
    return {x + 0.1 * width, y + 0.1 * size, x + 0.9 * width, y + 0.4 * size};
}

constexpr double kRowHeight = 8;   // points
constexpr double kMostRows = 2000; // that one glyph may touch

bool hasInk(const Glyph& glyph) {
    return !glyph.invisible && !std::all_of(glyph.text.begin(), glyph.text.end(), [](char32_t c) {
        const auto code = static_cast<UChar32>(c);
        return u_isUWhiteSpace(code) != 0 || u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    });
}

int rowOf(double y) {
    return static_cast<int>(std::floor(std::clamp(y, -1e6, 1e6) / kRowHeight));
}

} // namespace

bool isAccent(std::u32string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char32_t c) {
        const auto type = u_charType(static_cast<UChar32>(c));
        return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
    });
}

double contrast(const Rgb& a, const Rgb& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Visibility::Visibility(const PageContent& content, const Box& page) : m_content(content), m_page(page) {
    for (std::uint32_t i = 0; i < content.glyphs.size(); ++i) {
        const Glyph& glyph = content.glyphs[i];
        const Box core = coreOf(glyph);
        const int first = rowOf(std::min(core.bottom, core.top)), last = rowOf(std::max(core.bottom, core.top));
        if (!hasInk(glyph) || isAccent(glyph.text) || last - first > kMostRows ||
            !spend(static_cast<std::size_t>(last - first + 1)))
            continue; // a glyph as large as that is no letter: it shows as an area at most
        for (int row = first; row <= last; ++row)
            m_rows[row].push_back(i);
    }
}

bool Visibility::isOverwritten(const Glyph& glyph, const Box& core) {
    for (int row = rowOf(core.bottom); row <= rowOf(core.top); ++row) {
        const auto others = m_rows.find(row);
        if (others == m_rows.end())
            continue;
        if (!spend(others->second.size()))
            return true;
        for (const std::uint32_t index : others->second) {
            const Glyph& other = m_content.glyphs[index];
            const bool sameLine = other.mark.mcid == glyph.mark.mcid && other.mark.artifact == glyph.mark.artifact;
            if (!sameLine && coreOf(other).overlaps(core))
                return true;
        }
    }
    return false;
}

bool Visibility::spend(std::size_t comparisons) {
    const bool enough = comparisons <= m_comparisonsLeft;
    m_comparisonsLeft = enough ? m_comparisonsLeft - comparisons : 0;
    return enough;
}

const char* Visibility::problemOf(const Glyph& glyph) {
    if (!hasInk(glyph) || isAccent(glyph.text))
        return nullptr;
    const double smallest = glyph.mark.span == kNoContent ? kSmallestText : kSmallestBoxDigit;
    if (!glyph.upright || static_cast<double>(glyph.size) < smallest)
        return "A text is drawn too small to be read, or turned.";
    const Box core = coreOf(glyph);
    if (!m_page.intersection(glyph.clip).contains(core, 0.5))
        return "A text is drawn outside of the page, or cut off.";
    if (core.isEmpty())
        return nullptr;
    if (isOverwritten(glyph, core))
        return "Two texts stand in the same place.";
    if (isCovered(core, glyph.order, glyph.mark.mcid))
        return "Something is painted over a text.";
    const Point middle{(core.left + core.right) / 2, (core.bottom + core.top) / 2};
    if (contrast(glyph.colour, groundOf(middle, glyph.order)) < kLowestContrast)
        return "A text has nearly the same colour as its ground.";
    return nullptr;
}

bool Visibility::isCovered(const Box& box, std::uint32_t order, std::uint32_t ownContent) {
    if (!spend(m_content.paints.size() + m_content.images.size()))
        return true;
    const auto covers = [&](const auto& item, const Box& area) { return item.order > order && area.overlaps(box); };
    return std::any_of(m_content.paints.begin(), m_content.paints.end(),
                       [&](const Paint& paint) { return covers(paint, paint.box); }) ||
           std::any_of(m_content.images.begin(), m_content.images.end(), [&](const DrawnImage& image) {
               return (image.mark.mcid != ownContent || ownContent == kNoContent) &&
                      covers(image, image.matrix.mapBox({0, 0, 1, 1}).intersection(image.clip));
           });
}

Rgb Visibility::groundOf(const Point& point, std::uint32_t order) {
    Rgb ground{1, 1, 1};
    if (!spend(m_content.paints.size() + m_content.images.size()))
        return ground;
    for (const Paint& paint : m_content.paints)
        if (paint.order < order && paint.box.contains(point))
            ground = paint.colour;
    // A picture may have any colour: what is written on it counts as unreadable.
    for (const DrawnImage& image : m_content.images)
        if (image.order < order && image.matrix.mapBox({0, 0, 1, 1}).intersection(image.clip).contains(point))
            return {0.5, 0.5, 0.5};
    return ground;
}

} // namespace exhibit::pdf::reader
