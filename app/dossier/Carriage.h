#pragma once
// How pictures travel in a dossier that is to be small.

#include "dossier/Disclosure.h"

namespace exhibit::dossier {

/// Lets every picture that stands on a page as it is be stored there alone. Others stay attached: what a PDF can't
/// carry as it is (transparency, interlacing, 16 bits), a JPEG with bytes behind its end, and what isn't shown.
[[nodiscard]] Result<> storeOnce(Content& content);
/// The same for one picture; `item.bytes` and `item.file` say what it is.
[[nodiscard]] Result<> storeOnPage(DisclosedItem& item);
/// The same for one picture; `item.bytes` and `item.file` say what it is.
[[nodiscard]] Result<> storeOnPage(DisclosedItem& item);

} // namespace exhibit::dossier
