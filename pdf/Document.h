#pragma once
// What a document says, without how it looks: neutral blocks in reading order. Composition.h turns them into a PDF.
//
// Every text is UTF-8. Invalid UTF-8 and U+0000 are refused (InvalidArgument); everything else is set, whatever it
// is: a character without a font is shown as a box with its number, controls and invisible characters too.
// Lengths are in points (1/72 inch).

#include "core/Clock.h"
#include "pdf/Picture.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace exhibit::pdf {

enum class SpanStyle : std::uint8_t { Regular, Bold, Mono };

/// A run of text in one style.
struct Span {
    std::string text;
    SpanStyle style = SpanStyle::Regular;
    std::string language = {}; ///< BCP 47, when it differs from the document's
    std::string uri = {};      ///< makes the span a link to this address
};
using Spans = std::vector<Span>;

struct Block;
using Blocks = std::vector<Block>;

/// As the titles of a document; the same on a full page; or as the subject and the headings of a letter: not much
/// larger than its text.
enum class HeadingLook : std::uint8_t { Document, Dense, Letter };

/// H1 to H3. A level may not be skipped (ISO 14289-1 7.4.2): the first heading has level 1.
struct Heading {
    int level = 1;
    std::string text;
    bool newPage = false;
    /// The title in the bookmarks: without a value the heading's text (levels 1 and 2), "" for none.
    std::optional<std::string> bookmark = std::nullopt;
    /// If set, the right-hand text of the page header from this page on ("Exhibit 3").
    std::optional<std::string> runningTitle = std::nullopt;
    std::string language = {};
    std::string id = {}; ///< see Composition::pageOf; not written to the file
    HeadingLook look = HeadingLook::Document;
};

enum class ParagraphStyle : std::uint8_t { Body, Lead, Small, Note, Caption };

struct Paragraph {
    Spans spans;
    ParagraphStyle style = ParagraphStyle::Body;
    bool keepWithNext = false;
};

/// Words of a text that are pointed at: underlined, with the number beside the text.
struct TextMark {
    std::size_t begin = 0, end = 0; ///< bytes of the text, at the beginnings of characters
    int number = 1;
};

/// Text that must be kept to the letter: its line ends and spaces stay, it can be found by its id and read back exactly
/// (see the rules in Composition.h). In a tinted box with a rule at its left; breaks across pages; of any length.
struct Verbatim {
    std::string text;
    std::string id = {};       ///< the /ID of its structure element; unique in the document
    std::string language = {}; ///< BCP 47; empty if unknown
    std::string label = {};    ///< a short heading line above the box ("Prompt, as typed"); not part of the text
    SpanStyle style = SpanStyle::Regular;
    bool small = false; ///< 8 pt instead of 10 pt, for logs
    bool keepIndented = false; ///< a line and the indented ones below it stay on one page: the entries of a log
    /// Drawn as artifacts: what they mean has to be said in words, in a table near the text.
    std::vector<TextMark> marks = {};
};

struct List {
    bool ordered = false;
    std::vector<Spans> items;
};

struct TableColumn {
    double weight = 1; ///< share of the width
    Spans header = {};
    bool mono = false; ///< its Regular spans are set in Mono and broken anywhere: hashes
};
using TableCell = Spans;

/// A data table. Rows break over pages; the header is repeated (as an artifact). Short rows are filled with empty
/// cells.
struct Table {
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> rows;
    bool firstColumnIsHeader = false;
    bool small = false;                     ///< 8 pt instead of 9 pt
    std::vector<std::string> valueIds = {}; ///< of each row's last cell, as Fact::id; may be shorter than `rows`
};

struct Fact {
    Spans key;
    Spans value;
    bool mono = false;
    std::string id = {}; ///< the /ID of the value's cell, by which its text can be found; unique in the document
};
/// A table of two columns: what, and its value.
struct Facts {
    std::vector<Fact> facts;
};

/// A part of a picture that is pointed at: outlined on it, with the number beside the picture.
struct FigureMark {
    double x = 0, y = 0; ///< of the upper left corner, in pixels of the picture as it is looked at
    double width = 0, height = 0;
    int number = 1;
};

