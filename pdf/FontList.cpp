#include "pdf/FontList.h"

#include <algorithm>
#include <array>

namespace exhibit::pdf {
namespace {

struct ScriptFamily {
    hb_script_t script;
    std::string_view family;
};

constexpr std::array kScriptFamilies = {
    ScriptFamily{HB_SCRIPT_ADLAM, "Noto Sans Adlam"},
    ScriptFamily{HB_SCRIPT_AHOM, "Noto Serif Ahom"},
    ScriptFamily{HB_SCRIPT_ANATOLIAN_HIEROGLYPHS, "Noto Sans Anatolian Hieroglyphs"},
    ScriptFamily{HB_SCRIPT_ARABIC, "Noto Sans Arabic"},
    ScriptFamily{HB_SCRIPT_ARMENIAN, "Noto Sans Armenian"},
    ScriptFamily{HB_SCRIPT_AVESTAN, "Noto Sans Avestan"},
    ScriptFamily{HB_SCRIPT_BALINESE, "Noto Sans Balinese"},
    ScriptFamily{HB_SCRIPT_BAMUM, "Noto Sans Bamum"},
    ScriptFamily{HB_SCRIPT_BASSA_VAH, "Noto Sans Bassa Vah"},
    ScriptFamily{HB_SCRIPT_BATAK, "Noto Sans Batak"},
    ScriptFamily{HB_SCRIPT_BENGALI, "Noto Sans Bengali"},
    ScriptFamily{HB_SCRIPT_BHAIKSUKI, "Noto Sans Bhaiksuki"},
    ScriptFamily{HB_SCRIPT_BRAHMI, "Noto Sans Brahmi"},
    ScriptFamily{HB_SCRIPT_BUGINESE, "Noto Sans Buginese"},
    ScriptFamily{HB_SCRIPT_BUHID, "Noto Sans Buhid"},
    ScriptFamily{HB_SCRIPT_CANADIAN_SYLLABICS, "Noto Sans Canadian Aboriginal"},
    ScriptFamily{HB_SCRIPT_CARIAN, "Noto Sans Carian"},
    ScriptFamily{HB_SCRIPT_CAUCASIAN_ALBANIAN, "Noto Sans Caucasian Albanian"},
    ScriptFamily{HB_SCRIPT_CHAKMA, "Noto Sans Chakma"},
    ScriptFamily{HB_SCRIPT_CHAM, "Noto Sans Cham"},
    ScriptFamily{HB_SCRIPT_CHEROKEE, "Noto Sans Cherokee"},
    ScriptFamily{HB_SCRIPT_COPTIC, "Noto Sans Coptic"},
    ScriptFamily{HB_SCRIPT_CUNEIFORM, "Noto Sans Cuneiform"},
    ScriptFamily{HB_SCRIPT_CYPRIOT, "Noto Sans Cypriot"},
    ScriptFamily{HB_SCRIPT_DESERET, "Noto Sans Deseret"},
    ScriptFamily{HB_SCRIPT_DEVANAGARI, "Noto Sans Devanagari"},
    ScriptFamily{HB_SCRIPT_DOGRA, "Noto Serif Dogra"},
    ScriptFamily{HB_SCRIPT_DUPLOYAN, "Noto Sans Duployan"},
    ScriptFamily{HB_SCRIPT_EGYPTIAN_HIEROGLYPHS, "Noto Sans Egyptian Hieroglyphs"},
    ScriptFamily{HB_SCRIPT_ELBASAN, "Noto Sans Elbasan"},
    ScriptFamily{HB_SCRIPT_ELYMAIC, "Noto Sans Elymaic"},
    ScriptFamily{HB_SCRIPT_ETHIOPIC, "Noto Sans Ethiopic"},
    ScriptFamily{HB_SCRIPT_GEORGIAN, "Noto Sans Georgian"},
    ScriptFamily{HB_SCRIPT_GLAGOLITIC, "Noto Sans Glagolitic"},
    ScriptFamily{HB_SCRIPT_GOTHIC, "Noto Sans Gothic"},
    ScriptFamily{HB_SCRIPT_GRANTHA, "Noto Sans Grantha"},
    ScriptFamily{HB_SCRIPT_GUJARATI, "Noto Sans Gujarati"},
    ScriptFamily{HB_SCRIPT_GUNJALA_GONDI, "Noto Sans Gunjala Gondi"},
    ScriptFamily{HB_SCRIPT_GURMUKHI, "Noto Sans Gurmukhi"},
    ScriptFamily{HB_SCRIPT_HANIFI_ROHINGYA, "Noto Sans Hanifi Rohingya"},
    ScriptFamily{HB_SCRIPT_HANUNOO, "Noto Sans Hanunoo"},
    ScriptFamily{HB_SCRIPT_HATRAN, "Noto Sans Hatran"},
    ScriptFamily{HB_SCRIPT_HEBREW, "Noto Sans Hebrew"},
    ScriptFamily{HB_SCRIPT_IMPERIAL_ARAMAIC, "Noto Sans Imperial Aramaic"},
    ScriptFamily{HB_SCRIPT_INSCRIPTIONAL_PAHLAVI, "Noto Sans Inscriptional Pahlavi"},
    ScriptFamily{HB_SCRIPT_INSCRIPTIONAL_PARTHIAN, "Noto Sans Inscriptional Parthian"},
    ScriptFamily{HB_SCRIPT_JAVANESE, "Noto Sans Javanese"},
    ScriptFamily{HB_SCRIPT_KAITHI, "Noto Sans Kaithi"},
    ScriptFamily{HB_SCRIPT_KANNADA, "Noto Sans Kannada"},
    ScriptFamily{HB_SCRIPT_KAYAH_LI, "Noto Sans Kayah Li"},
    ScriptFamily{HB_SCRIPT_KHAROSHTHI, "Noto Sans Kharoshthi"},
    ScriptFamily{HB_SCRIPT_KHMER, "Noto Sans Khmer"},
    ScriptFamily{HB_SCRIPT_KHOJKI, "Noto Sans Khojki"},
    ScriptFamily{HB_SCRIPT_KHUDAWADI, "Noto Sans Khudawadi"},
    ScriptFamily{HB_SCRIPT_LAO, "Noto Sans Lao"},
    ScriptFamily{HB_SCRIPT_LEPCHA, "Noto Sans Lepcha"},
    ScriptFamily{HB_SCRIPT_LIMBU, "Noto Sans Limbu"},
    ScriptFamily{HB_SCRIPT_LINEAR_A, "Noto Sans Linear A"},
    ScriptFamily{HB_SCRIPT_LINEAR_B, "Noto Sans Linear B"},
    ScriptFamily{HB_SCRIPT_LISU, "Noto Sans Lisu"},
    ScriptFamily{HB_SCRIPT_LYCIAN, "Noto Sans Lycian"},
    ScriptFamily{HB_SCRIPT_LYDIAN, "Noto Sans Lydian"},
    ScriptFamily{HB_SCRIPT_MAHAJANI, "Noto Sans Mahajani"},
    ScriptFamily{HB_SCRIPT_MALAYALAM, "Noto Sans Malayalam"},
    ScriptFamily{HB_SCRIPT_MANDAIC, "Noto Sans Mandaic"},
    ScriptFamily{HB_SCRIPT_MANICHAEAN, "Noto Sans Manichaean"},
    ScriptFamily{HB_SCRIPT_MARCHEN, "Noto Sans Marchen"},
    ScriptFamily{HB_SCRIPT_MASARAM_GONDI, "Noto Sans Masaram Gondi"},
    ScriptFamily{HB_SCRIPT_MEDEFAIDRIN, "Noto Sans Medefaidrin"},
    ScriptFamily{HB_SCRIPT_MEETEI_MAYEK, "Noto Sans Meetei Mayek"},
    ScriptFamily{HB_SCRIPT_MENDE_KIKAKUI, "Noto Sans Mende Kikakui"},
    ScriptFamily{HB_SCRIPT_MEROITIC_CURSIVE, "Noto Sans Meroitic"},
    ScriptFamily{HB_SCRIPT_MEROITIC_HIEROGLYPHS, "Noto Sans Meroitic"},
    ScriptFamily{HB_SCRIPT_MIAO, "Noto Sans Miao"},
    ScriptFamily{HB_SCRIPT_MODI, "Noto Sans Modi"},
    ScriptFamily{HB_SCRIPT_MONGOLIAN, "Noto Sans Mongolian"},
    ScriptFamily{HB_SCRIPT_MRO, "Noto Sans Mro"},
    ScriptFamily{HB_SCRIPT_MULTANI, "Noto Sans Multani"},
    ScriptFamily{HB_SCRIPT_MYANMAR, "Noto Sans Myanmar"},
    ScriptFamily{HB_SCRIPT_NABATAEAN, "Noto Sans Nabataean"},
    ScriptFamily{HB_SCRIPT_NEW_TAI_LUE, "Noto Sans New Tai Lue"},
    ScriptFamily{HB_SCRIPT_NEWA, "Noto Sans Newa"},
    ScriptFamily{HB_SCRIPT_NKO, "Noto Sans NKo"},
    ScriptFamily{HB_SCRIPT_NUSHU, "Noto Sans Nushu"},
    ScriptFamily{HB_SCRIPT_NYIAKENG_PUACHUE_HMONG, "Noto Serif Hmong Nyiakeng"},
    ScriptFamily{HB_SCRIPT_OGHAM, "Noto Sans Ogham"},
    ScriptFamily{HB_SCRIPT_OL_CHIKI, "Noto Sans Ol Chiki"},
    ScriptFamily{HB_SCRIPT_OLD_HUNGARIAN, "Noto Sans Old Hungarian"},
    ScriptFamily{HB_SCRIPT_OLD_ITALIC, "Noto Sans Old Italic"},
    ScriptFamily{HB_SCRIPT_OLD_NORTH_ARABIAN, "Noto Sans Old North Arabian"},
    ScriptFamily{HB_SCRIPT_OLD_PERMIC, "Noto Sans Old Permic"},
    ScriptFamily{HB_SCRIPT_OLD_PERSIAN, "Noto Sans Old Persian"},
    ScriptFamily{HB_SCRIPT_OLD_SOGDIAN, "Noto Sans Old Sogdian"},
    ScriptFamily{HB_SCRIPT_OLD_SOUTH_ARABIAN, "Noto Sans Old South Arabian"},
    ScriptFamily{HB_SCRIPT_OLD_TURKIC, "Noto Sans Old Turkic"},
    ScriptFamily{HB_SCRIPT_ORIYA, "Noto Sans Oriya"},
    ScriptFamily{HB_SCRIPT_OSAGE, "Noto Sans Osage"},
    ScriptFamily{HB_SCRIPT_OSMANYA, "Noto Sans Osmanya"},
    ScriptFamily{HB_SCRIPT_PAHAWH_HMONG, "Noto Sans Pahawh Hmong"},
    ScriptFamily{HB_SCRIPT_PALMYRENE, "Noto Sans Palmyrene"},
    ScriptFamily{HB_SCRIPT_PAU_CIN_HAU, "Noto Sans Pau Cin Hau"},
    ScriptFamily{HB_SCRIPT_PHAGS_PA, "Noto Sans PhagsPa"},
    ScriptFamily{HB_SCRIPT_PHOENICIAN, "Noto Sans Phoenician"},
    ScriptFamily{HB_SCRIPT_PSALTER_PAHLAVI, "Noto Sans Psalter Pahlavi"},
    ScriptFamily{HB_SCRIPT_REJANG, "Noto Sans Rejang"},
    ScriptFamily{HB_SCRIPT_RUNIC, "Noto Sans Runic"},
    ScriptFamily{HB_SCRIPT_SAMARITAN, "Noto Sans Samaritan"},
    ScriptFamily{HB_SCRIPT_SAURASHTRA, "Noto Sans Saurashtra"},
    ScriptFamily{HB_SCRIPT_SHARADA, "Noto Sans Sharada"},
    ScriptFamily{HB_SCRIPT_SHAVIAN, "Noto Sans Shavian"},
    ScriptFamily{HB_SCRIPT_SIDDHAM, "Noto Sans Siddham"},
    ScriptFamily{HB_SCRIPT_SIGNWRITING, "Noto Sans SignWriting"},
    ScriptFamily{HB_SCRIPT_SINHALA, "Noto Sans Sinhala"},
    ScriptFamily{HB_SCRIPT_SOGDIAN, "Noto Sans Sogdian"},
    ScriptFamily{HB_SCRIPT_SORA_SOMPENG, "Noto Sans Sora Sompeng"},
    ScriptFamily{HB_SCRIPT_SOYOMBO, "Noto Sans Soyombo"},
    ScriptFamily{HB_SCRIPT_SUNDANESE, "Noto Sans Sundanese"},
    ScriptFamily{HB_SCRIPT_SYLOTI_NAGRI, "Noto Sans Syloti Nagri"},
    ScriptFamily{HB_SCRIPT_SYRIAC, "Noto Sans Syriac"},
    ScriptFamily{HB_SCRIPT_TAGALOG, "Noto Sans Tagalog"},
    ScriptFamily{HB_SCRIPT_TAGBANWA, "Noto Sans Tagbanwa"},
    ScriptFamily{HB_SCRIPT_TAI_LE, "Noto Sans Tai Le"},
    ScriptFamily{HB_SCRIPT_TAI_THAM, "Noto Sans Tai Tham"},
    ScriptFamily{HB_SCRIPT_TAI_VIET, "Noto Sans Tai Viet"},
    ScriptFamily{HB_SCRIPT_TAKRI, "Noto Sans Takri"},
    ScriptFamily{HB_SCRIPT_TAMIL, "Noto Sans Tamil"},
    ScriptFamily{HB_SCRIPT_TANGUT, "Noto Serif Tangut"},
    ScriptFamily{HB_SCRIPT_TELUGU, "Noto Sans Telugu"},
    ScriptFamily{HB_SCRIPT_THAANA, "Noto Sans Thaana"},
    ScriptFamily{HB_SCRIPT_THAI, "Noto Sans Thai"},
    ScriptFamily{HB_SCRIPT_TIBETAN, "Noto Serif Tibetan"},
    ScriptFamily{HB_SCRIPT_TIFINAGH, "Noto Sans Tifinagh"},
    ScriptFamily{HB_SCRIPT_TIRHUTA, "Noto Sans Tirhuta"},
    ScriptFamily{HB_SCRIPT_UGARITIC, "Noto Sans Ugaritic"},
    ScriptFamily{HB_SCRIPT_VAI, "Noto Sans Vai"},
    ScriptFamily{HB_SCRIPT_WANCHO, "Noto Sans Wancho"},
    ScriptFamily{HB_SCRIPT_WARANG_CITI, "Noto Sans Warang Citi"},
    ScriptFamily{HB_SCRIPT_YEZIDI, "Noto Serif Yezidi"},
    ScriptFamily{HB_SCRIPT_YI, "Noto Sans Yi"},
    ScriptFamily{HB_SCRIPT_ZANABAZAR_SQUARE, "Noto Sans Zanabazar Square"},
};

constexpr std::array<std::string_view, 7> kSymbolFamilies = {
    "Noto Sans Symbols",        "Noto Sans Symbols2",           "Noto Sans Math", "Noto Music", "Noto Sans Mono",
    "Noto Sans Mayan Numerals", "Noto Sans Indic Siyaq Numbers"};

} // namespace

std::string_view familyOf(hb_script_t script) {
    const auto found = std::find_if(kScriptFamilies.begin(), kScriptFamilies.end(),
                                    [&](const ScriptFamily& entry) { return entry.script == script; });
    return found == kScriptFamilies.end() ? std::string_view() : found->family;
}

std::string_view cjkFamily(CjkForm form) {
    switch (form) {
    case CjkForm::Traditional:
        return "Noto Sans CJK TC";
    case CjkForm::Japanese:
        return "Noto Sans CJK JP";
    case CjkForm::Korean:
        return "Noto Sans CJK KR";
    case CjkForm::Simplified:
        break;
    }
    return "Noto Sans CJK SC";
}

bool isCjk(hb_script_t script) {
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA ||
           script == HB_SCRIPT_HANGUL || script == HB_SCRIPT_BOPOMOFO;
}

std::span<const std::string_view> symbolFamilies() {
    return kSymbolFamilies;
}

} // namespace exhibit::pdf
