#pragma once
#include <string>

namespace exhibit::pdf {

/// An ICC profile of sRGB (IEC 61966-2-1), version 4.2 (ISO 15076-1:2005), computed from the standard's numbers: what
/// the output intent needs (ISO 19005-3 6.2.3). Always the same bytes.
[[nodiscard]] std::string srgbProfile();

} // namespace exhibit::pdf
