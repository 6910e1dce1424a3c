#pragma once
// The closed profile as a table: what each kind of object of our files may hold. Whatever isn't in it isn't allowed.

#include <cstdint>
#include <span>
#include <string_view>

namespace exhibit::pdf::reader {

/// What an object or a part of one is in the document.
enum class Role : std::uint8_t {
    None,
    Plain, ///< numbers, names, strings, truth values, and arrays of them
    Trailer,
    Integrity,
    Catalog,
    Information,
    PageNode, ///< Pages or Page
    Pages,
    Page,
    PageKids,
    Resources,
    FontNames,
    XObjectNames,
    Font,
    Descendants,
    CidFont,
    SystemInfo,
    Descriptor,
    Data, ///< a stream of bytes
    Program,
    Content,
    Image,
    SoftMask,
    ColourSpace,
    Profile,
    DecodeParameters,
    Annotations,
    Annotation, ///< Link or Widget
    Link,
    Widget,
    Action,
    Outlines,
    Bookmark,
    Destination,
    AcroForm,
    Fields,
    MarkInfo,
    ViewerPreferences,
    PageLabels,
    PageLabelNumbers,
    PageLabel,
    OutputIntents,
    OutputIntent,
    Metadata,
    Names,
    FileTree,
    FileNames,
    FileSpecification,
    EmbeddedFiles,
    EmbeddedFile,
    FileParameters,
    AssociatedFiles,
    StructureRoot,
    StructureParent, ///< StructureRoot or StructureElement
    StructureElement,
    StructureKids,
    StructureKid, ///< an MCID, a StructureElement, ContentReference or ObjectReference
    ContentReference,
    ObjectReference,
    StructureAttributes,
    ParentTree,
    ParentNumbers,
    ParentRow,
    IdTree,
    IdNames,
};

/// Kinds of values, to be combined.
enum Kind : unsigned {
    kBool = 1,
    kInteger = 2,
    kReal = 4,
    kNumber = kInteger | kReal,
    kName = 8,
    kString = 16,
    kArray = 32,
    kDictionary = 64,
    kStream = 128,
    kNull = 256,
};

struct ProfileRule {
    Role role = Role::None;
    std::string_view key; ///< "*" any key; "[]" the items of an array
    unsigned kinds = 0;
    Role child = Role::None;     ///< of a dictionary, array or stream
    std::string_view names = {}; ///< the names allowed, with blanks between; empty: any
    bool required = false;
};

/// Sorted by role.
[[nodiscard]] std::span<const ProfileRule> profileRules();

/// A key or an action that can show or do something else on another day, and the code and sentence for it.
struct ForbiddenEntry {
    std::string_view name;
    std::string_view code;
    std::string_view message;
};
[[nodiscard]] const ForbiddenEntry* forbiddenEntry(std::string_view name);

} // namespace exhibit::pdf::reader
