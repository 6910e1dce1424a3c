#pragma once
// The parts of a dossier's pages, as neutral blocks.

#include "dossier/Disclosure.h"
#include "dossier/Wording.h"
#include "pdf/Document.h"
#include "request/PasteSheet.h"

#include <map>

namespace exhibit::dossier {

/// What all sections draw on. The references outlive the making of the document.
struct Scene {
    const Content& content;
    const Wording& words;
    const request::FormDirectory& forms;
    const ExportOptions& options;
    TimeReading now;
};

/// Collects the blocks, and which of them show which attachment.
struct Pages {
    pdf::Blocks blocks;
    std::vector<ShownPart> shown;
    std::vector<std::string> warnings;
};

/// The disclosed pictures that a page can carry, opened once, by the name of their attachment.
struct PicturePages {
    std::map<std::string, pdf::SharedPicture> pictures;
    std::map<std::string, std::string> refused; ///< why one can't be shown
};
[[nodiscard]] PicturePages openPictures(const Content& content);

/// Who asks whom for what, the exhibits at a glance, where it goes, what it is worth.
[[nodiscard]] Result<> addSummary(const Scene& scene, const PicturePages& pictures, Pages& pages);
/// One letter a wish, as far as there are letters for the case; what is uncertain about one becomes a warning.
struct ComposedLetters {
    std::vector<request::Letter> letters;
    std::vector<std::string> warnings;
};
[[nodiscard]] ComposedLetters composeLetters(const Scene& scene);
void addLetters(const Scene& scene, const ComposedLetters& letters, Pages& pages);
/// What goes into the fields of the case's forms, one sheet a wish that has a form.
[[nodiscard]] Result<std::vector<request::PasteSheet>> composePasteSheets(const Scene& scene,
                                                                          const ComposedLetters& letters);
void addPasteSheets(const Scene& scene, const std::vector<request::PasteSheet>& sheets, const ComposedLetters& letters,
                    Pages& pages);
/// One exhibit on its own pages.
void addExhibit(const Scene& scene, const PicturePages& pictures, const DisclosedExhibit& exhibit, Pages& pages);
/// The marks on a screenshot, counting those that were captured.
[[nodiscard]] std::vector<pdf::FigureMark> figureMarks(const DisclosedExhibit& exhibit, int screenshot);
/// The marked words of a text of this role, wherever they stand in it.
[[nodiscard]] std::vector<pdf::TextMark> textMarks(const DisclosedExhibit& exhibit, Role role, std::string_view text);
/// The legend of an exhibit's marks, if it has any.
void addMarks(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages);
/// What was taken out of an exhibit, if anything was.
void addRedactions(const Scene& scene, const DisclosedExhibit& exhibit, Pages& pages);
/// What can be checked and how, all files with their hashes, the custody log. `files` are the attachments but the
/// manifest and the list of sums.
void addAnnex(const Scene& scene, const std::vector<ManifestFile>& files, Pages& pages);

/// What is named by its commitment alone, if anything is.
void addWithheld(const Scene& scene, Pages& pages);
/// What a file with one exhibit alone is, and whose.
void addColophon(const Scene& scene, Pages& pages);

/// How wide a screenshot stands on a page, in points; of an upright one the narrower width, beside another.
[[nodiscard]] double shownWidth(const pdf::Picture& picture);

/// All exhibits at a glance, large enough to be read: not for keeping, but for being drawn as one picture.
[[nodiscard]] pdf::Document contactSheet(const Scene& scene);

/// All of them, in the design's order.
[[nodiscard]] Result<Pages> layOut(const Scene& scene, const std::vector<ManifestFile>& files);

/// Title, header, footer and the composer's own words; without blocks.
[[nodiscard]] pdf::Document emptyDocument(const Scene& scene);

// Small helpers that the sections share.
[[nodiscard]] inline pdf::Spans plain(std::string text) {
    return {pdf::Span{std::move(text)}};
}
[[nodiscard]] inline pdf::Spans bold(std::string text) {
    return {pdf::Span{std::move(text), pdf::SpanStyle::Bold}};
}
[[nodiscard]] inline pdf::Spans mono(std::string text) {
    return {pdf::Span{std::move(text), pdf::SpanStyle::Mono}};
}
/// A link that can be clicked, or the bare text of one that isn't safe to open.
[[nodiscard]] pdf::Span linkSpan(const FormUse& form);
/// A table without rows whose second column takes a SHA-256 value on one line.
[[nodiscard]] pdf::Table hashTable(std::string firstHeader, std::string secondHeader = "SHA-256");
[[nodiscard]] std::string titleOf(const Scene& scene);

} // namespace exhibit::dossier
