#include "pdf/reader/Structure.h"

#include "pdf/reader/TextStrings.h"

#include <unordered_map>

namespace exhibit::pdf::reader {
namespace {

/// More marked contents on one page than any page of ours has.
constexpr std::int64_t kMostOnPage = 1'000'000;

using Owner = Structure::Owner;

class StructureWalk {
public:
    StructureWalk(const File& file, const PageList& pages, FindingList& findings)
        : m_file(file), m_pages(pages), m_findings(findings), m_seen(file.objects().size() + 1),
          m_visitsLeft(file.limits().values) {}

    Structure run() {
        const Dictionary* catalog = m_file.catalog();
        const Dictionary* root =
            catalog == nullptr ? nullptr : m_file.resolve(catalog->find("StructTreeRoot")).dictionary();
        if (root == nullptr) {
            m_findings.contradiction("structure", "The file doesn't say what on its pages is what.");
            return std::move(m_result);
        }
        push(root->find("K"), {});
        while (!m_open.empty() && m_visitsLeft > 0) {
            const Item item = m_open.back();
            m_open.pop_back();
            visit(item);
        }
        compareIds(m_file.resolve(root->find("IDTree")).dictionary());
        return std::move(m_result);
    }

private:
    /// What surrounds a kid.
    struct Context {
        Owner owner{Owner::Kind::Other, 0, 0};
        const Value* page = nullptr; ///< /Pg of the nearest element
    };
    struct Item {
        const Value* kid = nullptr;
        Context context;
    };

    /// In reverse, since the last one pushed is visited first.
    void push(const Value* kids, const Context& context) {
        const Array* array = m_file.resolve(kids).array();
        if (array == nullptr) {
            if (kids != nullptr)
                m_open.push_back({kids, context});
            return;
        }
        if (array->size() > m_visitsLeft) { // the same long list may be named again and again
            m_visitsLeft = 0;
            m_findings.indeterminate("limit-exceeded", "The structure of the document has too many parts.");
            return;
        }
        m_visitsLeft -= array->size();
        for (std::size_t i = array->size(); i-- > 0;)
            m_open.push_back({&(*array)[i], context});
    }

    void visit(const Item& item) {
        const Value& kid = m_file.resolve(item.kid);
        if (kid.integer() != nullptr) {
            addContent(item.context.page, kid, item.context.owner);
            return;
        }
        const Dictionary* dictionary = kid.dictionary();
        if (dictionary == nullptr) {
            m_findings.contradiction("structure", "The structure of the document names something that isn't there.");
            return;
        }
        const Value& type = m_file.resolve(dictionary->find("Type"));
        if (type.isName("MCR")) {
            const Value* page = dictionary->find("Pg");
            addContent(page != nullptr ? page : item.context.page, m_file.resolve(dictionary->find("MCID")),
                       item.context.owner);
        } else if (!type.isName("OBJR")) {
            visitElement(item, *dictionary);
        }
    }

    void visitElement(const Item& item, const Dictionary& element) {
        const Object* object = m_file.object(item.kid);
        if (object == nullptr) {
            m_findings.contradiction("structure", "An element of the structure isn't an object of its own.");
            return;
        }
        const auto index = static_cast<std::size_t>(object - m_file.objects().data());
        if (m_seen[index]) {
            m_findings.contradiction("structure", "An element of the structure is in two places.", object->name(),
                                     object->offset);
            return;
        }
        m_seen[index] = true;
        Context context = item.context;
        if (const Value* page = element.find("Pg"))
            context.page = page;
        context.owner = ownerOf(*object, element, context.owner);
        push(element.find("K"), context);
    }

    Owner ownerOf(const Object& object, const Dictionary& element, const Owner& parent) {
        const Name* type = m_file.resolve(element.find("S")).name();
        const std::string_view kind = type == nullptr ? std::string_view() : type->text;
        if (const Value* id = element.find("ID"))
            return ownerWithId(object, element, kind, textUtf8(m_file.resolve(id)));
        // Each P of a text is one of its lines.
        if (parent.kind == Owner::Kind::Text && kind == "P") {
            TextBlock& text = m_result.texts[parent.block];
            text.lines.emplace_back();
            return {Owner::Kind::Text, parent.block, static_cast<std::uint32_t>(text.lines.size() - 1)};
        }
        if (parent.kind == Owner::Kind::Figure && kind == "Figure") {
            FigureBlock& figure = m_result.figures[parent.block];
            if (figure.alternative.empty())
                figure.alternative = textUtf8(m_file.resolve(element.find("Alt")));
        }
        return parent;
    }

