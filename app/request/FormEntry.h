#pragma once
// What the form directory knows of one form, page, tool or addressee: dated, with its source and how sure it is.

#include "core/CaseTypes.h"
#include "core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace exhibit::request {

/// A sentence in the languages of the dossier.
struct LocalText {
    std::string en;
    std::string de;

    /// English for every language but "de".
    [[nodiscard]] const std::string& in(std::string_view language) const { return language == "de" ? de : en; }
    bool operator==(const LocalText&) const = default;
};

/// How sure a statement is, from the best to the worst.
enum class Certainty {
    Primary,    ///< in an archived copy of Meta's or the authority's own page
    Inferred,   ///< our conclusion from such a page
    Secondary,  ///< press, guides, other people's code
    Recalled,   ///< not verified
    Unresolved, ///< contradictory, or its link was never found
};

enum class Status {
    Current,
    Superseded, ///< another entry took its place
    Obsolete,
    Unresolved, ///< known to exist, but without a link
};

enum class Kind { Form, Page, Tool };

/// What an entry is to a wish.
enum class Standing {
    Specific,    ///< made for this wish, or named for it by its owner
    General,     ///< a general contact that takes it
    Information, ///< a page to read, or what one can do oneself
};

enum class Requirement { Yes, No, Unknown };

[[nodiscard]] std::string_view name(Certainty certainty);
[[nodiscard]] std::string_view name(Status status);
[[nodiscard]] std::string_view name(Kind kind);
[[nodiscard]] std::string_view name(Standing standing);
[[nodiscard]] Result<Certainty> certaintyFromName(std::string_view name);
[[nodiscard]] Result<Status> statusFromName(std::string_view name);
[[nodiscard]] Result<Kind> kindFromName(std::string_view name);
[[nodiscard]] Result<Standing> standingFromName(std::string_view name);

/// Where a statement comes from. The date is as precise as the source gives it (2026, 2026-07, 2026-07-23), or empty.
struct Source {
    Certainty certainty = Certainty::Unresolved;
    std::string date;
    std::string text;
    bool operator==(const Source&) const = default;
};

struct AlternateUrl {
    std::string language; ///< ISO 639-1
    std::string url;
    bool operator==(const AlternateUrl&) const = default;
};

/// One choice of a form's field, and the purposes and residences that it serves.
struct FieldOption {
    std::string id;
    LocalText label;
    std::vector<std::string> purposes;
    std::vector<std::string> residence;
    std::string text; ///< as the form words it, if known
    std::string source;
    bool operator==(const FieldOption&) const = default;
};

struct FormField {
    std::string id; ///< "country", "email", "prompts", "evidence", ...
    LocalText label;
    std::string type; ///< text, long-text, email, country, choice, file, captcha
    Requirement required = Requirement::Unknown;
    Certainty certainty = Certainty::Unresolved;
    std::string source;
    std::string note;
    std::vector<FieldOption> options;
    bool operator==(const FormField&) const = default;
};

/// For what, where and for whom an entry is good, and why.
struct FormUsage {
    std::vector<std::string> purposes;  ///< names of wishes; also "dpo", "contact", "information", "self-service"
    std::vector<std::string> surfaces;  ///< names of surfaces; also "threads"
    std::vector<std::string> residence; ///< "any", "eea", "other" (neither EEA nor GB nor CH), or ISO 3166-1 alpha-2
    Standing standing = Standing::Specific;
    int order = 0; ///< smaller comes first
    Certainty certainty = Certainty::Unresolved;
    LocalText why;
    std::vector<std::string> warnings; ///< names of sentences
    LocalText steps;                   ///< what to choose there; may be empty
    bool operator==(const FormUsage&) const = default;
};

struct FormEntry {
    std::string id; ///< stable: "meta-ai-concern"
    Kind kind = Kind::Form;
    LocalText description;
    std::string title; ///< as its owner words it; often not known
    std::string url;   ///< empty if there is none
    std::vector<AlternateUrl> alternateUrls;
    std::vector<std::string> languages; ///< in which it has been seen; empty: not documented
    std::string login;                  ///< "required", "not-required", "unknown"
    Status status = Status::Unresolved;
    std::string supersededBy;
    Certainty certainty = Certainty::Unresolved;
    std::string seen;   ///< date of the archived copy, as precise as known
    std::string opened; ///< when a person opened it; empty: nobody has
    std::vector<Source> sources;
    std::vector<FormUsage> uses;
    std::vector<std::string> declines; ///< purposes that the form itself declines
    std::vector<FormField> fields;
    std::vector<std::string> warnings;
    std::vector<std::string> notes;
    std::string directory; ///< version of the directory that it is from
    std::string compiled;  ///< when that directory was compiled
    bool operator==(const FormEntry&) const = default;
};

enum class AddresseeRole { To, Copy };

struct AddresseeUsage {
    std::vector<std::string> surfaces;
    std::vector<std::string> residence;
    AddresseeRole role = AddresseeRole::To;
    Certainty certainty = Certainty::Unresolved;
    LocalText why;
    bool operator==(const AddresseeUsage&) const = default;
};

/// Whom a letter goes to.
struct Addressee {
    std::string id;
    std::string name;
    std::string attention;          ///< "ATTN: Privacy Operations"; may be empty
    std::vector<std::string> lines; ///< postal address; empty: not known
    std::string country;            ///< ISO 3166-1 alpha-2
    std::string email;              ///< empty: none is published
    std::string online;             ///< id of the form for contact online; may be empty
    Certainty certainty = Certainty::Unresolved;
    std::string seen;
    std::string opened;
    Status status = Status::Unresolved;
    std::vector<Source> sources;
    std::vector<AddresseeUsage> serves;
    std::vector<std::string> notes;
    bool operator==(const Addressee&) const = default;
};

/// What a case records of the entry that was used, as it stood then. The title is the owner's, or our description.
[[nodiscard]] FormUse useOf(const FormEntry& entry, Wish wish, std::string_view language);
/// The person's own link in place of the directory's; it keeps wish and id of the entry that it replaces (the id
/// may be empty). InvalidArgument as checkFormUrl.
[[nodiscard]] Result<FormUse> ownLink(std::string_view url, const FormUse& replaced);

} // namespace exhibit::request
