#include "cli/CaseAccess.h"
#include "core/Text.h"
#include "dossier/Export.h"
#include "preview/PageRenderer.h"
#include "store/AtomicFolder.h"

#include <algorithm>
#include <charconv>

namespace exhibit::cli {

namespace {

constexpr int kUsualDpi = 110;
constexpr std::string_view kStem = "page-";
constexpr std::string_view kEnding = ".png";

/// "page-007.png", as wide as the last page's number.
std::string pageName(std::size_t number, std::size_t last) {
    const std::string digits = std::to_string(number);
    return std::string(kStem) + std::string(std::to_string(last).size() - digits.size(), '0') + digits +
           std::string(kEnding);
}

bool isPageName(std::string_view name) {
    return name.starts_with(kStem) && name.ends_with(kEnding);
}

class PreviewVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("FILE", m_path, "A dossier (PDF), or a case: then the dossier that it would make.");
        options.argument("FOLDER", m_folder, "The folder to make. Without it: beside the file, NAME-preview.",
                         Presence::Optional);
        options.text("--pages", "NUMBERS", m_pages, "Only these, such as 1-3,7.");
        options.text("--dpi", "NUMBER", m_dpi, "Dots per inch, 20 to 600; 110 without it.");
        options.flag("--force", m_force, "Replace the folder if it holds nothing but pages.");
        declareJson(options);
        options.example("preview dossier.pdf");
        options.example("preview my.exhibit17 pages --pages 1-3 --dpi 150");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const int dpi, resolution());
        EXHIBIT_ASSIGN(const SharedSource file, openFile(m_path));
        EXHIBIT_ASSIGN(const bool isCase, looksLikeCase(*file));
        auto renderer = isCase ? openMade(context) : preview::PageRenderer::open(*file);
        if (!renderer && renderer.error().code == ErrorCode::Unsupported)
            return showError(context.console, *this, renderer.error(), kUnavailable);
        if (!renderer)
            return fail(Error{renderer.error().code, renderer.error().message, m_path});
        EXHIBIT_ASSIGN(const std::vector<std::size_t> numbers, chosenPages(renderer->pages().size()));
        const std::filesystem::path folder = m_folder.empty() ? defaultFolder() : std::filesystem::path(m_folder);
        EXHIBIT_TRY(draw(context, *renderer, numbers, dpi, folder));
        report(context.console, *renderer, numbers, folder);
        return kOk;
    }

private:
    [[nodiscard]] std::filesystem::path defaultFolder() const {
        const std::filesystem::path path(m_path);
        return path.parent_path() / (path.stem().string() + "-preview");
    }

    [[nodiscard]] Result<int> resolution() const {
        if (!m_dpi)
            return kUsualDpi;
        int dpi = 0;
        const auto [end, error] = std::from_chars(m_dpi->data(), m_dpi->data() + m_dpi->size(), dpi);
        if (error != std::errc() || end != m_dpi->data() + m_dpi->size() || dpi < preview::kSmallestDpi ||
            dpi > preview::kLargestDpi)
            return fail(ErrorCode::InvalidArgument, "\"" + escapeForDisplay(*m_dpi, EscapeStyle::Line) +
                                                        "\" isn't a resolution: a number from 20 to 600.");
        return dpi;
    }

    /// The dossier of a case, in a file that has no name and leaves nothing.
    [[nodiscard]] Result<preview::PageRenderer> openMade(const Context& context) const {
        EXHIBIT_ASSIGN(const CaseFile opened, openCase(context, m_path, Access::Read));
        EXHIBIT_ASSIGN(UnnamedFile file, UnnamedFile::open());
        const pdf::InstalledFonts fonts;
        EXHIBIT_TRY(dossier::writeDossier(opened, {}, {context.clock, fonts}, file,
                                          context.console.progress("Making the dossier")));
        return preview::PageRenderer::open(std::move(file));
    }

    [[nodiscard]] Result<std::vector<std::size_t>> chosenPages(std::size_t last) const {
        std::vector<std::size_t> numbers;
        if (!m_pages) {
            for (std::size_t number = 1; number <= last; ++number)
                numbers.push_back(number);
            return numbers;
        }
        EXHIBIT_ASSIGN(const std::vector<int> chosen, pageNumbers(*m_pages));
        for (const int number : chosen)
            numbers.push_back(static_cast<std::size_t>(number));
        if (numbers.back() > last)
            return fail(ErrorCode::NotFound,
                        "There is no page " + std::to_string(numbers.back()) + "; the last one is " +
                            std::to_string(last) + ".",
                        m_path);
        return numbers;
    }

    [[nodiscard]] Result<> draw(const Context& context, const preview::PageRenderer& renderer,
                                const std::vector<std::size_t>& numbers, int dpi,
                                const std::filesystem::path& folder) const {
        auto out = AtomicFolder::open(folder, m_force ? Existing::Replace : Existing::Refuse, isPageName);
        if (!out && out.error().code == ErrorCode::AlreadyExists && !m_force)
            out.error().message += " --force replaces it if it holds nothing but pages.";
        if (!out)
            return fail(std::move(out.error()));
        const Progress progress = context.console.progress("Drawing the pages");
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            EXHIBIT_ASSIGN(Bytes png, renderer.page(numbers[i], dpi));
            EXHIBIT_TRY(out->add(pageName(numbers[i], renderer.pages().size()), MemorySource(std::move(png))));
            if (!progress(i + 1, numbers.size()))
                return fail(ErrorCode::Cancelled, "Stopped. Nothing was written.");
        }
        return out->commit();
    }

    void report(Console& console, const preview::PageRenderer& renderer, const std::vector<std::size_t>& numbers,
                const std::filesystem::path& folder) const {
        const std::size_t last = renderer.pages().size();
        if (wantsJson()) {
            Json pages = Json::array();
            for (const std::size_t number : numbers)
                pages.push_back(Json{{"page", number}, {"file", pageName(number, last)}});
            printJson(console,
                      Json{{"folder", jsonText(folder.string())}, {"pageCount", last}, {"pages", std::move(pages)}});
            return;
        }
        console.printLine(console.styled(std::to_string(numbers.size()) + " of " + std::to_string(last) +
                                             (last == 1 ? " page is" : " pages are") + " drawn in " +
                                             escapeForDisplay(folder.string(), EscapeStyle::Line) + ".",
                                         Style::Bold));
    }

    std::string m_path;
    std::string m_folder;
    std::optional<std::string> m_pages, m_dpi;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Verb> makePreview() {
    return std::make_unique<PreviewVerb>();
}

} // namespace exhibit::cli
