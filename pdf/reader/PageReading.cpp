#include "pdf/reader/PageReading.h"

#include "pdf/reader/Replacement.h"
#include "pdf/reader/Visibility.h"

#include <unicode/uchar.h>
#include <unordered_set>

namespace exhibit::pdf::reader {
namespace {

constexpr std::size_t kMostCharacters = 16'000'000; // of all texts together
constexpr double kFrame = 0.6;                      // points that a frame around a picture may overlap it
constexpr double kEmojiSpace = 1.3;                 // shares of the text's size that an emoji takes at most

using Kind = Structure::Owner::Kind;

bool isLineEndOrTab(std::u32string_view text) {
    return text == U"\n" || text == U"\r\n" || text == U"\r" || text == U"\t";
}

/// Whether the sequence can be a picture of its own: hidden words can't pass for one.
bool isEmoji(std::u32string_view text) {
    bool pictograph = false;
    for (const char32_t c : text) {
        const auto code = static_cast<UChar32>(c);
        if (u_hasBinaryProperty(code, UCHAR_EMOJI) == 0 && u_hasBinaryProperty(code, UCHAR_EMOJI_COMPONENT) == 0)
            return false;
        pictograph = pictograph || c >= 0xA9;
    }
    return pictograph;
}

class PageReader {
public:
    PageReader(const File& file, const Structure& structure, FindingList& findings, PageReading& result)
        : m_structure(structure), m_findings(findings), m_result(result), m_fonts(file), m_reader(file, m_fonts) {}

    void read(std::size_t index, const Page& page, std::string_view operators) {
        m_page = index;
        m_content = m_reader.read(page, operators);
        if (const std::optional<ContentFault>& fault = m_reader.fault())
            m_findings.add(fault->code, fault->severity, fault->message, pageName(index + 1), page.object->offset);
        m_visibility.emplace(m_content, Box{page.box[0], page.box[1], page.box[2], page.box[3]});
        m_isEmoji.assign(m_content.images.size(), false);
        m_nextImage = 0;
        m_lastOwned = nullptr;
        m_lastSpan = kNoContent;
        m_spanGlyphs.clear();
        for (const Glyph& glyph : m_content.glyphs)
            readGlyph(glyph);
        endSpan();
        readImages();
        if (m_visibility->isExhausted())
            m_findings.indeterminate("limit-exceeded", "The page shows more than this program reads.",
                                     pageName(index + 1));
    }

    /// Pictures outside of figures, which may be small repetitions of a figure's: known only after the last page.
    void finish() {
        for (const Loose& loose : m_loose)
            if (loose.inText || !m_figureObjects.contains(loose.object->number))
                m_result.unaccounted.push_back({"unaccounted-picture", Severity::Contradiction,
                                                "A page shows a picture that belongs to no exhibit.",
                                                pageName(loose.page + 1) + ", " + loose.object->name(),
                                                loose.object->offset});
        for (const Finding& finding : m_result.unaccounted)
            m_findings.add(finding.code, finding.severity, finding.message, finding.object, finding.offset);
    }

private:
    struct Loose {
        std::size_t page = 0;
        const Object* object = nullptr;
        bool inText = false; ///< where it isn't an emoji, it may hide letters
    };

    void contradiction(std::string_view code, std::string message) {
        m_findings.contradiction(code, std::move(message), pageName(m_page + 1));
    }

    void textFault(std::uint32_t block, ErrorCode code, std::string message) {
        m_result.textFaults.try_emplace(block, TextFault{code, std::move(message), m_page + 1});
    }

    void readGlyph(const Glyph& glyph) {
        const Structure::Owner owner =
            glyph.mark.mcid == kNoContent ? Structure::Owner() : m_structure.owner(m_page, glyph.mark.mcid);
        if (owner.kind == Kind::None && !glyph.mark.artifact && !m_reportedLoose) {
            m_reportedLoose = true;
            contradiction("unmarked-content", "A page shows text that the document's structure doesn't know.");
        }
        if (glyph.mark.span != m_lastSpan)
            endSpan();
        if (glyph.invisible)
            readCarrier(glyph);
        if (owner.kind != Kind::Text)
            return;
        checkGlyph(glyph, owner);
        addGlyph(glyph, owner);
    }

    /// Invisible text is allowed where it stands for what has no glyph, and says just that.
    void readCarrier(const Glyph& glyph) {
        if (isLineEndOrTab(glyph.text))
            return;
        const bool isPictured = isEmoji(glyph.text) && takeEmojiImages(glyph);
        if (!isPictured)
            contradiction("invisible-text", "A page has text that can't be seen.");
    }

    /// The pictures drawn just before the carrier, within its place.
    bool takeEmojiImages(const Glyph& carrier) {
        std::size_t taken = 0;
        const double size = static_cast<double>(carrier.size);
        const double x = static_cast<double>(carrier.x), y = static_cast<double>(carrier.y);
        for (; m_nextImage < m_content.images.size() && m_content.images[m_nextImage].order < carrier.order;
             ++m_nextImage) {
            const DrawnImage& image = m_content.images[m_nextImage];
            const Box box = image.matrix.mapBox({0, 0, 1, 1});
            const double width = size * kEmojiSpace * static_cast<double>(carrier.text.size());
            const Box place{x - 1, y - size * 0.5, x + width + 1, y + size * kEmojiSpace};
            if (image.mark.mcid != carrier.mark.mcid || image.mark.artifact != carrier.mark.artifact ||
                !place.contains(box, 0.1) || !image.matrix.isUpright())
                continue;
            m_isEmoji[m_nextImage] = true;
            ++taken;
        }
        return taken > 0;
    }

