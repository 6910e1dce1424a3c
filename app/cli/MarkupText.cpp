#include "cli/MarkupText.h"

#include "core/Text.h"

namespace exhibit::cli {

namespace {

/// "40,120,300,24", as --rect takes it
std::string regionText(const Region& region) {
    return std::to_string(region.x) + "," + std::to_string(region.y) + "," + std::to_string(region.width) + "," +
           std::to_string(region.height);
}

Json regionJson(const Region& region) {
    return Json{{"x", region.x}, {"y", region.y}, {"width", region.width}, {"height", region.height}};
}

std::string inQuotes(std::string_view text) {
    return "\"" + escapeForDisplay(text, EscapeStyle::Line) + "\"";
}

} // namespace

std::string lineOf(int number, const Mark& mark) {
    std::string text = "mark " + std::to_string(number) + ": " + std::string(name(mark.on));
    if (mark.region)
        text += " " + std::to_string(mark.number) + " at " + regionText(*mark.region);
    if (!mark.text.empty())
        text += " " + inQuotes(mark.text);
    text += ", " + mark.category + ", " +
            (mark.truth == Truth::Unknown ? "not known whether true" : std::string(name(mark.truth)));
    if (!mark.special.empty())
        text += ", special category " + mark.special;
    if (!mark.label.empty())
        text += ": " + escapeForDisplay(mark.label, EscapeStyle::Line);
    if (!mark.correction.empty())
        text += "; correct is: " + escapeForDisplay(mark.correction, EscapeStyle::Line);
    return text;
}

std::string lineOf(int number, const Redaction& redaction) {
    std::string text = "redaction " + std::to_string(number) + ": ";
    if (redaction.region)
        text += "screenshot " + std::to_string(redaction.number) + " at " + regionText(*redaction.region);
    else
        text += inQuotes(redaction.text) + " in " +
                (redaction.on ? "the " + std::string(name(*redaction.on)) : std::string("all texts"));
    if (!redaction.reason.empty())
        text += ": " + escapeForDisplay(redaction.reason, EscapeStyle::Line);
    return text;
}

Json jsonOf(int exhibit, int number, const Mark& mark) {
    Json json{
        {"exhibit", exhibit},        {"mark", number},          {"on", name(mark.on)}, {"category", mark.category},
        {"truth", name(mark.truth)}, {"special", mark.special}, {"label", mark.label}, {"text", mark.text}};
    if (!mark.correction.empty())
        json["correction"] = mark.correction;
    if (mark.region) {
        json["screenshot"] = mark.number;
        json["rect"] = regionJson(*mark.region);
    }
    return json;
}

Json jsonOf(int exhibit, int number, const Redaction& redaction) {
    Json json{{"exhibit", exhibit}, {"redaction", number}, {"reason", redaction.reason}};
    if (redaction.region) {
        json["screenshot"] = redaction.number;
        json["rect"] = regionJson(*redaction.region);
    } else {
        json["text"] = redaction.text;
        json["onlyIn"] = redaction.on ? Json(name(*redaction.on)) : Json();
    }
    return json;
}

} // namespace exhibit::cli
