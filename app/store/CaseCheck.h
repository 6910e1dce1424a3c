#pragma once
// CaseFile::check.

#include "store/Connection.h"

namespace exhibit {

[[nodiscard]] Result<std::vector<Finding>> checkCase(const std::shared_ptr<Connection>& connection,
                                                     const Progress& progress);

} // namespace exhibit
