#include "dossier/Verify.h"

#include "dossier/Checker.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

const char* dossierSentence(Verdict verdict) {
    switch (verdict) {
    case Verdict::Intact:
        return "Intact: everything in this dossier agrees, and trusted time shows since when it hasn't been changed.";
    case Verdict::IntactUnanchored:
        return "Consistent in itself, but without trusted time: every file, text and picture in this dossier agrees "
               "with all the others, yet anyone could have built it anew at any time. It doesn't show when it was "
               "made or by whom.";
    case Verdict::Tampered:
        return "Changed: something in this dossier is not what the dossier itself says it is. Don't rely on it.";
    case Verdict::Indeterminate:
        return "Undecided: something in this dossier could not be checked, so that nothing is proven about it.";
    case Verdict::NotADossier:
        return "This is not a dossier of this program, so that there is nothing to check it against.";
    }
    return "";
}

const char* caseSentence(Verdict verdict) {
    switch (verdict) {
    case Verdict::Intact:
        return "Intact: everything in this case agrees, and trusted time shows since when it hasn't been changed.";
    case Verdict::IntactUnanchored:
        return "Consistent in itself, but without trusted time: every artifact, record and log entry of this case "
               "agrees with all the others, yet whoever can write the file could have built it anew.";
    case Verdict::Tampered:
        return "Changed: something in this case is not what its own log says it is. Don't rely on it.";
    case Verdict::Indeterminate:
        return "Undecided: something in this case could not be checked, so that nothing is proven about it.";
    case Verdict::NotADossier:
        return "This is not a case of this program.";
    }
    return "";
}

Finding noTrustedTime() {
    return {"no-trusted-time", Severity::Unanchored,
            "There is no trusted time stamp: all times are those of the recording computer.", ""};
}

Finding noSignature() {
    return {"no-signature", Severity::Note, "There is no signature: nothing shows who made this.", ""};
}

Verification concluded(std::vector<Finding> findings, const char* (*sentence)(Verdict), VerifiedFacts facts) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    const Verdict verdict = verdictOf(findings);
    return {verdict, sentence(verdict), std::move(findings), std::move(facts)};
}

void describe(const pdf::Reader& reader, const std::optional<Manifest>& manifest, VerifiedFacts& facts) {
    facts.title = reader.info().title;
    facts.pages = reader.pageCount();
    if (!manifest)
        return;
    facts.caseId = manifest->caseId;
    facts.exhibits = manifest->exhibits;
    facts.exportedAt = manifest->exportedAt;
    facts.tool = manifest->tool;
}

Severity severityOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::Malformed:
        return Severity::NotADossier;
    case ErrorCode::Corrupt:
        return Severity::Contradiction;
    default:
        return Severity::Indeterminate;
    }
}

} // namespace

CheckedDossier checkDossier(const SharedSource& file, const Progress& progress) {
    VerifiedFacts facts;
    facts.size = file->size();
    const auto unreadable = [&facts](const Error& error) {
        return CheckedDossier{concluded({{"unreadable", Severity::Indeterminate, error.message, error.object}},
                                        dossierSentence, std::move(facts)),
                              {}};
    };
    const auto digest = sha256(*file, progress);
    if (!digest)
        return unreadable(digest.error());
    facts.digest = *digest;
    const auto reader = pdf::Reader::open(file);
    if (!reader)
        return unreadable(reader.error());
    Checker checker(*reader, progress);
    checker.run();
    describe(*reader, checker.manifest(), facts);
    std::vector<Finding> findings = std::move(checker.findings());
    if (verdictOf(findings) != Verdict::NotADossier) {
        findings.push_back(noTrustedTime());
        findings.push_back(noSignature());
    }
    return {concluded(std::move(findings), dossierSentence, std::move(facts)), std::move(checker.files())};
}

Verification verifyDossier(const SharedSource& file, const Progress& progress) {
    return checkDossier(file, progress).verification;
}

Verification verifyCase(const CaseFile& caseFile, const Progress& progress) {
    VerifiedFacts facts;
    facts.caseId = caseFile.id();
    if (const auto exhibits = caseFile.exhibits())
        for (const ExhibitSummary& exhibit : *exhibits)
            if (!exhibit.withdrawn)
                facts.exhibits.push_back(exhibit.number);
    auto findings = caseFile.check(progress);
    if (!findings)
        return verificationOf(findings.error());
    findings->push_back(noTrustedTime());
    return concluded(std::move(*findings), caseSentence, std::move(facts));
}

Verification verificationOf(const Error& error) {
    return concluded({{"case-unreadable", severityOf(error.code), error.message, error.object, error.offset}},
                     caseSentence, {});
}

} // namespace exhibit::dossier
