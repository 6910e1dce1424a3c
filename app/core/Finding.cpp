#include "core/Finding.h"

#include <algorithm>

namespace exhibit {

std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Unanchored:
        return "unanchored";
    case Severity::Indeterminate:
        return "indeterminate";
    case Severity::Contradiction:
        return "contradiction";
    case Severity::NotADossier:
        return "not-a-dossier";
    }
    return "note";
}

std::string_view name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Intact:
        return "intact";
    case Verdict::IntactUnanchored:
        return "intact-unanchored";
    case Verdict::Tampered:
        return "tampered";
    case Verdict::Indeterminate:
        return "indeterminate";
    case Verdict::NotADossier:
        return "not-a-dossier";
    }
    return "indeterminate";
}

int exitStatus(Verdict verdict) {
    return static_cast<int>(verdict);
}

Verdict verdictOf(const std::vector<Finding>& findings) {
    Severity worst = Severity::Note;
    for (const Finding& finding : findings)
        worst = std::max(worst, finding.severity);
    switch (worst) {
    case Severity::Note:
    case Severity::Warning:
        return Verdict::Intact;
    case Severity::Unanchored:
        return Verdict::IntactUnanchored;
    case Severity::Indeterminate:
        return Verdict::Indeterminate;
    case Severity::Contradiction:
        return Verdict::Tampered;
    case Severity::NotADossier:
        return Verdict::NotADossier;
    }
    return Verdict::Indeterminate;
}

} // namespace exhibit