    void checkGlyph(const Glyph& glyph, const Structure::Owner& owner) {
        if (const char* problem = m_visibility->problemOf(glyph))
            textFault(owner.block, ErrorCode::Malformed, problem);
        if (isAccent(glyph.text))
            return;
        if (m_lastOwned != nullptr && m_lastOwned->mark.mcid == glyph.mark.mcid && glyph.mark.span == kNoContent &&
            m_lastOwned->mark.span == kNoContent &&
            (glyph.x < m_lastOwned->x - 1.5F * glyph.size || std::fabs(glyph.y - m_lastOwned->y) > 0.01F))
            textFault(owner.block, ErrorCode::Malformed, "The letters of a line aren't drawn one after another.");
        m_lastOwned = &glyph;
    }

    void addGlyph(const Glyph& glyph, const Structure::Owner& owner) {
        ShownText& shown = m_result.texts[Structure::key(m_page, glyph.mark.mcid)];
        if (shown.characters.empty())
            shown.baseline = glyph.y;
        if (glyph.mark.span == kNoContent) {
            append(shown, glyph.text, glyph.mark.level, owner, glyph.invisible);
            return;
        }
        if (glyph.mark.span != m_lastSpan) {
            m_lastSpan = glyph.mark.span;
            m_spanOwner = owner.block;
            append(shown, m_content.actualTexts[glyph.mark.span], glyph.mark.level, owner, true);
        }
        m_spanGlyphs += glyph.text;
    }

    void append(ShownText& shown, std::u32string_view text, std::uint8_t level, const Structure::Owner& owner,
                bool joined) {
        if (text.size() > m_charactersLeft) {
            m_charactersLeft = 0;
            textFault(owner.block, ErrorCode::LimitExceeded, "The text is longer than this program reads.");
            return;
        }
        m_charactersLeft -= text.size();
        shown.characters += text;
        shown.levels.append(text.size(), static_cast<char>(level));
        shown.joined.insert(shown.joined.end(), text.size(), joined && text.size() > 1);
    }

    /// A replacement text must say what the glyphs show.
    void endSpan() {
        if (m_lastSpan == kNoContent)
            return;
        const std::u32string& actual = m_content.actualTexts[m_lastSpan];
        if (!replacementIsHonest(actual, m_spanGlyphs))
            textFault(m_spanOwner, ErrorCode::Unsupported,
                      "The page shows a sign whose meaning this program can't check.");
        m_lastSpan = kNoContent;
        m_spanGlyphs.clear();
    }

    void readImages() {
        for (std::size_t i = 0; i < m_content.images.size(); ++i) {
            const DrawnImage& image = m_content.images[i];
            const Structure::Owner owner =
                image.mark.mcid == kNoContent ? Structure::Owner() : m_structure.owner(m_page, image.mark.mcid);
            if (m_isEmoji[i])
                continue;
            if (owner.kind == Kind::Figure) {
                m_result.figures[owner.block].push_back(drawingOf(image));
                m_figureObjects.insert(image.object->number);
            } else {
                m_loose.push_back({m_page, image.object, owner.kind == Kind::Text});
            }
        }
    }

    FigureDrawing drawingOf(const DrawnImage& image) {
        FigureDrawing drawing;
        drawing.page = m_page;
        drawing.object = image.object;
        if (!image.matrix.isRightAngled())
            return drawing;
        const Box whole = image.matrix.mapBox({0, 0, 1, 1});
        const Box seen = whole.intersection(image.clip);
        if (seen.isEmpty())
            return drawing;
        drawing.shown = image.matrix.inverse().mapBox(seen);
        drawing.scale = std::min(whole.width(), whole.height());
        drawing.covered = m_visibility->isCovered(seen.inset(kFrame), image.order);
        return drawing;
    }

    const Structure& m_structure;
    FindingList& m_findings;
    PageReading& m_result;
    FontMaps m_fonts;
    ContentReader m_reader;
    PageContent m_content;
    std::optional<Visibility> m_visibility;
    std::size_t m_page = 0;
    std::vector<bool> m_isEmoji;
    std::size_t m_nextImage = 0;
    const Glyph* m_lastOwned = nullptr;
    std::uint32_t m_lastSpan = kNoContent;
    std::uint32_t m_spanOwner = 0;
    std::u32string m_spanGlyphs;
    bool m_reportedLoose = false;
    std::size_t m_charactersLeft = kMostCharacters;
    std::unordered_set<std::uint32_t> m_figureObjects;
    std::vector<Loose> m_loose;
};

} // namespace

PageReading readPageContents(const File& file, const PageList& pages, const Structure& structure,
                             FindingList& findings) {
    PageReading result;
    result.figures.resize(structure.figures.size());
    PageReader reader(file, structure, findings, result);
    std::size_t left = file.limits().inflatedPages;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const Page& page = pages.pages[i];
        const Object* contents = file.object(page.dictionary().find("Contents"));
        if (contents == nullptr) {
            findings.contradiction("page-content", "A page has no content.", pageName(i + 1), page.object->offset);
            continue;
        }
        const Result<std::string> operators = file.streamText(*contents, std::min(left, file.limits().inflated));
        if (!operators) {
            const bool limit = operators.error().code == ErrorCode::LimitExceeded;
            findings.indeterminate(limit ? "limit-exceeded" : "unreadable-stream", operators.error().message,
                                   contents->name(), contents->offset);
            continue;
        }
        left -= operators->size();
        reader.read(i, page, *operators);
    }
    reader.finish();
    return result;
}

} // namespace exhibit::pdf::reader
