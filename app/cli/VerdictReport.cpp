#include "cli/VerdictReport.h"

#include "core/Text.h"

#include <array>

namespace exhibit::cli {

Json verdictJson(Verdict verdict, std::string_view sentence, const std::vector<Finding>& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings) {
        Json json{{"code", jsonText(finding.code)},
                  {"severity", name(finding.severity)},
                  {"message", jsonText(finding.message)},
                  {"object", jsonText(finding.object)},
                  {"offset", nullptr}};
        if (finding.offset)
            json["offset"] = *finding.offset;
        list.push_back(std::move(json));
    }
    return Json{{"verdict", name(verdict)}, {"sentence", jsonText(sentence)}, {"findings", std::move(list)}};
}

namespace {

struct Group {
    Severity severity;
    std::string_view heading;
};

constexpr std::array kGroups{
    Group{Severity::NotADossier, "Not a file of this program"},
    Group{Severity::Contradiction, "Contradictions"},
    Group{Severity::Indeterminate, "What couldn't be checked"},
    Group{Severity::Unanchored, "What is missing for full proof"},
    Group{Severity::Warning, "Worth reading"},
    Group{Severity::Note, "Checked"},
};

std::string findingLine(const Finding& finding) {
    std::string line = "  - " + wrapped(escapeForDisplay(finding.message, EscapeStyle::Line), 4);
    std::string place = escapeForDisplay(finding.object, EscapeStyle::Line);
    if (finding.offset)
        place += (place.empty() ? "byte " : ", byte ") + std::to_string(*finding.offset);
    return line + (place.empty() ? "" : " (" + place + ")") + "  [" +
           escapeForDisplay(finding.code, EscapeStyle::Line) + "]";
}

Style styleOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Intact:
        return Style::Good;
    case Verdict::IntactUnanchored:
    case Verdict::Indeterminate:
        return Style::Caution;
    case Verdict::Tampered:
    case Verdict::NotADossier:
        return Style::Bad;
    }
    return Style::Bad;
}

} // namespace

void printVerdict(Console& console, Verdict verdict, std::string_view sentence, const std::vector<Finding>& findings) {
    const std::string label = std::string(name(verdict)) + ":";
    const std::string whole = wrapped(label + " " + escapeForDisplay(sentence, EscapeStyle::Line), 0);
    console.printLine(console.styled(label, styleOf(verdict)) + whole.substr(label.size()));
    for (const Group& group : kGroups) {
        bool headed = false;
        for (const Finding& finding : findings) {
            if (finding.severity != group.severity)
                continue;
            if (!headed)
                console.printLine("\n" + std::string(group.heading) + ":");
            headed = true;
            console.printLine(findingLine(finding));
        }
    }
}

} // namespace exhibit::cli
