#pragma once
// Walks through everything that can be reached from the trailer and compares it with the closed profile.

#include "pdf/reader/File.h"

namespace exhibit::pdf::reader {

/// Entries, kinds and names that our writer never makes; objects that are missing, or that nothing leads to; one object
/// in two roles.
void checkProfile(const File& file, FindingList& findings);

} // namespace exhibit::pdf::reader
