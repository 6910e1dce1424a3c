#include "preview/PageRenderer.h"

#include "core/LimitedProcess.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace exhibit::preview {

namespace {

constexpr const char* kPackage = "poppler-utils";
constexpr double kMostPixels = 150'000'000;
constexpr int kMostPages = 100'000;
constexpr double kPointsPerInch = 72;

/// Takes a number from the beginning of `text`, after spaces.
template <class Number>
std::optional<Number> takeNumber(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool takeWord(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

bool isProper(double length) {
    return std::isfinite(length) && length > 0;
}

/// Lines of pdfinfo: "Page    1 size:  595.28 x 841.89 pts (A4)" and "Page    1 rot:   90", in the order of the pages.
std::vector<PageSize> pageSizes(std::string_view text) {
    std::vector<PageSize> pages;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const bool isPage = takeWord(line, "Page ");
        const auto number = isPage ? takeNumber<std::size_t>(line) : std::nullopt;
        if (!number)
            continue;
        if (takeWord(line, " size:") && *number == pages.size() + 1) {
            const auto width = takeNumber<double>(line);
            const auto height = takeWord(line, " x") ? takeNumber<double>(line) : std::nullopt;
            const bool proper = width && height && isProper(*width) && isProper(*height);
            pages.push_back(proper ? PageSize{*width, *height} : PageSize{});
        } else if (takeWord(line, " rot:") && *number == pages.size()) {
            const auto angle = takeNumber<int>(line);
            if (angle && *angle % 180 != 0)
                std::swap(pages.back().width, pages.back().height);
        }
    }
    return pages;
}

} // namespace

Result<PageRenderer> PageRenderer::open(const ByteSource& pdf) {
    EXHIBIT_ASSIGN(UnnamedFile file, UnnamedFile::open());
    EXHIBIT_TRY(pdf.forEachPiece(0, pdf.size(), [&file](ByteView piece) { return file.write(piece); }));
    return open(std::move(file));
}

Result<PageRenderer> PageRenderer::open(UnnamedFile pdf) {
    PageRenderer renderer(std::move(pdf));
    const std::vector<std::string> words{"-f", "1", "-l", std::to_string(kMostPages), kInputName};
    const auto text = runLimited({"pdfinfo", kPackage}, words, renderer.m_file.descriptor(), {});
    if (!text && text.error().code == ErrorCode::Malformed)
        return fail(ErrorCode::Malformed, "This can't be read as a PDF.");
    if (!text)
        return fail(text.error());
    renderer.m_pages = pageSizes(textOf(*text));
    if (renderer.m_pages.empty())
        return fail(ErrorCode::Malformed, "This PDF has no pages.");
    return renderer;
}

Result<Bytes> PageRenderer::draw(std::size_t number, int dpi, const std::vector<std::string>& format) const {
    const std::string page = std::to_string(number);
    if (number == 0 || number > m_pages.size())
        return fail(ErrorCode::NotFound,
                    "There is no such page; the last one is " + std::to_string(m_pages.size()) + ".", "page " + page);
    if (dpi < kSmallestDpi || dpi > kLargestDpi)
        return fail(ErrorCode::InvalidArgument, "The resolution must be between " + std::to_string(kSmallestDpi) +
                                                    " and " + std::to_string(kLargestDpi) + " dots per inch.");
    const PageSize& size = m_pages[number - 1];
    const double scale = dpi / kPointsPerInch;
    if (size.width * scale * (size.height * scale) > kMostPixels)
        return fail(ErrorCode::LimitExceeded, "The page is too large to be drawn at this resolution.", "page " + page);
    std::vector<std::string> words{"-q", "-cropbox", "-f", page, "-l", page, "-r", std::to_string(dpi)};
    words.insert(words.end(), format.begin(), format.end());
    words.emplace_back(kInputName);
    auto drawn = runLimited({"pdftoppm", kPackage}, words, m_file.descriptor(), {});
    if (!drawn)
        return fail(drawn.error().code, drawn.error().message, "page " + page);
    // pdftoppm ends with 0 after some pages that it couldn't draw.
    if (drawn->empty())
        return fail(ErrorCode::Malformed, "This page can't be drawn.", "page " + page);
    return drawn;
}

Result<Bytes> PageRenderer::page(std::size_t number, int dpi) const {
    return draw(number, dpi, {"-png"});
}

Result<PagePixels> PageRenderer::pixels(std::size_t number, int dpi) const {
    EXHIBIT_ASSIGN(Bytes drawn, draw(number, dpi, {}));
    // "P6\n<width> <height>\n255\n", then the samples (netpbm's ppm(5)).
    std::string_view text = textOf(drawn);
    PagePixels pixels;
    const bool isPpm = takeWord(text, "P6\n");
    const auto width = isPpm ? takeNumber<std::uint32_t>(text) : std::nullopt;
    const auto height = width ? takeNumber<std::uint32_t>(text) : std::nullopt;
    if (!height || !takeWord(text, "\n255\n") || text.size() != std::uint64_t{3} * *width * *height)
        return fail(ErrorCode::Malformed, "This page can't be drawn.", "page " + std::to_string(number));
    pixels.width = *width;
    pixels.height = *height;
    drawn.erase(drawn.begin(), drawn.end() - static_cast<std::ptrdiff_t>(text.size()));
    pixels.samples = std::move(drawn);
    return pixels;
}

} // namespace exhibit::preview
