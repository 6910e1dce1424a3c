#pragma once
// The bytes of an artifact, read from its case piece by piece.

#include "store/Connection.h"

namespace exhibit {

/// Reads through `connection`, which it keeps open.
[[nodiscard]] Result<SharedSource> storedBytes(std::shared_ptr<Connection> connection, const Artifact& artifact);

} // namespace exhibit
