#pragma once
#include "core/Bytes.h"

namespace exhibit::pdf {

/// True if every table of the face (its number in a collection, otherwise 0) lies within the file and has the checksum
/// that the file's directory says (OpenType 1.9, "Organization of an OpenType font"). A damaged font could show other
/// letters than it says, or none.
[[nodiscard]] bool fontTablesAreSound(ByteView file, unsigned face);

} // namespace exhibit::pdf
