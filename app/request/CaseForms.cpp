#include "request/CaseForms.h"

#include <algorithm>

namespace exhibit::request {

Result<> chooseForms(CaseDetails& details, const FormDirectory& directory) {
    std::vector<FormUse> forms;
    for (const Wish wish : details.wishes) {
        const FormUse* const present = formFor(details, wish);
        if (present != nullptr && present->overridden) {
            forms.push_back(*present);
            continue;
        }
        EXHIBIT_ASSIGN(const Selection selection,
                       directory.select(wish, details.surface, details.country, details.language));
        if (!selection.choices.empty())
            forms.push_back(useOf(selection.choices.front().entry, wish, details.language));
    }
    details.forms = std::move(forms);
    return {};
}

void useForm(CaseDetails& details, FormUse form) {
    std::erase_if(details.forms, [&](const FormUse& other) { return other.wish == form.wish; });
    const auto later = std::find_if(details.forms.begin(), details.forms.end(), [&](const FormUse& other) {
        return static_cast<int>(other.wish) > static_cast<int>(form.wish);
    });
    details.forms.insert(later, std::move(form));
}

const FormUse* formFor(const CaseDetails& details, Wish wish) {
    const auto at = std::find_if(details.forms.begin(), details.forms.end(),
                                 [&](const FormUse& form) { return form.wish == wish; });
    return at == details.forms.end() ? nullptr : &*at;
}

} // namespace exhibit::request
