#pragma once
// The case file: one SQLite database that holds one person's matter with one controller.
// Schema: schemas/case.sql

#include "core/Artifact.h"
#include "core/Capture.h"
#include "core/CustodyLog.h"
#include "core/Finding.h"
#include "core/Markup.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace exhibit {

/// What a case file needs from outside. The references must outlive it.
struct StoreEnvironment {
    const Clock& clock;
    Random& random;
    std::string source;   ///< for the custody log: the program, its version and the way in: "exhibit17 0.1.0 add"
    std::string vfs = {}; ///< SQLite VFS to use; tests put a faulty one here
    int busyTimeoutMilliseconds = 10'000; ///< how long to wait for another process that holds the case
};

enum class Access { Read, Write };

/// An exhibit in a list: enough for one line, read with one query.
struct ExhibitSummary {
    int number = 0;
    Instant addedAt;
    bool withdrawn = false;
    Surface surface = Surface::MetaAi;
    std::string promptStart; ///< the first bytes of the prompt, at most 200, cut anywhere: escape before showing
    int screenshots = 0;     ///< originals, not derived ones
    int attachments = 0;
};

/// An exhibit whole. A withdrawn one has no artifacts and no record any more.
struct Exhibit {
    int number = 0;
    Instant addedAt;
    bool withdrawn = false;
    std::string record;              ///< the capture record's bytes (canonical JSON)
    std::vector<Artifact> artifacts; ///< in the order in which they came in
};

/// What is known about an export when it is finished, for the custody log.
struct ExportNote {
    Digest fileDigest;
    std::uint64_t fileSize = 0;
    std::string profile;
    std::vector<int> exhibits;
    std::optional<Digest> pictures = std::nullopt; ///< SHA-256 of the list of sums in the folder beside an upload
};

/// A mark or a redaction (core/Markup.h) as it is stored.
struct StoredMarkup {
    MarkupKind kind = MarkupKind::Mark;
    int number = 1; ///< from 1 in its exhibit and kind
    Salt salt;
    std::string content; ///< canonical JSON

    [[nodiscard]] Commitment commitment() const { return commit(salt, sha256(bytesOf(content))); }
};

/// A change of an exhibit's marks, redactions or later notes, with the redacted copies that follow from it.
struct Revision {
    int exhibit = 0;
    MarkupKind kind = MarkupKind::Mark;
    std::vector<std::string> added; ///< canonical JSON
    std::vector<int> removed;       ///< their numbers

    /// A redacted copy of an artifact.
    struct Copy {
        std::int64_t parent = 0; ///< id of an artifact of the exhibit
        std::string mediaType;
        std::optional<PictureFacts> picture;
        SharedSource bytes;
    };
    std::vector<Copy> copies;
    std::vector<std::int64_t> discarded; ///< ids of redacted copies that aren't valid any more

    /// A note that is written after the capture.
    struct Note {
        std::string mediaType;
        SharedSource bytes;
        SharedSource redacted; ///< its redacted copy; may be null
    };
    std::vector<Note> notes;
    std::vector<std::int64_t> removedNotes; ///< ids of such notes; their redacted copies go with them
    /// The log as it was when the copies were made: Busy if something was done in the case since.
    CustodyState basis;
};

class CaseFile {
public:
    /// A new case with no exhibit. The file appears whole or not at all, with mode 0600; AlreadyExists if the name is
    /// taken, whatever it is taken by.
    static Result<CaseFile> create(const std::filesystem::path& path, const CaseDetails& details,
                                   const StoreEnvironment& environment);
    /// Opens and checks what a stranger could have made: application_id, version, the exact schema (no triggers, views
    /// or foreign tables), no write-ahead log of another program. Looking never changes the file or its folder, with
    /// one exception: a change that this user's own program left unfinished (a private journal beside a private case)
    /// is undone. A journal of anybody else is Unsupported for reading and undone for writing. Opened for writing, a
    /// case that others may read gets mode 0600 again, and a name that is a symbolic link is refused.
    static Result<CaseFile> open(const std::filesystem::path& path, Access access, const StoreEnvironment& environment);
    ~CaseFile();
    CaseFile(CaseFile&&) noexcept;
    CaseFile& operator=(CaseFile&&) noexcept;

    [[nodiscard]] const std::filesystem::path& path() const;
    /// 32 hexadecimal digits, random, made with the case.
    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] Instant createdAt() const;
    [[nodiscard]] Result<CaseDetails> details() const;
    /// Replaces the details and logs which fields changed (never their values). No entry if nothing changed.
    [[nodiscard]] Result<> setDetails(const CaseDetails& details);

    /// Stores every artifact, the capture record and the custody entries in one transaction, and answers the number.
    /// Bytes are hashed as they are read, in pieces of 1 MiB, so that size is unlimited and memory constant.
    [[nodiscard]] Result<int> addExhibit(const Capture& capture, const Progress& progress = {});
    [[nodiscard]] Result<std::vector<ExhibitSummary>> exhibits() const;
    /// NotFound names the numbers there are.
    [[nodiscard]] Result<Exhibit> exhibit(int number) const;
    /// The bytes of an artifact. The source keeps the case's file open and reads from it as it is then; like the case
    /// itself it belongs to one thread at a time.
    [[nodiscard]] Result<SharedSource> bytes(const Artifact& artifact) const;
    /// Destroys the bytes, salts and record of an exhibit; its number is never used again and its commitments stay in
    /// the log. Afterwards the bytes are in no page of the file (secure_delete, VACUUM). Needs room for twice what
    /// stays in the case. If that clearing fails, the exhibit is withdrawn nevertheless, the Error says so, and the
    /// next opening for writing tries again.
    [[nodiscard]] Result<> withdraw(int number);

    /// The marks or redactions of an exhibit, by number.
    [[nodiscard]] Result<std::vector<StoredMarkup>> markups(int exhibit, MarkupKind kind) const;
    /// Adds and removes marks or redactions and later notes, and puts redacted copies in place, in one transaction with
    /// their custody entries. Answers the numbers of the marks or redactions that were added. What was captured stays.
    /// NotFound for a number that isn't there.
    [[nodiscard]] Result<std::vector<int>> revise(const Revision& revision);

    /// The custody log's lines, without line ends, in order.
    [[nodiscard]] Result<std::vector<std::string>> custodyLines() const;
    [[nodiscard]] Result<CustodyState> custodyState() const;
    [[nodiscard]] Result<> noteExport(const ExportNote& note);
    /// The log says of the dossier with this hash that it was sent. NotFound if it names no export of it.
    [[nodiscard]] Result<bool> isSent(const Digest& dossier) const;
    /// The person says that the dossier with this hash was sent. NotFound as isSent().
    [[nodiscard]] Result<> noteSent(const Digest& dossier);
    /// The person takes that back; both entries stay in the log. NotFound if it doesn't say that it was sent.
    [[nodiscard]] Result<> withdrawSent(const Digest& dossier);

    /// Computes everything anew: SQLite's own integrity, every artifact's bytes against size, SHA-256 and commitment in
    /// the log, every record against the log and its artifacts, the chain. No finding worse than a Note means intact.
    [[nodiscard]] Result<std::vector<Finding>> check(const Progress& progress = {}) const;

    /// Deletes a case: overwrites and removes the file and its journal. Refuses what isn't a case, and a case that
    /// another program is using (Busy). Backups, snapshots and worn flash cells are outside its power.
    static Result<> destroy(const std::filesystem::path& path, const StoreEnvironment& environment);

private:
    struct Impl;
    explicit CaseFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace exhibit
