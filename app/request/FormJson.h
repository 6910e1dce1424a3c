#pragma once
// Entries of the form directory as JSON (schemas/forms.schema.json), read strictly.

#include "core/JsonReader.h"
#include "request/FormEntry.h"

namespace exhibit::request {

/// A snapshot of an entry for a case: the entry as it stood, with the version and date of its directory
/// (schemas/form-entry.schema.json).
[[nodiscard]] Json toJson(const FormEntry& entry);
/// The inverse of toJson(). Malformed names the place as a JSON pointer.
[[nodiscard]] Result<FormEntry> formEntryFromJson(const Json& value);

/// The members of an entry and of an addressee inside a directory file.
[[nodiscard]] Result<FormEntry> readFormEntry(const JsonReader& in);
[[nodiscard]] Result<Addressee> readAddressee(const JsonReader& in);
/// {"en": ..., "de": ...}, neither empty.
[[nodiscard]] Result<LocalText> readLocalText(const JsonReader& in);

} // namespace exhibit::request