/// A row of pixels at which a picture can be cut without cutting through anything.
struct QuietRow {
    std::uint32_t row = 0; ///< the first one below the cut
    std::uint32_t gap = 0; ///< how many rows around it show nothing
};

/// A picture as wide as the text allows (a portrait one three quarters of that). One that is taller than a page is cut
/// across pages, with an overlap and a marker; `alt` says what is shown.
struct Figure {
    SharedPicture picture;
    std::string alt;
    std::string id = {}; ///< the /ID of its structure element; unique in the document
    Spans caption = {};
    double maxWidth = 0;    ///< 0: the text's width
    double maxHeight = 0;   ///< 0: may be cut across pages; otherwise scaled down to fit, never cut
    double minScale = 0.55; ///< a picture that fits on one page at no less than this share of its full width isn't cut
    std::vector<QuietRow> quietRows = {}; ///< sorted: preferred for cutting. May be empty.
    /// Drawn over the picture as artifacts: what they mean has to be said in words, in a table beside the figure.
    std::vector<FigureMark> marks = {};
};

/// Upright pictures side by side, read column by column: those of phones. One that would be narrower than `minScale` of
/// its column, to stand in it whole, is cut and goes on in the next column. maxWidth and maxHeight don't count here.
struct FigureColumns {
    std::vector<Figure> figures;
    int columns = 2;
};

struct Thumbnail {
    SharedPicture picture;
    std::string alt;
    Spans caption = {};
};
/// Pictures drawn small, side by side, each in a frame of the same size, cut at the bottom if tall.
struct Gallery {
    std::vector<Thumbnail> thumbnails;
    int perRow = 4;
    double height = 110; ///< of the frames
};

struct QrCode {
    std::string uri; ///< at most 1,000 bytes
    std::string alt;
    Spans caption = {};
    double size = 85;
};

/// A tinted box around blocks.
struct Panel {
    Blocks children;
    bool outlineOnly = false;
};

/// Blocks side by side, kept on one page (a QR code beside text). Those that don't fit on one stand one below the
/// other, as wide as the text.
struct Columns {
    struct Column {
        double weight = 1;
        Blocks blocks;
    };
    std::vector<Column> columns;
};

/// Ways to say the same: the first one that fits on the rest of the page is set; if none does, the last one.
struct Choice {
    std::vector<Blocks> ways;
};

struct Rule {};
struct Spacer {
    double height = 12;
};
struct PageBreak {};

struct Block {
    using Value = std::variant<Paragraph, Heading, Verbatim, List, Table, Facts, Figure, FigureColumns, Gallery, QrCode,
                               Panel, Columns, Choice, Rule, Spacer, PageBreak>;
    Value value;
    template <class T>
    requires std::constructible_from<Value, T&&> &&(!std::same_as<std::remove_cvref_t<T>, Block>)Block(T&& block)
        : value(std::forward<T>(block)) {}
};

/// The words that the composer itself writes, so that a language is data. {page}, {pages}, {part}, {parts} and {uri}
/// are replaced.
struct Labels {
    std::string pageOfPages = "Page {page} of {pages}";
    std::string continues = "continues on page {page}";
    std::string continued = "continued from page {page}, with an overlap";
    std::string continuesBeside = "continues in the next column";
    std::string continuedBeside = "continued from the column before, with an overlap";
    std::string figurePart = "Part {part} of {parts}: "; ///< before the alternative text of a part of a cut picture
    std::string opensLink = "Opens {uri}";               ///< the description of a link annotation
    std::string signatureField = "Signature (empty until the document is sealed)";
    std::string timestampField = "Document time stamp (empty until the document is sealed)";
};

struct Document {
    std::string title;
    std::string subject = {};
    std::string author = {};
    std::string keywords = {};
    std::string language = "en"; ///< BCP 47
    Instant created;             ///< the only time that the composer knows
    std::string producer = "Exhibit 17";
    std::string header = {}; ///< left in the page header: the case
    std::string footer = {}; ///< left in the page footer
    Labels labels = {};
    Blocks blocks;
};

} // namespace exhibit::pdf
