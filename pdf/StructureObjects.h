#pragma once
// The structure tree as objects of the file (ISO 32000-1 14.7.2 to 14.7.4).

#include "pdf/FileWriter.h"
#include "pdf/StructureTree.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

namespace exhibit::pdf {

class StructureObjects final : public MoreObjects {
public:
    /// `pages` and the annotations of each page, in their order. The tree must outlive this object.
    StructureObjects(const StructureTree& tree, std::vector<QPDFObjectHandle> pages,
                     std::vector<std::vector<QPDFObjectHandle>> annotations);

    /// Gives every annotation that the tree holds its /StructParent, and every page its /StructParents.
    void linkFromPages();

    [[nodiscard]] std::size_t count() const override;
    [[nodiscard]] std::string catalogEntries(std::size_t first) const override;
    [[nodiscard]] std::string value(std::size_t index, std::size_t first, const ObjectNumbers& numbers) const override;

private:
    enum Fixed : std::size_t { kRoot, kParentTree, kIdTree, kFirstElement };

    [[nodiscard]] std::string reference(ElementId element, std::size_t first) const;
    [[nodiscard]] std::string parentTree(std::size_t first) const;
    [[nodiscard]] std::string idTree(std::size_t first) const;
    [[nodiscard]] std::string elementValue(ElementId id, std::size_t first, const ObjectNumbers& numbers) const;
    [[nodiscard]] std::string kidValue(const StructureElement::Kid& kid, std::size_t ownPage, std::size_t first,
                                       const ObjectNumbers& numbers) const;

    const StructureTree& m_tree;
    std::vector<QPDFObjectHandle> m_pages;
    std::vector<std::vector<QPDFObjectHandle>> m_annotations;
    std::vector<ElementId> m_written;         ///< elements in the file, in document order
    std::vector<std::size_t> m_places;        ///< element -> index in m_written
    std::vector<ElementId> m_annotationOwner; ///< of the keys behind those of the pages
};

} // namespace exhibit::pdf
