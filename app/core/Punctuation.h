#pragma once
// Characters that people and programs write one for another.

namespace exhibit {

/// The apostrophe, quotation mark or minus of a keyboard for those of typesetting; any other character as it is.
[[nodiscard]] constexpr char32_t typewritten(char32_t c) {
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x2bc:
    case 0x2032:
    case 0xb4: // typed for an apostrophe; its normal form is a space with an accent
    case U'`':
        return U'\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
        return U'"';
    case 0x2212:
        return U'-';
    default:
        return c;
    }
}

} // namespace exhibit
