#pragma once
// Reads a finished file back by the rules in pdf/Composition.h, with libqpdf and nothing of the writer's own code.

#include "core/Bytes.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace exhibit::test {

struct ProbedImage {
    std::string objectId; ///< of the XObject
    std::size_t page = 0; ///< from 0
    double width = 0, height = 0;
    std::vector<double> matrix;
};

class PdfProbe {
public:
    explicit PdfProbe(Bytes file);
    ~PdfProbe();

    /// Everything that libqpdf complains about; empty is well.
    [[nodiscard]] std::vector<std::string> complaints() const;
    [[nodiscard]] std::size_t pageCount() const;
    /// The text of the element with this id, put together by the rules.
    [[nodiscard]] std::optional<std::string> text(const std::string& id) const;
    /// The pictures that the element's marked contents draw, in order.
    [[nodiscard]] std::vector<ProbedImage> images(const std::string& id) const;
    /// The /BBox of every Figure, in reading order: left, bottom, right, top.
    [[nodiscard]] std::vector<std::vector<double>> figureBoxes() const;
    /// The data of a stream object as it stands in the file.
    [[nodiscard]] std::string rawStream(const std::string& objectId) const;
    /// "H1 P Link ..." of the whole tree, in reading order.
    [[nodiscard]] std::vector<std::string> elementTypes() const;
    /// What a screen reader says, element by element: role, language, alternative text or text; indented by depth.
    [[nodiscard]] std::vector<std::string> readingOrder() const;
    /// Operators that stand neither in marked content with an MCID nor in an artifact.
    [[nodiscard]] std::size_t untaggedOperators() const;
    /// Marked contents that the structure tree and the pages don't agree on.
    [[nodiscard]] std::size_t brokenParents() const;
    /// A value in the catalog as PDF text; empty if it isn't there.
    [[nodiscard]] std::string catalog(const std::string& key) const;
    [[nodiscard]] std::string information(const std::string& key) const;
    [[nodiscard]] std::string xmp() const;
    [[nodiscard]] std::map<std::string, std::string> attachments() const;
    /// The coordinates of everything drawn lie on the page.
    [[nodiscard]] bool staysOnPages() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace exhibit::test
