#pragma once
// The parts of a dossier's verification and what they share.

#include "core/CaptureRecord.h"
#include "core/Manifest.h"
#include "core/MarkupLog.h"
#include "dossier/Verify.h"
#include "pdf/reader/Reader.h"

#include <map>
#include <set>

namespace exhibit::dossier {

/// The id of the structure element that shows a file: "exhibit-1-screenshot-1" of "exhibit-1-screenshot-1-shown.png".
[[nodiscard]] std::string idOf(const std::string& file);

/// A file as it was hashed.
struct HashedFile {
    SharedSource bytes;
    std::string mediaType;
    std::uint64_t size = 0;
    Digest digest;
    bool fromPage = false; ///< it isn't attached
};

/// Manifests and lists of sums.
inline constexpr std::uint64_t kLargestManifest = std::uint64_t{64} << 20;

/// What the manifest says of an artifact that its record says too.
struct ArtifactClaim {
    Role role = Role::Attachment;
    bool disclosed = false; ///< otherwise nothing but role and commitment is known
    Origin origin = Origin::Program;
    bool confirmed = false;
    std::optional<PictureFacts> picture = std::nullopt;
    std::optional<Commitment> parent = std::nullopt;
    std::string operation = {};
};

class Checker {
public:
    Checker(const pdf::Reader& reader, const Progress& progress) : m_reader(reader), m_progress(progress) {}

    /// Everything, in order; stops only where nothing further can be compared.
    void run();
    [[nodiscard]] std::vector<Finding>& findings() { return m_findings; }
    /// Nothing if it can't be read.
    [[nodiscard]] const std::optional<Manifest>& manifest() const { return m_manifest; }
    /// Every file that the dossier holds, by name, pictures that are stored on pages among them.
    [[nodiscard]] std::map<std::string, HashedFile, std::less<>>& files() { return m_files; }

private:
    /// What the log says of an exhibit.
    struct LoggedExhibit {
        Digest headBefore;                   ///< of the chain, before its first entry
        std::vector<Commitment> commitments; ///< in order
        std::string record;                  ///< hexadecimal; empty if it was never finished
        bool withdrawn = false;
        MarkupLog revisions; ///< what followed
    };

    void contradiction(std::string code, std::string message, std::string object = {});
    /// What went wrong when something was read: a contradiction, or only unknown to this program.
    void failure(std::string code, const Error& error, std::string object);
    /// Of the custody log, and of a text that was captured.
    static constexpr std::uint64_t kLargestText = std::uint64_t{1} << 30;
    [[nodiscard]] std::optional<std::string> textOf(std::string_view name, std::uint64_t limit);

    // CheckFiles.cpp
    void hashAttachments();
    void readManifest();
    void checkFileList();
    void checkSums();
    void checkArtifacts();
    void checkArtifact(const DisclosedArtifact& artifact);
    void checkUnexplained();
    void checkDocumentInfo();

    // CheckPictures.cpp
    void rebuildPictures();
    void rebuild(const std::string& name, const std::string& mediaType, const Place& place);
    [[nodiscard]] Result<SharedSource> rebuilt(const std::string& name, const std::string& mediaType,
                                               const Place& place) const;
    void checkPictureSums();
    void checkProfile();
    void checkReduced();
    void checkReducedPicture(const ReducedPicture& picture);

    // CheckRecords.cpp
    void readCustody();
    void checkCustodyState(const std::string& text);
    void checkCustodyEntries(const std::vector<std::string>& lines);
    void checkComplete();
    void checkRecords();
    void collectClaims();
    void checkRecord(const DisclosedRecord& listed);
    void checkRecordedArtifacts(const CaptureRecord& record);
    void checkLogged(const CaptureRecord& record, const std::string& text);

    // CheckMarkups.cpp
    void checkMarkups();
    void checkMarkupList(MarkupKind kind, const std::vector<DisclosedMarkup>& list);
    [[nodiscard]] std::map<Commitment, int> loggedMarkups(int exhibit, MarkupKind kind) const;
    void checkMarkup(MarkupKind kind, const DisclosedMarkup& markup);
    void checkCopiesNamed(const std::set<Commitment>& named);
    [[nodiscard]] bool isLaterNote(int exhibit, const Commitment& commitment) const;
    void checkLaterNotes(const std::set<Commitment>& named);
    void checkRedactedCopy(const DisclosedArtifact& artifact);

    // CheckPages.cpp
    void checkPages();
    void checkShown(const ShownPart& part);
    void checkNothingElse();
    [[nodiscard]] std::vector<ShownPart> expectedParts();
    void expectArtifact(const DisclosedArtifact& artifact, std::vector<ShownPart>& parts);

    const pdf::Reader& m_reader;
    const Progress& m_progress;
    std::vector<Finding> m_findings;
    std::map<std::string, HashedFile, std::less<>> m_files;
    std::optional<Manifest> m_manifest;
    std::map<int, LoggedExhibit> m_logged;
    std::map<int, std::map<Commitment, ArtifactClaim>> m_claims; ///< by exhibit
};

/// A verified dossier, and every file that it holds by name.
struct CheckedDossier {
    Verification verification;
    std::map<std::string, HashedFile, std::less<>> files;
};
[[nodiscard]] CheckedDossier checkDossier(const SharedSource& file, const Progress& progress);

} // namespace exhibit::dossier
