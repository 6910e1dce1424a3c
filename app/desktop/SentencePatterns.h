#pragma once
// The libraries' sentences that have names or numbers in them.

#include <QString>

namespace exhibit::desktop {

/// In the windows' language, or as it is if it follows no pattern that is known. Names and numbers stay as they are,
/// but for those of roles and wishes.
[[nodiscard]] QString sentenceByPattern(const QString& english);

} // namespace exhibit::desktop
