#pragma once
// Is a dossier, or a case, what it says it is? Every value is computed anew from the bytes; no stored result is
// believed. What can't be read is a finding, never an error: a check always ends with a verdict.

#include "core/Bytes.h"
#include "core/Finding.h"
#include "store/CaseFile.h"

#include <optional>
#include <string>
#include <vector>

namespace exhibit::dossier {

/// What the file says about itself, for people. Only shown, never part of a decision.
struct VerifiedFacts {
    std::string title;
    std::string caseId;
    std::vector<int> exhibits;
    std::optional<Instant> exportedAt; ///< as the exporting computer's clock said
    std::string tool;
    std::size_t pages = 0;
    std::uint64_t size = 0; ///< of the file, in bytes
    Digest digest;          ///< SHA-256 of the file
};

struct Verification {
    Verdict verdict = Verdict::Indeterminate;
    std::string sentence;          ///< what the verdict is worth, in plain words
    std::vector<Finding> findings; ///< the worst first
    VerifiedFacts facts;
};

/// Checks a dossier: the file's structure, its attachments against SHA256SUMS and manifest in both directions, the
/// commitments, the capture records, the custody log, and the pictures and texts that its pages show against those that
/// are attached. Without trusted time the best verdict is IntactUnanchored.
[[nodiscard]] Verification verifyDossier(const SharedSource& file, const Progress& progress = {});

/// Checks a case file that could be opened (CaseFile::check).
[[nodiscard]] Verification verifyCase(const CaseFile& caseFile, const Progress& progress = {});

/// The verification of a case file that CaseFile::open refused with this error.
[[nodiscard]] Verification verificationOf(const Error& error);

} // namespace exhibit::dossier
