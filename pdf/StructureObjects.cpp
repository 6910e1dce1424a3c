#include "pdf/StructureObjects.h"

#include "pdf/Syntax.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

using Object = QPDFObjectHandle;
using Kid = StructureElement::Kid;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::string indirect(std::size_t number) {
    return decimal(number) + " 0 R";
}

/// The page of the first content below the element itself.
std::size_t pageOf(const StructureElement& element) {
    for (const Kid& kid : element.kids)
        if (kid.kind != Kid::Kind::Element)
            return kid.page;
    return kNowhere;
}

} // namespace

StructureObjects::StructureObjects(const StructureTree& tree, std::vector<Object> pages,
                                   std::vector<std::vector<Object>> annotations)
    : m_tree(tree), m_pages(std::move(pages)), m_annotations(std::move(annotations)),
      m_places(tree.elements().size(), kNowhere) {
    std::vector<ElementId> open = {StructureTree::kDocument};
    while (!open.empty()) { // document order, whatever the depth
        const ElementId id = open.back();
        open.pop_back();
        m_places[id] = m_written.size();
        m_written.push_back(id);
        const auto& kids = m_tree.elements()[id].kids;
        for (auto kid = kids.rbegin(); kid != kids.rend(); ++kid)
            if (kid->kind == Kid::Kind::Element)
                open.push_back(kid->index);
    }
}

void StructureObjects::linkFromPages() {
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        m_pages[page].replaceKey("/StructParents", Object::newInteger(static_cast<long long>(page)));
    for (const ElementId id : m_written)
        for (const Kid& kid : m_tree.elements()[id].kids) {
            if (kid.kind != Kid::Kind::Annotation)
                continue;
            const std::size_t key = m_pages.size() + m_annotationOwner.size();
            m_annotations.at(kid.page).at(kid.index).replaceKey("/StructParent",
                                                                Object::newInteger(static_cast<long long>(key)));
            m_annotationOwner.push_back(id);
        }
}

std::size_t StructureObjects::count() const {
    return kFirstElement + m_written.size();
}

std::string StructureObjects::catalogEntries(std::size_t first) const {
    return "/StructTreeRoot " + indirect(first + kRoot) + " ";
}

std::string StructureObjects::value(std::size_t index, std::size_t first, const ObjectNumbers& numbers) const {
    switch (index) {
    case kRoot:
        return "<< /Type /StructTreeRoot /K " + reference(StructureTree::kDocument, first) + " /ParentTree " +
               indirect(first + kParentTree) + " /ParentTreeNextKey " +
               decimal(m_pages.size() + m_annotationOwner.size()) + " /IDTree " + indirect(first + kIdTree) + " >>";
    case kParentTree:
        return parentTree(first);
    case kIdTree:
        return idTree(first);
    default:
        return elementValue(m_written.at(index - kFirstElement), first, numbers);
    }
}

std::string StructureObjects::reference(ElementId element, std::size_t first) const {
    return indirect(first + kFirstElement + m_places.at(element));
}

std::string StructureObjects::parentTree(std::size_t first) const {
    std::string out = "<< /Nums [";
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        out += decimal(page) + " [";
        if (page < m_tree.pages().size())
            for (const ElementId element : m_tree.pages()[page])
                out += reference(element, first) + " ";
        out += "] ";
    }
    for (std::size_t i = 0; i < m_annotationOwner.size(); ++i)
        out += decimal(m_pages.size() + i) + " " + reference(m_annotationOwner[i], first) + " ";
    return out + "] >>";
}

std::string StructureObjects::idTree(std::size_t first) const {
    std::vector<ElementId> named;
    std::copy_if(m_written.begin(), m_written.end(), std::back_inserter(named),
                 [&](ElementId id) { return !m_tree.elements()[id].id.empty(); });
    std::sort(named.begin(), named.end(),
              [&](ElementId a, ElementId b) { return m_tree.elements()[a].id < m_tree.elements()[b].id; });
    std::string out = "<< /Names [";
    for (const ElementId id : named)
        out += textString(m_tree.elements()[id].id) + " " + reference(id, first) + " ";
    return out + "] >>";
}

/// There are more of these than of all other objects together, so that they are spelt as short as can be. /Type is
/// optional (ISO 32000-1 table 323).
std::string StructureObjects::elementValue(ElementId id, std::size_t first, const ObjectNumbers& numbers) const {
    const StructureElement& element = m_tree.elements()[id];
    const std::size_t page = pageOf(element);
    std::string out = "<</S/" + element.type + "/P " +
                      (id == StructureTree::kDocument ? indirect(first + kRoot) : reference(element.parent, first));
    if (page != kNowhere)
        out += "/Pg " + indirect(numbers.of(m_pages.at(page)));
    if (!element.id.empty())
        out += "/ID " + textString(element.id);
    if (!element.language.empty())
        out += "/Lang " + textString(element.language);
    if (!element.alt.empty())
        out += "/Alt " + textString(element.alt);
    if (!element.attributes.empty())
        out += "/A " + element.attributes;
    if (!element.kids.empty()) {
        out += "/K[";
        for (const Kid& kid : element.kids)
            out += (out.ends_with('[') ? "" : " ") + kidValue(kid, page, first, numbers);
        out += "]";
    }
    return out + ">>";
}

std::string StructureObjects::kidValue(const Kid& kid, std::size_t ownPage, std::size_t first,
                                       const ObjectNumbers& numbers) const {
    if (kid.kind == Kid::Kind::Element)
        return reference(kid.index, first);
    const std::string page = " /Pg " + indirect(numbers.of(m_pages.at(kid.page)));
    if (kid.kind == Kid::Kind::Annotation)
        return "<< /Type /OBJR" + page + " /Obj " + indirect(numbers.of(m_annotations.at(kid.page).at(kid.index))) +
               " >>";
    if (kid.page == ownPage)
        return decimal(kid.index);
    return "<< /Type /MCR" + page + " /MCID " + decimal(kid.index) + " >>";
}

} // namespace exhibit::pdf
