#pragma once
// Countries by ISO 3166-1 alpha-2 code, and where each stands for data protection (schemas/forms/countries.json).

#include "core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace exhibit::request {

enum class Region {
    Eea, ///< member state of the European Economic Area
    UnitedKingdom,
    Switzerland,
    Other,
    Unresolved, ///< a territory with a code of its own; whether Meta's forms count it in with its state isn't known
};

struct Country {
    std::string code;
    Region region = Region::Other;
    std::string english;
    std::string german;
    std::string state; ///< for Region::Unresolved, the code of the state that it belongs to

    [[nodiscard]] const std::string& nameIn(std::string_view language) const {
        return language == "de" ? german : english;
    }
};

/// Whether a list of residences ("any", "eea", "other" (neither EEA nor GB nor CH), or codes) counts a country in. An
/// unknown one (null), and a territory whose counting isn't known, are only in "any".
[[nodiscard]] bool residenceFits(const std::vector<std::string>& residence, const Country* country);

class Countries {
public:
    /// The table that the program holds.
    static Result<Countries> builtIn();
    static Result<Countries> parse(std::string_view json);

    /// The country of a code in capitals; null if there is none.
    [[nodiscard]] const Country* find(std::string_view code) const;
    /// The country that a person means by a code, in either case. InvalidArgument for everything else, with the right
    /// code if the input is a country's English or German name or a code in common use ("UK", "EL").
    [[nodiscard]] Result<Country> check(std::string_view input) const;
    [[nodiscard]] const std::vector<Country>& all() const { return m_countries; }

private:
    explicit Countries(std::vector<Country> countries) : m_countries(std::move(countries)) {}
    std::vector<Country> m_countries; ///< by code
};

} // namespace exhibit::request