    Owner ownerWithId(const Object& object, const Dictionary& element, std::string_view kind, std::string id) {
        if (id.empty() || !m_ids.emplace(id, object.number).second)
            m_findings.contradiction("structure-id", "Two parts of the document have the same id, or an empty one.",
                                     object.name(), object.offset);
        if (kind == "BlockQuote" || kind == "TD") {
            m_result.texts.push_back({std::move(id), {}});
            return {Owner::Kind::Text, static_cast<std::uint32_t>(m_result.texts.size() - 1), 0};
        }
        if (kind == "Figure" || kind == "Div") {
            m_result.figures.push_back({std::move(id), textUtf8(m_file.resolve(element.find("Alt"))), {}});
            return {Owner::Kind::Figure, static_cast<std::uint32_t>(m_result.figures.size() - 1), 0};
        }
        m_findings.contradiction("structure-id", "A part of the document has an id that it shouldn't have.",
                                 object.name(), object.offset);
        return {Owner::Kind::Other, 0, 0};
    }

    /// The name tree of the ids (14.7.2) must lead to the elements that bear them.
    void compareIds(const Dictionary* tree) {
        const Array* names = tree == nullptr ? nullptr : m_file.resolve(tree->find("Names")).array();
        std::size_t found = 0;
        for (std::size_t i = 0; names != nullptr && i + 1 < names->size(); i += 2) {
            const auto known = m_ids.find(textUtf8((*names)[i]));
            const Ref* element = (*names)[i + 1].ref();
            if (known != m_ids.end() && element != nullptr && element->number == known->second)
                ++found;
        }
        if (found != m_ids.size() || (names != nullptr && names->size() != 2 * found))
            m_findings.contradiction("structure-id", "The list of the document's parts isn't that of its parts.");
    }

    void addContent(const Value* pageReference, const Value& number, const Owner& owner) {
        const Ref* ref = pageReference == nullptr ? nullptr : pageReference->ref();
        const auto page = ref == nullptr ? m_pages.byObject.end() : m_pages.byObject.find(ref->number);
        const std::int64_t* mcid = number.integer();
        if (page == m_pages.byObject.end() || mcid == nullptr || *mcid < 0 || *mcid >= kMostOnPage) {
            m_findings.contradiction("structure", "The structure of the document names content that isn't there.");
            return;
        }
        const MarkedContent content{page->second, static_cast<std::uint32_t>(*mcid)};
        if (!m_result.owners.emplace(Structure::key(content.page, content.mcid), owner).second) {
            m_findings.contradiction("structure", "A part of a page belongs to two parts of the document.",
                                     pageName(page->second + 1));
            return;
        }
        if (owner.kind == Owner::Kind::Figure)
            m_result.figures[owner.block].contents.push_back(content);
        if (owner.kind == Owner::Kind::Text) {
            TextBlock& text = m_result.texts[owner.block];
            if (text.lines.empty())
                text.lines.emplace_back();
            text.lines[owner.line].contents.push_back(content);
        }
    }

    const File& m_file;
    const PageList& m_pages;
    FindingList& m_findings;
    std::vector<bool> m_seen;
    std::size_t m_visitsLeft;
    std::vector<Item> m_open;
    std::unordered_map<std::string, std::uint32_t> m_ids; ///< id -> object number
    Structure m_result;
};

} // namespace

Owner Structure::owner(std::size_t page, std::uint32_t mcid) const {
    const auto found = owners.find(key(page, mcid));
    return found == owners.end() ? Owner() : found->second;
}

Structure readStructure(const File& file, const PageList& pages, FindingList& findings) {
    return StructureWalk(file, pages, findings).run();
}

} // namespace exhibit::pdf::reader
