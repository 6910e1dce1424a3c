#include "pdf/reader/Profile.h"

#include "pdf/reader/Pages.h"
#include "pdf/reader/ProfileRules.h"
#include "pdf/reader/TextStrings.h"

#include <array>
#include <initializer_list>
#include <unordered_set>

namespace exhibit::pdf::reader {
namespace {

/// Names and the kind of thing for the findings.
unsigned kindOf(const Value& value, bool isStream) {
    if (value.boolean() != nullptr)
        return kBool;
    if (value.integer() != nullptr)
        return kInteger;
    if (value.isNumber())
        return kReal;
    if (value.name() != nullptr)
        return kName;
    if (value.string() != nullptr)
        return kString;
    if (value.array() != nullptr)
        return kArray;
    if (value.dictionary() != nullptr)
        return isStream ? kStream : kDictionary;
    return kNull;
}

bool isAmong(std::string_view name, std::string_view names) {
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == name)
            return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

std::span<const ProfileRule> rulesOf(Role role) {
    const std::span<const ProfileRule> all = profileRules();
    struct ByRole {
        bool operator()(const ProfileRule& rule, Role wanted) const { return rule.role < wanted; }
        bool operator()(Role wanted, const ProfileRule& rule) const { return wanted < rule.role; }
    };
    const auto [first, last] = std::equal_range(all.begin(), all.end(), role, ByRole());
    return all.subspan(static_cast<std::size_t>(first - all.begin()), static_cast<std::size_t>(last - first));
}

const ProfileRule* ruleFor(Role role, std::string_view key) {
    for (const ProfileRule& rule : rulesOf(role))
        if (rule.key == key || (rule.key == "*" && key != "[]"))
            return &rule;
    return nullptr;
}

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

class ProfileWalk {
public:
    ProfileWalk(const File& file, FindingList& findings)
        : m_file(file), m_findings(findings), m_roles(file.objects().size(), Role::None) {}

    void run() {
        m_owner = nullptr;
        visit(m_file.trailer(), false, Role::Trailer);
        while (!m_open.empty() && !m_findings.full()) {
            const Item item = m_open.back();
            m_open.pop_back();
            m_owner = item.owner;
            visit(*item.value, item.isStream, item.role);
        }
        if (m_open.empty())
            reportOrphans();
        if (m_widgets > 2)
            contradiction("form", "The file has more form fields than the two for a seal.");
    }

private:
    struct Item {
        const Value* value = nullptr;
        const Object* owner = nullptr;
        bool isStream = false;
        Role role = Role::None;
    };

    void contradiction(std::string_view code, std::string message) {
        m_findings.contradiction(code, std::move(message), m_owner == nullptr ? "trailer" : m_owner->name(),
                                 m_owner == nullptr ? m_file.trailerOffset() : m_owner->offset);
    }

    /// What a role that stands for several is, by the dictionary's own words.
    Role specificRole(const Dictionary& dictionary, Role role) {
        const auto is = [&](const char* key, std::string_view name) {
            return m_file.resolve(dictionary.find(key)).isName(name);
        };
        switch (role) {
        case Role::PageNode:
            return is("Type", "Page") ? Role::Page : Role::Pages;
        case Role::Annotation:
            return is("Subtype", "Widget") ? Role::Widget : Role::Link;
        case Role::StructureParent:
            return is("Type", "StructTreeRoot") ? Role::StructureRoot : Role::StructureElement;
        case Role::StructureKid:
            return is("Type", "MCR")    ? Role::ContentReference
                   : is("Type", "OBJR") ? Role::ObjectReference
                                        : Role::StructureElement;
        case Role::ParentRow:
            return Role::StructureElement;
        case Role::Bookmark:
            return is("Type", "Outlines") && dictionary.find("Dest") == nullptr ? Role::Outlines : Role::Bookmark;
        default:
            return role;
        }
    }

    /// Arranges that a value is visited; an object once, in one role.
    void follow(const Value& value, Role role, const ProfileRule& rule) {
        const Object* object = m_owner;
        const Value* target = &value;
        bool isStream = false;
        if (value.ref() != nullptr) {
            object = m_file.object(&value);
            if (object == nullptr) {
                contradiction("missing-object", "The file names an object that isn't there.");
                return;
            }
            target = &object->value;
            isStream = object->stream.has_value();
        }
        const unsigned kind = kindOf(*target, isStream);
        if ((kind & rule.kinds) == 0) {
            contradiction("unexpected-value",
                          "An entry holds something of another kind than it should: " + std::string(rule.key) + ".");
            if (object != m_owner && m_roles[indexOf(*object)] == Role::None)
                m_roles[indexOf(*object)] = Role::Plain; // it has been reported
            return;
        }
        if (kind == kName && !rule.names.empty() && !isAmong(target->name()->text, rule.names))
            badName(target->name()->text, rule);
        if (target->dictionary() != nullptr)
            role = specificRole(*target->dictionary(), role);
        if (value.ref() != nullptr && !enter(*object, role))
            return;
        if (kind == kArray || kind == kDictionary || kind == kStream)
            m_open.push_back({target, object, isStream, role});
    }

    [[nodiscard]] std::size_t indexOf(const Object& object) const {
        return static_cast<std::size_t>(&object - m_file.objects().data());
    }

