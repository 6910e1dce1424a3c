#pragma once
// The logical structure of the document (ISO 32000-1 14.7, 14.8): what a screen reader goes by, and where a program
// finds the text and the pictures of an exhibit by the id of their element.

#include "core/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace exhibit::pdf {

using ElementId = std::size_t;

struct StructureElement {
    std::string type;       ///< a standard type without the slash: "P"
    std::string language;   ///< BCP 47; empty: as its parent
    std::string alt;        ///< UTF-8
    std::string id;         ///< UTF-8; unique
    std::string attributes; ///< an attribute dictionary as PDF text, or empty

    /// What it contains, in reading order.
    struct Kid {
        enum class Kind : std::uint8_t { Element, Content, Annotation } kind = Kind::Element;
        std::size_t index = 0; ///< the element; or the MCID; or the number of the annotation on its page
        std::size_t page = 0;
    };
    ElementId parent = 0;
    std::vector<Kid> kids;
};

class StructureTree {
public:
    static constexpr ElementId kDocument = 0;

    StructureTree();
    /// A new last kid of `parent`.
    ElementId add(ElementId parent, StructureElement element);
    /// A new element that joins its parent's kids when something of it is first drawn: a link within a line.
    ElementId addWhenDrawn(ElementId parent, StructureElement element);
    /// The number of the next marked content of the page; it belongs to the element from now on.
    [[nodiscard]] std::size_t mark(ElementId element, std::size_t page);
    /// Takes back what has been added below `parent` since it had so many kids, and the tree so many elements. Nothing
    /// of it may have been drawn.
    void takeBack(ElementId parent, std::size_t kids, std::size_t elements);
    void addAnnotation(ElementId element, std::size_t page, std::size_t annotation);

    [[nodiscard]] const std::vector<StructureElement>& elements() const { return m_elements; }
    [[nodiscard]] StructureElement& element(ElementId id) { return m_elements.at(id); }
    /// For each page the element of each MCID.
    [[nodiscard]] const std::vector<std::vector<ElementId>>& pages() const { return m_pages; }

private:
    void join(ElementId element);

    std::vector<StructureElement> m_elements;
    std::vector<bool> m_joined;
    std::vector<std::vector<ElementId>> m_pages;
};

} // namespace exhibit::pdf
