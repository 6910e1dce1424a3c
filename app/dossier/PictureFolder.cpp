#include "dossier/PictureFolder.h"

#include "core/UnnamedFile.h"
#include "dossier/Fit.h"
#include "media/Stack.h"
#include "preview/PageRenderer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace exhibit::dossier {

namespace {

constexpr std::string_view kContactSheet = "contact-sheet.png";
constexpr std::size_t kMostPages = 12; ///< in one picture
constexpr double kPointsPerInch = 72;
constexpr int kBestDpi = 300;
constexpr int kUsualDpi = 150;
constexpr int kSmallestDpi = 96; ///< the text of the pages is as large as on an ordinary screen
/// What stands between header and footer of a page (pdf/Style.h): shares of its height.
constexpr media::PageBand kBody{0.075, 0.93};

/// "exhibit-12.pdf", "exhibit-12.png", the contact sheet and the list of sums.
bool isOwn(std::string_view name) {
    if (name == kContactSheet || name == kSumsName)
        return true;
    constexpr std::string_view kStart = "exhibit-";
    if (!name.starts_with(kStart) || !(name.ends_with(".pdf") || name.ends_with(".png")))
        return false;
    const std::string_view digits = name.substr(kStart.size(), name.size() - kStart.size() - 4);
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Pages as one picture of at most `maxSize` bytes: as sharp as that allows, then grey, then coarser. Nothing if it
/// can't be made so that it can be read.
class SheetDrawer {
public:
    SheetDrawer(const preview::PageRenderer& renderer, std::uint64_t maxSize, const Progress& progress)
        : m_renderer(renderer), m_maxSize(maxSize), m_progress(progress) {}

    Result<std::optional<Bytes>> draw(int dpi) {
        for (; dpi >= kSmallestDpi; dpi = dpi * 4 / 5) {
            EXHIBIT_ASSIGN(const std::optional<media::PageStack> stack, drawPages(dpi));
            if (!stack)
                continue;
            for (const media::StackColours colours : {media::StackColours::AsTheyAre, media::StackColours::Grey}) {
                EXHIBIT_ASSIGN(Bytes picture, stack->png(colours));
                if (picture.size() <= m_maxSize)
                    return std::optional(std::move(picture));
            }
        }
        return std::optional<Bytes>();
    }
    [[nodiscard]] bool isCut() const { return m_renderer.pages().size() > kMostPages; }

private:
    /// Nothing if that would be too many pixels.
    Result<std::optional<media::PageStack>> drawPages(int dpi) const {
        std::optional<media::PageStack> stack;
        const std::size_t count = std::min(m_renderer.pages().size(), kMostPages);
        for (std::size_t number = 1; number <= count; ++number) {
            if (m_progress && !m_progress(number, count))
                return fail(ErrorCode::Cancelled, "Stopped. Nothing was written.");
            EXHIBIT_ASSIGN(const preview::PagePixels page, m_renderer.pixels(number, dpi));
            if (!stack)
                stack.emplace(page.width, kBody);
            const auto added = stack->add(page.samples);
            if (!added && added.error().code == ErrorCode::LimitExceeded)
                return std::optional<media::PageStack>();
            EXHIBIT_TRY(added);
        }
        return stack;
    }

    const preview::PageRenderer& m_renderer;
    std::uint64_t m_maxSize;
    const Progress& m_progress;
};

/// At which the pictures of an exhibit have their own pixels.
int nativeDpi(const DisclosedExhibit& exhibit) {
    double dpi = kUsualDpi;
    for (const DisclosedItem* item : exhibit.of(Role::Screenshot)) {
        const auto picture = pdf::Picture::open(item->bytes);
        if (item->leaf && picture)
            dpi = std::max(dpi, (*picture)->width() * kPointsPerInch / shownWidth(**picture));
    }
    return std::min(static_cast<int>(std::lround(dpi)), kBestDpi);
}

class Filler {
public:
    Filler(const CaseFile& caseFile, const ExportOptions& options, const ExportEnvironment& environment,
           const Progress& progress, PictureFolder& out)
        : m_caseFile(caseFile), m_options(options), m_environment(environment), m_progress(progress), m_out(out) {}

    Result<> addExhibit(int number) {
        ExportOptions options = m_options;
        options.profile = Profile::Single;
        options.exhibits = {number};
        EXHIBIT_ASSIGN(Stage stage, Stage::set(m_caseFile, options, m_environment.clock, m_progress));
        EXHIBIT_ASSIGN(const Prepared prepared, fit(stage, *options.maxSize, m_environment.fonts, m_progress));
        MemorySink sink;
        EXHIBIT_TRY(prepared.write(sink, m_progress));
        const MemorySource pdf(sink.take());
        const std::string stem = "exhibit-" + std::to_string(number);
        EXHIBIT_TRY(add(stem + ".pdf", pdf));
        EXHIBIT_ASSIGN(const auto renderer, preview::PageRenderer::open(pdf));
        return addPicture(stem + ".png", renderer, nativeDpi(stage.content().exhibits.front()));
    }

    Result<> addContactSheet(const Scene& scene) {
        const pdf::Document document = contactSheet(scene);
        EXHIBIT_ASSIGN(const auto composition, pdf::Composition::compose(document, m_environment.fonts));
        EXHIBIT_ASSIGN(UnnamedFile file, UnnamedFile::open());
        EXHIBIT_TRY(composition.write({}, file, m_progress));
        EXHIBIT_ASSIGN(const auto renderer, preview::PageRenderer::open(std::move(file)));
        return addPicture(std::string(kContactSheet), renderer, kBestDpi);
    }

    Result<> finish() {
        const std::string sums = sumsOf(m_sums);
        EXHIBIT_ASSIGN(m_out.sums, m_out.folder.add(std::string(kSumsName), MemorySource(std::string_view(sums))));
        m_out.files.emplace_back(kSumsName);
        return {};
    }

private:
    Result<> addPicture(const std::string& name, const preview::PageRenderer& renderer, int dpi) {
        SheetDrawer drawer(renderer, *m_options.maxSize, m_progress);
        EXHIBIT_ASSIGN(std::optional<Bytes> picture, drawer.draw(dpi));
        if (!picture) {
            m_out.warnings.push_back(name + " was left out: a picture of " + byteCount(*m_options.maxSize) +
                                     " couldn't be read.");
            return {};
        }
        if (drawer.isCut())
            m_out.warnings.push_back(name + " shows the first " + std::to_string(kMostPages) + " pages of " +
                                     std::to_string(renderer.pages().size()) + " alone.");
        return add(name, MemorySource(*std::move(picture)));
    }

    Result<> add(const std::string& name, const ByteSource& bytes) {
        EXHIBIT_ASSIGN(const Digest digest, m_out.folder.add(name, bytes));
        m_sums.emplace(name, digest);
        m_out.files.push_back(name);
        return {};
    }

    const CaseFile& m_caseFile;
    const ExportOptions& m_options;
    const ExportEnvironment& m_environment;
    const Progress& m_progress;
    PictureFolder& m_out;
    std::map<std::string, Digest> m_sums;
};

} // namespace

std::filesystem::path pictureFolderOf(const std::filesystem::path& dossier) {
    return dossier.parent_path() / (dossier.stem().string() + "-pictures");
}

Result<PictureFolder> fillPictureFolder(const CaseFile& caseFile, const std::filesystem::path& folder,
                                        const Stage& stage, const ExportOptions& options,
                                        const ExportEnvironment& environment, const Progress& progress) {
    EXHIBIT_ASSIGN(AtomicFolder opened, AtomicFolder::open(folder, options.existing, isOwn));
    PictureFolder out{std::move(opened), {}, {}, {}};
    Filler filler(caseFile, options, environment, progress, out);
    const Scene scene = stage.scene();
    for (const DisclosedExhibit& exhibit : scene.content.exhibits) {
        EXHIBIT_TRY(filler.addExhibit(exhibit.number));
    }
    EXHIBIT_TRY(filler.addContactSheet(scene));
    EXHIBIT_TRY(filler.finish());
    return out;
}

} // namespace exhibit::dossier
