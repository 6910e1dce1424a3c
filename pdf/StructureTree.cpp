#include "pdf/StructureTree.h"

namespace exhibit::pdf {

using Kid = StructureElement::Kid;

StructureTree::StructureTree() {
    m_elements.push_back({.type = "Document", .language = {}, .alt = {}, .id = {}, .attributes = {}, .kids = {}});
    m_joined.push_back(true);
}

ElementId StructureTree::addWhenDrawn(ElementId parent, StructureElement element) {
    element.parent = parent;
    m_elements.push_back(std::move(element));
    m_joined.push_back(false);
    return m_elements.size() - 1;
}

ElementId StructureTree::add(ElementId parent, StructureElement element) {
    const ElementId id = addWhenDrawn(parent, std::move(element));
    join(id);
    return id;
}

void StructureTree::join(ElementId element) {
    if (m_joined.at(element))
        return;
    m_joined[element] = true;
    m_elements.at(m_elements[element].parent).kids.push_back({Kid::Kind::Element, element, 0});
}

std::size_t StructureTree::mark(ElementId element, std::size_t page) {
    join(element);
    if (m_pages.size() <= page)
        m_pages.resize(page + 1);
    const std::size_t number = m_pages[page].size();
    m_pages[page].push_back(element);
    m_elements.at(element).kids.push_back({Kid::Kind::Content, number, page});
    return number;
}

void StructureTree::takeBack(ElementId parent, std::size_t kids, std::size_t elements) {
    m_elements.resize(elements);
    m_joined.resize(elements);
    m_elements.at(parent).kids.resize(kids);
}

void StructureTree::addAnnotation(ElementId element, std::size_t page, std::size_t annotation) {
    join(element);
    m_elements.at(element).kids.push_back({Kid::Kind::Annotation, annotation, page});
}

} // namespace exhibit::pdf
