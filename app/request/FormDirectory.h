#pragma once
// The form directory: dated data on which form serves which wish, surface and residence. Nothing here opens a link.

#include "request/Countries.h"
#include "request/FormEntry.h"
#include "request/Placeholders.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace exhibit::request {

/// A sentence for the person, with a stable name for programs.
struct Warning {
    std::string code; ///< "declines-deletion", "secondary-only", "unknown-form", ...
    std::string text;
};

struct Choice {
    FormEntry entry;
    Standing standing = Standing::Specific;
    Certainty certainty = Certainty::Unresolved; ///< of its fitting here: the worse of the entry's and the usage's
    std::string why;
    std::string steps; ///< what to choose there; may be empty
    std::vector<Warning> warnings;
};

struct ChosenAddressee {
    Addressee addressee;
    AddresseeRole role = AddresseeRole::To;
    Certainty certainty = Certainty::Unresolved;
    std::string why;
    std::vector<Warning> warnings;
};

enum class Coverage {
    Known,   ///< at least one form is known for exactly this
    Unknown, ///< none is; what is listed are general contacts, and `advice` says what to do
};

struct Selection {
    Wish wish = Wish::Concern;
    Surface surface = Surface::Other;
    std::string country; ///< as given, in capitals; empty if none was
    Coverage coverage = Coverage::Unknown;
    std::vector<Choice> choices; ///< the first is the one to use; specific ones before general ones
    std::vector<Choice> pages;   ///< to read, and what one can do oneself
    std::vector<ChosenAddressee> addressees;
    std::vector<Warning> warnings; ///< about the whole
    std::string advice;            ///< the closest honest way, when something is unknown; else empty
    std::string directory;         ///< version
    std::string compiled;          ///< its date
};

class FormDirectory {
public:
    /// The directory that the program holds.
    static Result<FormDirectory> builtIn();
    /// From the text of one directory file (schemas/forms.schema.json) that has entries, addressees and sentences.
    static Result<FormDirectory> parse(std::string_view json);
    /// From several files that share one version. Malformed for doubled ids, dangling references, links to other hosts
    /// than the known ones of Meta, and unknown members.
    static Result<FormDirectory> parse(std::span<const std::string_view> files);

    /// What serves a wish. `country` is ISO 3166-1 alpha-2 in either case, or empty. Two letters that are no known
    /// code give an unknown residence; anything else InvalidArgument with a hint. Unknown is never guessed.
    [[nodiscard]] Result<Selection> select(Wish wish, Surface surface, std::string_view country,
                                           std::string_view language = "en") const;

    [[nodiscard]] const std::vector<FormEntry>& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<Addressee>& addressees() const { return m_addressees; }
    [[nodiscard]] const FormEntry* find(std::string_view id) const;
    [[nodiscard]] const Countries& countries() const { return m_countries; }
    [[nodiscard]] const std::string& version() const { return m_version; }
    [[nodiscard]] const std::string& compiled() const { return m_compiled; }
    /// A sentence of the directory; InvalidArgument if a placeholder has no value, NotFound for an unknown name.
    [[nodiscard]] Result<std::string> sentence(std::string_view name, std::string_view language,
                                               const Values& values = {}) const;

private:
    explicit FormDirectory(Countries countries) : m_countries(std::move(countries)) {}
    Result<> addFile(std::string_view json);
    [[nodiscard]] Result<> checkReferences() const;
    [[nodiscard]] Result<> checkUsages(const FormEntry& entry) const;

    std::string m_version;
    std::string m_compiled;
    std::vector<FormEntry> m_entries;
    std::vector<Addressee> m_addressees;
    std::map<std::string, LocalText, std::less<>> m_sentences;
    Countries m_countries;
};

[[nodiscard]] std::string_view name(Coverage coverage);

} // namespace exhibit::request
