#pragma once
// Marks and redactions as rows, and the copies that redaction makes.

#include "store/Tables.h"

namespace exhibit {

/// In the order of their numbers. Throws what SQLiteCpp throws.
[[nodiscard]] Result<std::vector<StoredMarkup>> readMarkups(Connection& connection, int exhibit, MarkupKind kind);

/// CaseFile::revise.
[[nodiscard]] Result<std::vector<int>> reviseExhibit(Connection& connection, const Revision& revision,
                                                     const StoreEnvironment& environment);

} // namespace exhibit
