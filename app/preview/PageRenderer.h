#pragma once
// Pages of a PDF as pictures: the real pages, drawn by poppler.
//
// A PDF of a stranger can be made to break whoever draws it. So that is done by pdftoppm, in a process of its own with
// limits, one for each page; a page that breaks it is an Error here. Nothing in it belongs to a thread or to a window:
// an app draws page by page beside its windows, with one renderer for several threads if it likes.

#include "core/UnnamedFile.h"

#include <vector>

namespace exhibit::preview {

/// As it is looked at, in points (1/72 inch).
struct PageSize {
    double width = 0;
    double height = 0;
};

/// RGB, 8 bits a sample, row by row from the top.
struct PagePixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    Bytes samples;
};

inline constexpr int kSmallestDpi = 20;
inline constexpr int kLargestDpi = 600;

class PageRenderer {
public:
    /// Takes a file that nobody else can exchange. Unsupported without poppler's programs, Malformed if it is no PDF
    /// that they can read.
    static Result<PageRenderer> open(UnnamedFile pdf);
    /// Of a copy.
    static Result<PageRenderer> open(const ByteSource& pdf);

    [[nodiscard]] const std::vector<PageSize>& pages() const { return m_pages; }
    /// Draws a page, from 1, and answers a PNG: RGB, 8 bits. NotFound if there is no such page, InvalidArgument for a
    /// resolution beyond the limits above, LimitExceeded for a page that is too large or takes too long, Malformed for
    /// one that can't be drawn.
    [[nodiscard]] Result<Bytes> page(std::size_t number, int dpi) const;
    /// The same as bare pixels, which takes less time.
    [[nodiscard]] Result<PagePixels> pixels(std::size_t number, int dpi) const;

private:
    explicit PageRenderer(UnnamedFile file) : m_file(std::move(file)) {}
    [[nodiscard]] Result<Bytes> draw(std::size_t number, int dpi, const std::vector<std::string>& format) const;
    UnnamedFile m_file;
    std::vector<PageSize> m_pages;
};

} // namespace exhibit::preview
