#pragma once
// The forms of a case: one a wish at most.

#include "request/FormDirectory.h"

namespace exhibit::request {

/// Gives each wish of the case the directory's first choice for it, in the order of the wishes. A link that the person
/// put in stays while the case has its wish. Errors as FormDirectory::select.
[[nodiscard]] Result<> chooseForms(CaseDetails& details, const FormDirectory& directory);

/// Puts a form in the place of the one that serves the same wish, in the order of the wishes.
void useForm(CaseDetails& details, FormUse form);

/// The form of a case for a wish; null if none is chosen.
[[nodiscard]] const FormUse* formFor(const CaseDetails& details, Wish wish);

} // namespace exhibit::request
