#pragma once
// Supervisory authorities for data protection (schemas/authorities.json; CC0 data of datenanfragen, dated).

#include "core/Result.h"
#include "request/FormEntry.h"

#include <string>
#include <string_view>
#include <vector>

namespace exhibit::request {

struct Authority {
    std::string country; ///< ISO 3166-1 alpha-2
    std::string name;
    std::string address;
    std::string email;         ///< may be empty
    std::string complaintForm; ///< may be empty
    std::string website;
    std::vector<std::string> languages;
};

/// Something to know about an authority beyond the table, with its own source.
struct AuthorityNote {
    std::string country;
    std::string name; ///< of the authority
    std::string role; ///< "lead", "address", "complaint", "national-contact"
    Certainty certainty = Certainty::Unresolved;
    std::string seen; ///< may be empty: the copy's date isn't known
    std::string source;
    std::string url; ///< may be empty
    LocalText text;
};

class Authorities {
public:
    static Result<Authorities> builtIn();
    static Result<Authorities> parse(std::string_view json);

    [[nodiscard]] const std::vector<Authority>& all() const { return m_authorities; }
    /// Those of a country, in the table's order. Empty means that the table knows none.
    [[nodiscard]] std::vector<Authority> in(std::string_view country) const;
    [[nodiscard]] std::vector<AuthorityNote> notesFor(std::string_view country) const;
    [[nodiscard]] const std::string& source() const { return m_source; }
    /// The date of the table.
    [[nodiscard]] const std::string& seen() const { return m_seen; }

private:
    Authorities() = default;
    std::vector<Authority> m_authorities;
    std::vector<AuthorityNote> m_notes;
    std::string m_source;
    std::string m_seen;
};

} // namespace exhibit::request
