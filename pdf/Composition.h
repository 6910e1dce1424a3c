#pragma once
// Document -> pages -> PDF file, in two steps, because what is attached to the file (the manifest) names the fonts that
// the pages used.
//
// The file is PDF 1.7 with a classic cross-reference table, PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The same
// document, pictures, fonts, library versions and attachments give the same bytes.
//
// Grammar of the file. "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", then the objects 1 to N in order, each "n 0 obj\n" value
// "\nendobj\n", a stream's value being its dictionary and "\nstream\n" data "\nendstream"; then "xref\n0 N+1\n" and N+1
// entries of 20 bytes, then
//   trailer\n<< /Size N+1 /Root 1 0 R /Info n 0 R /ID [<32 hex> <32 hex>]
//   /Exhibit17 << /Length (20 digits) /SHA256 (64 hex) >> >>\nstartxref\n<digits>\n%%EOF\n
// on one line from "<<" to ">>". No byte stands between these parts, every object can be reached from the trailer, and
// every /Length is direct. Content streams, fonts and texts are FlateDecode without parameters. IntegrityDigest.h says
// what /Exhibit17 means.
//
// How a text is found. The /ID of a structure element is the block's id: the name tree /IDTree of the StructTreeRoot
// leads from it to the element, and every element has it as its /ID. A Verbatim is a BlockQuote; its kids are P
// elements, one for each line of the text that isn't empty. Each marked-content reference below them is one line on the
// page, in order. The value of a Fact is a TD, and one line. The text is what their marked contents show, put together
// in that order:
//  - a code shown by Tj or TJ gives its text in the font's ToUnicode map; text within /Span <</ActualText ...>> gives
//    the ActualText instead (boxes for invisible characters, clusters with more glyphs than characters);
//  - code points stand in visual order. In `/Span <</Exhibit17Level n>> BDC ... EMC` they are of the bidirectional
//    level n, outside of it 0. Logical order, line by line: for n = 1, 2, ... up to the highest level, reverse every
//    unbroken row of code points of level n or more (UAX #9 L2, undone);
//  - line ends and tabs are shown by invisible glyphs (3 Tr), whose text is U+000A, U+000D or U+0009; an emoji is a
//    picture with an invisible glyph over it, whose text is the whole sequence. Nothing else is shown with 3 Tr.
//    A soft wrap adds nothing, and the spaces before it are there. So the text comes out byte for byte.
//
// How a picture is found. A Figure element with the block's id; if the picture is cut across pages, a Div with that id
// and Figure kids. Each of their marked contents draws the same image XObject, clipped to its part. A picture is drawn
// by "q ... cm /X1 Do Q"; its resources belong to the page.

#include "core/Clock.h"
#include "core/Hash.h"
#include "pdf/Document.h"
#include "pdf/Fonts.h"

#include <memory>
#include <optional>

namespace exhibit::pdf {

struct UsedFont {
    std::string file; ///< NotoSans-Regular.ttf
    std::string name; ///< PostScript name of the face: NotoSans-Regular
    Digest digest;    ///< SHA-256 of the whole font file
};

/// How an attachment relates to the document (ISO 19005-3 Annex E).
enum class Relationship : std::uint8_t { Source, Data, Alternative, Supplement, Unspecified };

struct Attachment {
    std::string name;        ///< flat and unique: no slashes, no control characters; sorted by the writer
    std::string mediaType;   ///< "image/png"
    std::string description; ///< for people
    Relationship relationship = Relationship::Data;
    Instant modified;
    SharedSource bytes;
    bool compress = false; ///< for texts; held in memory while it is written
};

/// A document that has been set on pages.
class Composition {
public:
    /// InvalidArgument for a document that breaks the rules of Document.h, NotFound if Noto Sans isn't installed,
    /// Malformed if its file is damaged.
    static Result<Composition> compose(const Document& document, const FontProvider& fonts);
    Composition(Composition&&) noexcept;
    Composition& operator=(Composition&&) noexcept;
    ~Composition();

    [[nodiscard]] std::size_t pageCount() const;
    /// Sorted by file and name.
    [[nodiscard]] const std::vector<UsedFont>& fonts() const;
    /// Sentences for the person: characters that no font has, and so on.
    [[nodiscard]] const std::vector<std::string>& warnings() const;
    /// The page, from 1, on which the block with this id begins (Verbatim, Figure, Heading).
    [[nodiscard]] std::optional<std::size_t> pageOf(std::string_view id) const;

    /// Writes the file. Pictures and attachments are read in pieces. Can be called more than once; every call with the
    /// same attachments writes the same bytes. After an error the sink holds a useless beginning.
    [[nodiscard]] Result<> write(const std::vector<Attachment>& attachments, ByteSink& sink,
                                 const Progress& progress = {}) const;

private:
    struct State;
    explicit Composition(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace exhibit::pdf
