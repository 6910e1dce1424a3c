#include "cli/MarkupOptions.h"

#include "core/Text.h"

#include <charconv>

namespace exhibit::cli {

void MarkupOptions::declareTarget(Options& options) {
    options.argument("CASE", m_path, "The case file.");
    options.argument("NUMBER", m_exhibit, "The exhibit's number; may be left out with --list.", Presence::Optional);
}

void MarkupOptions::declarePlace(Options& options, std::vector<std::string> roles) {
    options.group("Where");
    options.choice("--on", m_on, std::move(roles), "What it is on.");
    options.text("--screenshot", "K", m_screenshot, "Which screenshot of the exhibit, if it has several.");
    options.texts("--rect", "X,Y,W,H", m_rectangles,
                  "A rectangle of a screenshot, in pixels from its upper left corner.");
    options.text("--text", "WORDS", m_text, "Words of a text, as they stand there.");
}

Result<int> MarkupOptions::exhibit() const {
    if (m_exhibit.empty())
        return fail(ErrorCode::InvalidArgument, "Say which exhibit: \"exhibit17 list\" shows the numbers.");
    return exhibitNumber(m_exhibit);
}

Result<std::vector<int>> MarkupOptions::exhibits(const CaseFile& file) const {
    if (namesExhibit()) {
        EXHIBIT_ASSIGN(const int number, exhibit());
        EXHIBIT_TRY(file.exhibit(number));
        return std::vector<int>{number};
    }
    EXHIBIT_ASSIGN(const auto summaries, file.exhibits());
    std::vector<int> numbers;
    for (const ExhibitSummary& summary : summaries)
        if (!summary.withdrawn)
            numbers.push_back(summary.number);
    return numbers;
}

Result<std::optional<Role>> MarkupOptions::role() const {
    if (!m_on)
        return std::optional<Role>();
    EXHIBIT_ASSIGN(const Role on, roleFromName(*m_on));
    return std::optional(on);
}

Result<> MarkupOptions::checkPlace() const {
    EXHIBIT_ASSIGN(const std::optional<Role> on, role());
    const bool picture = on == Role::Screenshot || (!on && !m_rectangles.empty());
    if (m_text && picture)
        return fail(ErrorCode::InvalidArgument, "Words can't be found in a picture: name their rectangles by --rect "
                                                "X,Y,WIDTH,HEIGHT, in pixels.");
    if (!m_rectangles.empty() && !picture)
        return fail(ErrorCode::InvalidArgument, "Rectangles are for screenshots: name words of a text by --text.");
    if (m_screenshot && !picture)
        return fail(ErrorCode::InvalidArgument, "--screenshot goes with --rect.");
    if (m_rectangles.empty() && (!m_text || m_text->empty()))
        return fail(ErrorCode::InvalidArgument, "Say what: --rect X,Y,WIDTH,HEIGHT for a screenshot, --text WORDS for "
                                                "a text.");
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

Json regionJson(const Region& region) {
    return Json{{"x", region.x}, {"y", region.y}, {"width", region.width}, {"height", region.height}};
}

std::string regionText(const Region& region) {
    return std::to_string(region.x) + "," + std::to_string(region.y) + "," + std::to_string(region.width) + "," +
           std::to_string(region.height);
}

} // namespace exhibit::cli
