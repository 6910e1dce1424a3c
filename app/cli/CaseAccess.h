#pragma once
// Opening the case that a person named.

#include "cli/Verb.h"
#include "store/CaseFile.h"

#include <string>

namespace exhibit::cli {

[[nodiscard]] StoreEnvironment storeEnvironment(const Context& context);

/// NotFound names a file of a similar name beside it, if there is one.
[[nodiscard]] Result<CaseFile> openCase(const Context& context, const std::string& path, Access access);

/// NotFound with the nearest name in the same folder.
[[nodiscard]] Error missingFile(const std::string& path);

/// A regular file that a person named, opened once; NotFound as missingFile.
[[nodiscard]] Result<SharedSource> openFile(const std::string& path);

/// By its content: a case, as opposed to a dossier.
[[nodiscard]] Result<bool> looksLikeCase(const ByteSource& file);

/// Asks before something is destroyed. Without a terminal, or in a script, `yes` must have been given: InvalidArgument
/// says so. False: the person said no.
[[nodiscard]] Result<bool> confirmed(Context& context, std::string_view question, bool yes);

/// A number of an exhibit as a person writes it, from 1.
[[nodiscard]] Result<int> exhibitNumber(std::string_view text);
/// "2,5-7": rising or not, each once, in rising order.
[[nodiscard]] Result<std::vector<int>> exhibitNumbers(std::string_view text);
/// The same for pages.
[[nodiscard]] Result<std::vector<int>> pageNumbers(std::string_view text);

} // namespace exhibit::cli
