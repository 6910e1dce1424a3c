#include "pdf/reader/Pages.h"

namespace exhibit::pdf::reader {
namespace {

class PageWalk {
public:
    PageWalk(const File& file, FindingList& findings)
        : m_file(file), m_findings(findings), m_seen(file.objects().size() + 1), m_visitsLeft(file.limits().values) {}

    PageList run() {
        const Dictionary* catalog = m_file.catalog();
        const Value* root = catalog == nullptr ? nullptr : catalog->find("Pages");
        if (root == nullptr) {
            m_findings.indeterminate("no-pages", "The file has no pages.");
            return std::move(m_list);
        }
        m_open.push_back(root);
        while (!m_open.empty()) {
            const Value* node = m_open.back();
            m_open.pop_back();
            visit(m_file.object(node));
        }
        if (m_list.pages.empty())
            m_findings.indeterminate("no-pages", "The file has no pages.");
        return std::move(m_list);
    }

private:
    void visit(const Object* node) {
        const Dictionary* dictionary = node == nullptr ? nullptr : node->value.dictionary();
        if (dictionary == nullptr) {
            m_findings.contradiction("page-tree", "The list of pages names something that isn't there.");
            return;
        }
        const auto index = static_cast<std::size_t>(node - m_file.objects().data());
        if (m_seen[index]) {
            m_findings.contradiction("page-tree", "The list of pages names the same page twice, or runs in a circle.",
                                     node->name(), node->offset);
            return;
        }
        m_seen[index] = true;
        const Value& type = m_file.resolve(dictionary->find("Type"));
        if (type.isName("Page"))
            addPage(*node, *dictionary);
        else if (const Array* kids = m_file.resolve(dictionary->find("Kids")).array(); kids != nullptr)
            addKids(*kids);
        else
            m_findings.contradiction("page-tree", "The list of pages names something that isn't a page.", node->name(),
                                     node->offset);
    }

    void addKids(const Array& kids) {
        if (kids.size() > m_visitsLeft) { // the same long list may be named again and again
            m_findings.indeterminate("limit-exceeded", "The list of pages is too long.");
            m_open.clear();
            return;
        }
        m_visitsLeft -= kids.size();
        for (std::size_t i = kids.size(); i-- > 0;)
            m_open.push_back(&kids[i]);
    }

    void addPage(const Object& node, const Dictionary& dictionary) {
        const std::optional<std::array<double, 4>> box = rectangleOf(m_file, dictionary.find("MediaBox"));
        if (!box)
            m_findings.contradiction("page-box", "A page doesn't say how large it is.", node.name(), node.offset);
        m_list.byObject[node.number] = m_list.pages.size();
        m_list.pages.push_back({&node, box.value_or(std::array<double, 4>{})});
    }

    const File& m_file;
    FindingList& m_findings;
    std::vector<bool> m_seen;
    std::size_t m_visitsLeft;
    std::vector<const Value*> m_open;
    PageList m_list;
};

} // namespace

PageList readPages(const File& file, FindingList& findings) {
    return PageWalk(file, findings).run();
}

std::optional<std::array<double, 4>> rectangleOf(const File& file, const Value* value) {
    const Array* array = file.resolve(value).array();
    if (array == nullptr || array->size() != 4)
        return std::nullopt;
    std::array<double, 4> box{};
    for (std::size_t i = 0; i < 4; ++i) {
        if (!(*array)[i].isNumber())
            return std::nullopt;
        box.at(i) = (*array)[i].number();
    }
    return box;
}

} // namespace exhibit::pdf::reader
