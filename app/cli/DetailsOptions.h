#pragma once
// The options about a case that "new" and "set" share.

#include "cli/Options.h"
#include "core/CaseTypes.h"
#include "request/FormDirectory.h"

#include <optional>

namespace exhibit::cli {

class DetailsOptions {
public:
    void declare(Options& options);

    /// Puts what was given into the details. InvalidArgument for what can't be right: an e-mail address without "@", an
    /// unknown country, an empty name.
    [[nodiscard]] Result<> apply(CaseDetails& details, const request::Countries& countries) const;
    /// Something that decides about the forms was given.
    [[nodiscard]] bool changesForms() const;
    /// Fills details.forms: the person's own choices, then what stood there as the person's own link, then what the
    /// directory knows.
    [[nodiscard]] Result<> applyForms(CaseDetails& details, const request::FormDirectory& directory) const;

private:
    std::optional<std::string> m_name, m_email, m_address;
    std::optional<std::string> m_representativeName, m_representativeEmail, m_representativeAddress;
    std::optional<std::string> m_country, m_surface, m_language, m_reference, m_grounds;
    std::vector<std::string> m_wishes;
    std::vector<std::string> m_forms;    ///< "concern=ID"
    std::vector<std::string> m_formUrls; ///< "concern=https://..."
};

/// A line a field, in words: for showing what is recorded, and for before and after. Escaped for one line each.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> detailLines(const CaseDetails& details);

[[nodiscard]] std::vector<std::string> wishNames();
[[nodiscard]] std::vector<std::string> surfaceNames();
/// Of letters, dossiers and explanations.
[[nodiscard]] std::vector<std::string> languageNames();

} // namespace exhibit::cli
