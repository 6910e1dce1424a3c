#pragma once
// The pages, written by libharu: the page tree, content streams, link annotations, bookmarks, and a placeholder for
// every picture. It never sees a foreign picture or font: those are put in by the finisher.

#include "core/Bytes.h"

#include <memory>
#include <string>
#include <string_view>

namespace exhibit::pdf {

/// A picture of the document, by its number in the order of addImage().
using ImageNumber = std::size_t;

/// The key in the dictionary of a placeholder that holds the picture's number.
inline constexpr std::string_view kPlaceholderKey = "Exhibit17Image";

/// In points, from the lower left corner of the page.
struct Rectangle {
    double left = 0, bottom = 0, right = 0, top = 0;
};

class PageWriter {
public:
    static Result<std::unique_ptr<PageWriter>> create();
    ~PageWriter();
    PageWriter(const PageWriter&) = delete;
    PageWriter& operator=(const PageWriter&) = delete;

    /// The number of the new page, from 0.
    [[nodiscard]] Result<std::size_t> addPage(double width, double height);
    /// Adds operators to the page's content.
    [[nodiscard]] Result<> append(std::size_t page, std::string_view operators);
    [[nodiscard]] Result<ImageNumber> addImage();
    /// The name of the picture among the page's resources, without the slash.
    [[nodiscard]] Result<std::string> imageName(std::size_t page, ImageNumber image);
    /// The number of the annotation on its page. The finisher sets the address and the description.
    [[nodiscard]] Result<std::size_t> addLink(std::size_t page, const Rectangle& area);
    /// A bookmark below the last one of the level above (levels from 1); its title is its number, from 0, for the
    /// finisher to replace.
    [[nodiscard]] Result<> addBookmark(int level, std::size_t page, double top);

    [[nodiscard]] std::size_t pageCount() const;
    /// The document so far as a PDF file. No pages can be added afterwards.
    [[nodiscard]] Result<Bytes> finish();

private:
    struct Haru;
    explicit PageWriter(std::unique_ptr<Haru> haru);
    [[nodiscard]] Result<> check() const;

    std::unique_ptr<Haru> m_haru;
};

} // namespace exhibit::pdf
