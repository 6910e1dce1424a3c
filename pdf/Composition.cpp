#include "pdf/Composition.h"

#include "core/Text.h"
#include "pdf/BlockSetter.h"
#include "pdf/Finisher.h"
#include "pdf/Syntax.h"

#include <algorithm>
#include <exception>

namespace exhibit::pdf {

struct Composition::State {
    ComposedPages pages;
    std::size_t pageCount = 0;
    std::vector<UsedFont> fonts;
    std::vector<std::string> warnings;
    std::map<std::string, std::size_t, std::less<>> pagesOfIds;
};

namespace {

/// Sets a document, and lets go of what is needed only while it is set.
class Composer {
public:
    Composer(const Document& document, ComposedPages& pages) : m_document(document), m_pages(pages) {}

    Result<> run(const FontProvider& provider);
    [[nodiscard]] std::size_t pageCount() const { return m_writer->pageCount(); }
    [[nodiscard]] std::map<std::string, std::size_t, std::less<>> pagesOfIds() const { return m_pagesOfIds; }

private:
    [[nodiscard]] Result<> checkDocument() const;
    void addSignatureFields();
    void addRunningLines(Workshop& workshop, TextSetter& text, const std::map<std::size_t, std::string>& titles);

    const Document& m_document;
    ComposedPages& m_pages;
    std::unique_ptr<PageWriter> m_writer;
    std::map<std::string, std::size_t, std::less<>> m_pagesOfIds;
};

bool isLanguageTag(std::string_view tag) {
    return !tag.empty() && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

Result<> Composer::checkDocument() const {
    for (const std::string* text : {&m_document.title, &m_document.subject, &m_document.author, &m_document.keywords,
                                    &m_document.producer, &m_document.header, &m_document.footer})
        if (firstInvalidUtf8(*text) || text->find('\0') != std::string::npos)
            return fail(ErrorCode::InvalidArgument, "The document's title or another of its texts isn't valid UTF-8.");
    if (m_document.title.empty()) // ISO 14289-1 7.1
        return fail(ErrorCode::InvalidArgument, "The document needs a title.");
    if (!isLanguageTag(m_document.language))
        return fail(ErrorCode::InvalidArgument, "The document's language isn't a language tag such as \"en\".",
                    m_document.language);
    return {};
}

Result<> Composer::run(const FontProvider& provider) {
    EXHIBIT_TRY(checkDocument());
    m_pages.metadata = cleaned({m_document.title, m_document.subject, m_document.author, m_document.keywords,
                                m_document.producer, m_document.created});
    m_pages.language = m_document.language;
    EXHIBIT_ASSIGN(m_pages.fonts, FontLibrary::open(provider));
    EXHIBIT_ASSIGN(m_writer, PageWriter::create());
    Shaper shaper(*m_pages.fonts);
    LineBreaker breaker;
    LinePainter painter(*m_pages.fonts);
    Workshop workshop{*m_writer, m_pages.structure, painter, m_pages.images, m_pages.links};
    TextSetter text(workshop, shaper, breaker, m_document);
    BlockSetter blocks(workshop, text, m_document);
    Flow flow(workshop);
    EXHIBIT_TRY(blocks.set(m_document.blocks, {}, flow));
    flow.finish();
    if (m_writer->pageCount() == 0) { // a PDF has at least one page
        Fragment nothing;
        nothing.height = 1;
        flow.add(std::move(nothing));
        flow.finish();
    }
    addRunningLines(workshop, text, blocks.runningTitles());
    if (workshop.error)
        return fail(*workshop.error);
    m_pages.bookmarks = blocks.bookmarks();
    m_pagesOfIds = blocks.pagesOfIds();
    addSignatureFields();
    EXHIBIT_ASSIGN(m_pages.file, m_writer->finish());
    return {};
}

/// Header and footer of every page, once their number is known: pagination artifacts (ISO 32000-1 14.8.2.2.2).
void Composer::addRunningLines(Workshop& workshop, TextSetter& text, const std::map<std::size_t, std::string>& titles) {
    const std::size_t count = m_writer->pageCount();
    const double left = style::kLeft, width = style::kTextWidth, right = left + width;
    std::string title;
    for (std::size_t page = 0; page < count; ++page) {
        if (const auto changed = titles.find(page); changed != titles.end())
            title = changed->second;
        Canvas canvas(workshop, page);
        const auto put = [&](const std::string& shown, double share, double baseline, bool atRight) {
            if (shown.empty())
                return;
            const SetLine line = text.shortened(shown, style::kRunning, width * share);
            const double x = atRight ? right - line.fullWidth : left;
            TextSetter::drawPlain(canvas, line, x, baseline + line.baseline, line.fullWidth);
        };
        canvas.content() += "/Artifact <</Type /Pagination>> BDC\n";
        put(m_document.header, 0.62, style::kHeaderBaseline, false);
        put(title, 0.34, style::kHeaderBaseline, true);
        const std::string number =
            filledIn(filledIn(m_document.labels.pageOfPages, "{page}", decimal(page + 1)), "{pages}", decimal(count));
        put(m_document.footer, 0.7, style::kFooterBaseline, false);
        put(number, 0.28, style::kFooterBaseline, true);
        canvas.fillRectangle({left, style::kHeaderRule - 0.5, right, style::kHeaderRule}, style::kHairline);
        canvas.fillRectangle({left, style::kFooterRule, right, style::kFooterRule + 0.5}, style::kHairline);
        canvas.end();
        canvas.finish();
    }
}

void Composer::addSignatureFields() {
    m_pages.signatureFields = {{"Signature1", m_document.labels.signatureField},
                               {"DocTimeStamp1", m_document.labels.timestampField}};
    for (std::size_t i = 0; i < m_pages.signatureFields.size(); ++i) {
        StructureElement form;
        form.type = "Form";
        form.alt = cleanedText(m_pages.signatureFields[i].description);
        const ElementId element = m_pages.structure.add(StructureTree::kDocument, std::move(form));
        m_pages.structure.addAnnotation(element, 0, m_pages.links.front().size() + i);
    }
}

std::vector<UsedFont> usedFonts(const ComposedPages& pages) {
    std::vector<const FontFace*> faces;
    for (const FontFace* face : pages.fonts->used())
        faces.push_back(face);
    for (const ImageSource& image : pages.images) // colour emoji are pictures from a font
        if (const auto* emoji = std::get_if<EmojiImage>(&image))
            if (std::find(faces.begin(), faces.end(), emoji->face) == faces.end())
                faces.push_back(emoji->face);
    std::vector<UsedFont> fonts;
    for (const FontFace* face : faces)
        fonts.push_back({face->file().name, face->postScriptName(), sha256(face->file().bytes)});
    std::sort(fonts.begin(), fonts.end(),
              [](const UsedFont& a, const UsedFont& b) { return std::tie(a.file, a.name) < std::tie(b.file, b.name); });
    return fonts;
}

} // namespace

Composition::Composition(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Composition::Composition(Composition&&) noexcept = default;
Composition& Composition::operator=(Composition&&) noexcept = default;
Composition::~Composition() = default;

Result<Composition> Composition::compose(const Document& document, const FontProvider& fonts) {
    auto state = std::make_unique<State>();
    try {
        Composer composer(document, state->pages);
        EXHIBIT_TRY(composer.run(fonts));
        state->pageCount = composer.pageCount();
        state->pagesOfIds = composer.pagesOfIds();
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, "The pages can't be set: " + std::string(exception.what()));
    }
    state->fonts = usedFonts(state->pages);
    state->warnings = state->pages.fonts->warnings();
    return Composition(std::move(state));
}

std::size_t Composition::pageCount() const {
    return m_state->pageCount;
}

const std::vector<UsedFont>& Composition::fonts() const {
    return m_state->fonts;
}

const std::vector<std::string>& Composition::warnings() const {
    return m_state->warnings;
}

std::optional<std::size_t> Composition::pageOf(std::string_view id) const {
    const auto found = m_state->pagesOfIds.find(id);
    if (found == m_state->pagesOfIds.end())
        return std::nullopt;
    return found->second + 1;
}

Result<> Composition::write(const std::vector<Attachment>& attachments, ByteSink& sink,
                            const Progress& progress) const {
    return writeFile(m_state->pages, attachments, sink, progress);
}

} // namespace exhibit::pdf
