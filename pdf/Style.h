#pragma once
// How a document looks: one family, one grid, few sizes. A4 with generous margins; every colour stays legible when
// printed in black and white.

#include "pdf/Document.h"
#include "pdf/Shaper.h"

namespace exhibit::pdf::style {

inline constexpr double kPageWidth = 595.276, kPageHeight = 841.89; // A4
inline constexpr double kLeft = 62, kRight = 62;
inline constexpr double kTextWidth = kPageWidth - kLeft - kRight;
inline constexpr double kBodyTop = kPageHeight - 84, kBodyBottom = 76;
inline constexpr double kBodyHeight = kBodyTop - kBodyBottom;
inline constexpr double kHeaderBaseline = kPageHeight - 50, kHeaderRule = kPageHeight - 57;
inline constexpr double kFooterRule = 54, kFooterBaseline = 40;

inline constexpr Colour kInk{0.10, 0.12, 0.15};
inline constexpr Colour kQuiet{0.33, 0.37, 0.43};
inline constexpr Colour kAccent{0.07, 0.27, 0.42};
inline constexpr Colour kHairline{0.78, 0.81, 0.85}; ///< parts what space parts too
inline constexpr Colour kFrame{0.50, 0.54, 0.60};    ///< of a picture: tells where white ends and paper begins
inline constexpr Colour kTint{0.949, 0.961, 0.973};
inline constexpr Colour kPaper{1, 1, 1};

struct TextStyle {
    double size = 10;
    double lineHeight = 14.5;
    FontWeight weight = FontWeight::Regular;
    bool mono = false;
    Colour colour = kInk;
};

inline constexpr TextStyle kBody{};
inline constexpr TextStyle kLead{12, 18, FontWeight::Regular, false, kInk};
inline constexpr TextStyle kSmall{8.5, 12, FontWeight::Regular, false, kInk};
inline constexpr TextStyle kNote{9, 13, FontWeight::Regular, false, kQuiet};
inline constexpr TextStyle kCaption{8.5, 12, FontWeight::Regular, false, kQuiet};
inline constexpr TextStyle kVerbatim{10, 15, FontWeight::Regular, false, kInk};
inline constexpr TextStyle kSmallVerbatim{8, 11.5, FontWeight::Regular, false, kInk};
inline constexpr TextStyle kLabel{8.5, 12, FontWeight::Bold, false, kAccent};
inline constexpr TextStyle kTableText{9, 12.5, FontWeight::Regular, false, kInk};
inline constexpr TextStyle kSmallTableText{7.5, 10.5, FontWeight::Regular, false, kInk};
inline constexpr TextStyle kRunning{8, 11, FontWeight::Regular, false, kQuiet};

struct HeadingStyle {
    TextStyle text;
    double before = 0, after = 0;
};
inline constexpr HeadingStyle kHeadings[] = {
    {{22, 28, FontWeight::Bold, false, kAccent}, 30, 12},
    {{14.5, 20, FontWeight::Bold, false, kAccent}, 24, 7},
    {{11, 15.5, FontWeight::Bold, false, kInk}, 17, 5},
};

inline constexpr HeadingStyle kDenseHeadings[] = {
    {{16, 21, FontWeight::Bold, false, kAccent}, 20, 8},
    {{12, 16, FontWeight::Bold, false, kAccent}, 14, 5},
    {{10, 14, FontWeight::Bold, false, kInk}, 9, 2},
};

inline constexpr HeadingStyle kLetterHeadings[] = {
    {{12.5, 17.5, FontWeight::Bold, false, kInk}, 22, 10},
    {{10.5, 15, FontWeight::Bold, false, kInk}, 12, 3},
    {{10, 14.5, FontWeight::Bold, false, kInk}, 9, 2},
};

inline constexpr double kParagraphSpace = 7;
inline constexpr double kSmallParagraphSpace = 4;
inline constexpr double kBlockSpace = 11; ///< around tables, boxes and pictures
inline constexpr double kBoxPad = 9;      ///< between a box's edge and its text
inline constexpr double kBoxInset = 13;   ///< the same at the sides

} // namespace exhibit::pdf::style
