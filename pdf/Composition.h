#pragma once
// Document -> pages -> PDF file, in two steps, because what is attached to the file (the manifest) names the fonts that
// the pages used.
//
// The file is PDF 1.7 with a classic cross-reference table, PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The same
// document, pictures, fonts, library versions and attachments give the same bytes.

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
    /// InvalidArgument for a document that breaks the rules of Document.h, NotFound if Noto Sans isn't installed.
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
