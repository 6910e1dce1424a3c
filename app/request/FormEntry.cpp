#include "request/FormEntry.h"

#include "request/FormUrl.h"

#include <array>
#include <span>

namespace exhibit::request {
namespace {

template <class Enum>
struct Named {
    Enum value;
    std::string_view name;
};

constexpr std::array kCertainties = {
    Named<Certainty>{Certainty::Primary, "primary"},       Named<Certainty>{Certainty::Inferred, "inferred"},
    Named<Certainty>{Certainty::Secondary, "secondary"},   Named<Certainty>{Certainty::Recalled, "recalled"},
    Named<Certainty>{Certainty::Unresolved, "unresolved"},
};
constexpr std::array kStatuses = {
    Named<Status>{Status::Current, "current"},
    Named<Status>{Status::Superseded, "superseded"},
    Named<Status>{Status::Obsolete, "obsolete"},
    Named<Status>{Status::Unresolved, "unresolved"},
};
constexpr std::array kKinds = {
    Named<Kind>{Kind::Form, "form"},
    Named<Kind>{Kind::Page, "page"},
    Named<Kind>{Kind::Tool, "tool"},
};
constexpr std::array kStandings = {
    Named<Standing>{Standing::Specific, "specific"},
    Named<Standing>{Standing::General, "general"},
    Named<Standing>{Standing::Information, "information"},
};

template <class Enum>
std::string_view nameIn(std::span<const Named<Enum>> table, Enum value) {
    for (const Named<Enum>& row : table)
        if (row.value == value)
            return row.name;
    return "unknown";
}

template <class Enum>
Result<Enum> valueIn(std::span<const Named<Enum>> table, std::string_view name) {
    std::string known;
    for (const Named<Enum>& row : table) {
        if (row.name == name)
            return row.value;
        known.append(known.empty() ? "" : ", ").append(row.name);
    }
    return fail(ErrorCode::Malformed, "The value must be one of: " + known + ".", std::string(name));
}

} // namespace

std::string_view name(Certainty certainty) {
    return nameIn<Certainty>(kCertainties, certainty);
}
std::string_view name(Status status) {
    return nameIn<Status>(kStatuses, status);
}
std::string_view name(Kind kind) {
    return nameIn<Kind>(kKinds, kind);
}
std::string_view name(Standing standing) {
    return nameIn<Standing>(kStandings, standing);
}
Result<Certainty> certaintyFromName(std::string_view name) {
    return valueIn<Certainty>(kCertainties, name);
}
Result<Status> statusFromName(std::string_view name) {
    return valueIn<Status>(kStatuses, name);
}
Result<Kind> kindFromName(std::string_view name) {
    return valueIn<Kind>(kKinds, name);
}
Result<Standing> standingFromName(std::string_view name) {
    return valueIn<Standing>(kStandings, name);
}

FormUse useOf(const FormEntry& entry, Wish wish, std::string_view language) {
    FormUse use;
    use.wish = wish;
    use.id = entry.id;
    use.title = entry.title.empty() ? entry.description.in(language) : entry.title;
    use.url = entry.url;
    use.seen = entry.seen;
    use.directory = entry.directory;
    return use;
}

Result<FormUse> ownLink(std::string_view url, const FormUse& replaced) {
    EXHIBIT_ASSIGN(const FormUrl checked, checkFormUrl(url));
    FormUse use;
    use.wish = replaced.wish;
    use.id = replaced.id;
    use.title = checked.host;
    use.url = checked.text;
    use.directory = replaced.directory;
    use.overridden = true;
    return use;
}

} // namespace exhibit::request
