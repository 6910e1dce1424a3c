#pragma once
// Takes a finished PDF apart and proves that it is one of ours, unchanged in form: one revision, in exactly the grammar
// that Composition::write produces, with nothing in it that could show or do something else on another day.
//
// Nothing that the file says about itself is believed: every value is computed from its bytes. The reader is strict
// where PDF viewers are forgiving. It doesn't know what a dossier should contain; the caller compares the attachments,
// pictures and texts that it finds here with the manifest.
//
// Input may come from an attacker. Time is linear in the size of the file; memory is bounded by ReaderLimits and
// doesn't grow with pictures and uncompressed attachments. A Reader isn't meant for several threads at once.

#include "core/Bytes.h"
#include "core/Clock.h"
#include "core/Finding.h"
#include "core/Result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit::pdf {

/// What is still read; beyond it the findings say `limit-exceeded` (Indeterminate).
struct ReaderLimits {
    std::uint64_t fileSize = std::uint64_t{16} << 30;   ///< bytes
    std::size_t objects = 1'000'000;                    ///< indirect objects
    std::size_t depth = 64;                             ///< nested arrays and dictionaries in one object
    std::size_t values = 3'000'000;                     ///< numbers, names, ... in all objects together
    std::size_t objectBytes = std::size_t{64} << 20;    ///< all objects together, without the data of streams
    std::size_t inflated = std::size_t{64} << 20;       ///< bytes of one stream once inflated
    std::size_t attachment = std::size_t{256} << 20;    ///< bytes of a compressed attachment once inflated
    std::size_t inflatedPages = std::size_t{512} << 20; ///< bytes of all content streams once inflated
    std::size_t findings = 100;                         ///< more are counted, not listed
};

/// An embedded file (ISO 32000-1 7.11.4) as its dictionaries describe it. All of it is a claim of the file.
struct EmbeddedFile {
    std::string name;                    ///< UTF-8; the key in the name tree
    std::string mediaType;               ///< "image/png"; empty if it isn't said
    std::string relationship;            ///< "Source", "Data", ...
    std::string description;             ///< UTF-8
    std::optional<std::uint64_t> size;   ///< /Params /Size
    std::optional<std::string> checksum; ///< /Params /CheckSum, an MD5 in lower-case hexadecimal
    bool compressed = false;
};

/// The claims of the document information dictionary, UTF-8.
struct DocumentInfo {
    std::string title;
    std::string subject;
    std::string author;
    std::string keywords;
    std::string producer;
    std::string creator;
    std::optional<Instant> created; ///< nothing if there is none or it can't be read
    std::string language;           ///< of the catalog
};

/// A structure element Figure with an /ID, and the picture that its marked content draws.
struct FigureInfo {
    std::string id;
    std::string alternative;   ///< /Alt of the element or of its first part
    std::uint32_t width = 0;   ///< pixels, as the picture's dictionary says
    std::uint32_t height = 0;  ///< pixels
    std::size_t firstPage = 0; ///< from 1; 0 if it isn't drawn
    std::size_t parts = 0;     ///< how many times it is drawn: a tall picture is cut across pages
};

class Reader {
public:
    /// Reads the file's skeleton: cross-reference table, objects, pages, structure. Never fails because of what the
    /// bytes say: that is for checkStructure() to report. Io if the file can't be read.
    static Result<Reader> open(SharedSource file, const ReaderLimits& limits = {});
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// Everything that is wrong with the file as a file: grammar, cross-references, integrity digest, closed profile,
    /// attachments against name tree and /AF, hidden content, pictures that belong to no figure. Empty: it is exactly
    /// one revision of our own making, in form. Codes are stable; objects are named "object 12 0", "page 3".
    /// Contradiction for what our writer never makes, Indeterminate for what can't be parsed, is unsupported or beyond
    /// the limits, NotADossier if it is no PDF, or has neither our integrity digest nor an attached manifest.json.
    [[nodiscard]] std::vector<Finding> checkStructure() const;

    [[nodiscard]] std::size_t pageCount() const;
    [[nodiscard]] DocumentInfo info() const;

    /// In the order of the name tree.
    [[nodiscard]] const std::vector<EmbeddedFile>& attachments() const;
    /// The bytes of an attachment: uncompressed ones are read from the file in pieces, compressed ones are inflated
    /// into memory. NotFound for an unknown name; Malformed if they don't inflate or aren't of the declared size,
    /// LimitExceeded beyond ReaderLimits::attachment.
    [[nodiscard]] Result<SharedSource> attachment(std::string_view name) const;

    /// In reading order. A figure without an /ID isn't among them.
    [[nodiscard]] const std::vector<FigureInfo>& figures() const;
    /// True if the figure draws exactly the picture in `file`, a PNG or JPEG, and nothing else: the coded data are the
    /// same bytes, and size, depth, colours, palette and colour profile in the PDF say the same as the file does.
    /// Every row of the picture is shown on a page at least once. NotFound for an unknown id; the errors of the picture
    /// scan if `file` isn't sound.
    [[nodiscard]] Result<bool> pictureEquals(std::string_view id, const ByteSource& file) const;
    /// The coded data of the picture that the figure draws, as it stands in the file: of a PNG the data of its IDAT
    /// chunks, of a JPEG all of it. NotFound for an unknown id, Malformed if it draws none or several.
    [[nodiscard]] Result<SharedSource> pictureData(std::string_view id) const;
    /// Pictures that are drawn and belong to no figure with an /ID, but the same picture drawn small (a thumbnail) and
    /// emoji within text. Also reported by checkStructure().
    [[nodiscard]] std::vector<Finding> unaccountedImages() const;

    /// The /ID of every structure element of verbatim text, in reading order.
    [[nodiscard]] const std::vector<std::string>& textIds() const;
    /// What a person reads under this id, byte for byte as it was set: from the glyphs on the pages through the fonts'
    /// ToUnicode maps and the rules of Composition.h, not from any text that only programs see. Glyphs must be in
    /// reading order and visible: within the page and the clip, large enough, in another colour than their ground, and
    /// not painted over. NotFound for an unknown id; Malformed if the text isn't shown so; Unsupported if a glyph
    /// stands for a text that can't be checked; LimitExceeded.
    [[nodiscard]] Result<std::string> text(std::string_view id) const;
    /// True if text(id) is exactly `expected`. Errors as text().
    [[nodiscard]] Result<bool> textEquals(std::string_view id, std::string_view expected) const;

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace exhibit::pdf
