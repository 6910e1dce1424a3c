#pragma once
// Adding exhibits.

#include "store/Connection.h"

namespace exhibit {

/// CaseFile::addExhibit.
[[nodiscard]] Result<int> addExhibitTo(Connection& connection, const std::string& caseId, const Capture& capture,
                                       const StoreEnvironment& environment, const Progress& progress);

} // namespace exhibit
