#pragma once
// Destroying what a person takes back.

#include "store/Connection.h"

namespace exhibit {

/// CaseFile::withdraw.
[[nodiscard]] Result<> withdrawFrom(Connection& connection, int number, const StoreEnvironment& environment);
/// Rewrites the file without the traces that deleted rows leave in it, if a withdrawal couldn't do so itself. Doesn't
/// wait for other processes; what fails is tried again next time.
void finishWithdrawals(Connection& connection, const StoreEnvironment& environment);

} // namespace exhibit
