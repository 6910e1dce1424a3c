#include "cli/MarkupOptions.h"

#include "core/Text.h"

#include <charconv>

namespace exhibit::cli {

void MarkupOptions::declareTarget(Options& options, std::string_view exhibitHelp) {
    options.argument("CASE", m_path, "The case file.");
    options.argument("NUMBER", m_exhibit, exhibitHelp, Presence::Optional);
}

void MarkupOptions::declarePlace(Options& options, std::string_view rectangleHelp, std::string_view textHelp) {
    options.group("Where");
    options.texts("--rect", "X,Y,W,H", m_rectangles, rectangleHelp);
    options.text("--screenshot", "K", m_screenshot, "Which screenshot of the exhibit, if it has several.");
    options.text("--text", "WORDS", m_text, textHelp);
}

Result<int> MarkupOptions::exhibit() const {
    if (m_exhibit.empty())
        return fail(ErrorCode::InvalidArgument, "Say which exhibit: \"exhibit17 list\" shows the numbers.");
    return exhibitNumber(m_exhibit);
}

Result<std::vector<int>> MarkupOptions::exhibits(const CaseFile& file) const {
    if (!m_exhibit.empty() && m_exhibit != "all") {
        EXHIBIT_ASSIGN(std::vector<int> named, exhibitNumbers(m_exhibit));
        for (const int number : named) {
            EXHIBIT_TRY(file.exhibit(number));
        }
        return named;
    }
    EXHIBIT_ASSIGN(const auto summaries, file.exhibits());
    std::vector<int> numbers;
    for (const ExhibitSummary& summary : summaries)
        if (!summary.withdrawn)
            numbers.push_back(summary.number);
    return numbers;
}

Result<> MarkupOptions::checkPlace(Quotes quotes) const {
    const bool picture = !m_rectangles.empty();
    if (!picture && (!m_text || m_text->empty()))
        return fail(ErrorCode::InvalidArgument, "Say where: --rect X,Y,WIDTH,HEIGHT for a screenshot, in pixels, or "
                                                "--text WORDS for texts.");
    if (!picture && m_screenshot)
        return fail(ErrorCode::InvalidArgument, "--screenshot goes with --rect: words can't be found in pictures.");
    if (picture && m_text && quotes == Quotes::Refused)
        return fail(ErrorCode::InvalidArgument, "--rect is for screenshots and --text for texts: use one after the "
                                                "other.");
    return {};
}

Result<std::vector<Region>> MarkupOptions::regions() const {
    std::vector<Region> regions;
    for (const std::string& text : m_rectangles) {
        EXHIBIT_ASSIGN(const Region region, regionFromText(text));
        regions.push_back(region);
    }
    return regions;
}

Result<int> MarkupOptions::screenshot() const {
    return m_screenshot ? markupNumber(*m_screenshot) : Result<int>(1);
}

Result<int> markupNumber(const std::string& text) {
    int number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc() || end != last || number < 1)
        return fail(ErrorCode::InvalidArgument,
                    "\"" + escapeForDisplay(text, EscapeStyle::Line) + "\" isn't a number from 1. --list shows them.");
    return number;
}

} // namespace exhibit::cli