    /// True if the object is new.
    bool enter(const Object& object, Role role) {
        Role& known = m_roles[indexOf(object)];
        if (known == Role::None) {
            known = role;
            return true;
        }
        if (known != role)
            m_findings.contradiction("ambiguous-object", "An object is used as two different things.", object.name(),
                                     object.offset);
        return false;
    }

    void badName(const std::string& name, const ProfileRule& rule) {
        const ForbiddenEntry* forbidden = forbiddenEntry(name);
        if (forbidden != nullptr)
            contradiction(forbidden->code, std::string(forbidden->message));
        else
            contradiction("unexpected-value",
                          "An entry has a value that this program never writes: " + std::string(rule.key) + ".");
    }

    void visit(const Value& value, bool isStream, Role role) {
        if (const Array* array = value.array()) {
            visitArray(*array, role);
            return;
        }
        const Dictionary& dictionary = *value.dictionary();
        for (const Entry& entry : dictionary.entries()) {
            const ProfileRule* rule = ruleFor(role, entry.key);
            if (rule == nullptr || entry.key == "[]")
                badKey(entry.key, role, isStream);
            else
                follow(entry.value, rule->child, *rule);
        }
        for (const ProfileRule& rule : rulesOf(role))
            if (rule.required && dictionary.find(rule.key) == nullptr)
                contradiction("missing-entry",
                              "An object lacks an entry that it should have: " + std::string(rule.key) + ".");
        checkMeaning(dictionary, role);
    }

    void visitArray(const Array& array, Role role) {
        const ProfileRule* rule = ruleFor(role, "[]");
        if (rule == nullptr) {
            if (!array.empty())
                contradiction("unexpected-value", "There is a list where none should be.");
            return;
        }
        // The rows of the parent tree are lists of elements; single elements stand there too.
        for (const Value& item : array)
            follow(item, rule->child, *rule);
    }

    void badKey(const std::string& key, Role role, bool isStream) {
        const ForbiddenEntry* forbidden = forbiddenEntry(key);
        if (key == "Encrypt" && role == Role::Trailer)
            m_findings.indeterminate("encrypted", "The file is encrypted, which this program never does.", "trailer",
                                     m_file.trailerOffset());
        else if (forbidden != nullptr && (isStream || key != "F"))
            contradiction(forbidden->code, std::string(forbidden->message));
        else
            contradiction("unexpected-entry",
                          "The file holds an entry that this program never writes: " + key.substr(0, 40) + ".");
    }

    /// What kinds and names alone don't say.
    void checkMeaning(const Dictionary& dictionary, Role role) {
        if (role == Role::Descriptor && dictionary.find("FontFile2") == nullptr &&
            dictionary.find("FontFile3") == nullptr)
            contradiction("font-not-embedded", "A font isn't in the file: the reader's program would choose one.");
        if (role == Role::Action)
            checkLink(dictionary);
        if (role == Role::Link || role == Role::Widget)
            checkAnnotation(dictionary, role);
        if (role == Role::Trailer) {
            const std::int64_t* size = m_file.resolve(dictionary.find("Size")).integer();
            const Ref* root = dictionary.find("Root") == nullptr ? nullptr : dictionary.find("Root")->ref();
            if (size == nullptr || *size != static_cast<std::int64_t>(m_file.slotCount()) || root == nullptr ||
                root->number != 1)
                contradiction("trailer", "The end of the file isn't as this program writes it.");
        }
    }

    void checkLink(const Dictionary& action) {
        const String* uri = m_file.resolve(action.find("URI")).string();
        const std::string_view target = uri == nullptr ? std::string_view() : uri->bytes;
        if (!startsWith(target, "https://") && !startsWith(target, "http://") && !startsWith(target, "mailto:"))
            contradiction("link-target", "The file has a link that leads to no web page and no mail address.");
    }

    void checkAnnotation(const Dictionary& annotation, Role role) {
        const std::int64_t* flags = m_file.resolve(annotation.find("F")).integer();
        // 12.5.3: a link is printed, a signature field without a seal is printed and locked.
        if (flags == nullptr || *flags != (role == Role::Link ? 4 : 132))
            contradiction("unexpected-value", "A link or field is hidden or behaves in an unusual way.");
        if (role == Role::Link)
            return;
        ++m_widgets;
        const std::optional<std::array<double, 4>> place = rectangleOf(m_file, annotation.find("Rect"));
        if (!place || *place != std::array<double, 4>{})
            contradiction("form", "The file has a form field that takes room on a page.");
    }

    void reportOrphans() {
        for (const Object& object : m_file.objects())
            if (m_roles[indexOf(object)] == Role::None)
                m_findings.contradiction("orphan", "The file holds an object that nothing leads to.", object.name(),
                                         object.offset);
    }

    const File& m_file;
    FindingList& m_findings;
    std::vector<Role> m_roles; ///< by the object's index
    std::vector<Item> m_open;
    const Object* m_owner = nullptr;
    std::size_t m_widgets = 0;
};

} // namespace

void checkProfile(const File& file, FindingList& findings) {
    if (file.trailer().dictionary() != nullptr)
        ProfileWalk(file, findings).run();
}

} // namespace exhibit::pdf::reader
