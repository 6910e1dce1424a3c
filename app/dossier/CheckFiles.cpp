#include "dossier/Attachments.h"
#include "dossier/Checker.h"

namespace exhibit::dossier {

namespace {

/// Errors that say "this program can't tell", as opposed to "this is wrong".
bool isUnknown(ErrorCode code) {
    return code == ErrorCode::Unsupported || code == ErrorCode::LimitExceeded || code == ErrorCode::Io ||
           code == ErrorCode::Cancelled || code == ErrorCode::NoSpace || code == ErrorCode::Internal;
}

} // namespace

void Checker::contradiction(std::string code, std::string message, std::string object) {
    m_findings.push_back({std::move(code), Severity::Contradiction, std::move(message), std::move(object)});
}

void Checker::failure(std::string code, const Error& error, std::string object) {
    const Severity severity = isUnknown(error.code) ? Severity::Indeterminate : Severity::Contradiction;
    if (!error.object.empty())
        object += object.empty() ? error.object : ", " + error.object;
    m_findings.push_back({std::move(code), severity, error.message, std::move(object), error.offset});
}

std::optional<std::string> Checker::textOf(std::string_view name, std::uint64_t limit) {
    const auto file = m_files.find(name);
    if (file == m_files.end())
        return std::nullopt;
    const auto bytes = file->second.bytes->readAll(limit);
    if (!bytes) {
        failure("attachment-unreadable", bytes.error(), std::string(name));
        return std::nullopt;
    }
    return std::string(exhibit::textOf(*bytes));
}

void Checker::hashAttachments() {
    for (const pdf::EmbeddedFile& embedded : m_reader.attachments()) {
        const auto bytes = m_reader.attachment(embedded.name);
        if (!bytes) {
            failure("attachment-unreadable", bytes.error(), embedded.name);
            continue;
        }
        const auto digest = sha256(**bytes, m_progress);
        if (!digest) {
            failure("attachment-unreadable", digest.error(), embedded.name);
            continue;
        }
        m_files[embedded.name] = {*bytes, embedded.mediaType, (*bytes)->size(), *digest, false};
    }
}

void Checker::readManifest() {
    const auto text = textOf(kManifestName, kLargestManifest);
    if (!text) {
        contradiction("manifest-missing", "The dossier has no readable manifest.", std::string(kManifestName));
        return;
    }
    auto manifest = Manifest::fromJson(*text);
    if (!manifest) {
        failure("manifest-invalid", manifest.error(), std::string(kManifestName));
        return;
    }
    const auto canonical = manifest->toJson();
    if (!canonical || *canonical != *text)
        contradiction("manifest-not-canonical", "The manifest isn't written in its canonical form (RFC 8785).",
                      std::string(kManifestName));
    m_manifest = std::move(*manifest);
}

void Checker::checkFileList() {
    std::set<std::string> listed{std::string(kManifestName), std::string(kSumsName)};
    for (const ManifestFile& file : m_manifest->files) {
        if (!listed.insert(file.name).second)
            contradiction("manifest-duplicate", "The manifest lists this file twice.", file.name);
        const auto attached = m_files.find(file.name);
        if (attached == m_files.end()) {
            contradiction("attachment-missing", "The manifest lists this file, but it isn't attached.", file.name);
            continue;
        }
        if (attached->second.size != file.size || attached->second.digest != file.digest)
            contradiction("attachment-changed", "The attached file isn't the one that the manifest describes.",
                          file.name);
        if (attached->second.mediaType != file.mediaType)
            contradiction("attachment-type", "The attached file's kind isn't the one that the manifest names.",
                          file.name);
    }
    for (const pdf::EmbeddedFile& embedded : m_reader.attachments())
        if (!listed.contains(embedded.name))
            contradiction("attachment-unknown", "This file is attached, but the manifest doesn't know it.",
                          embedded.name);
}

void Checker::checkSums() {
    const auto text = textOf(kSumsName, kLargestManifest);
    if (!text) {
        contradiction("sums-missing", "The list of SHA-256 values isn't attached.", std::string(kSumsName));
        return;
    }
    std::string expected;
    const auto addLine = [&](const std::string& name) {
        const auto file = m_files.find(name);
        if (file != m_files.end())
            expected += sumLine(file->second.digest, name);
    };
    for (const ManifestFile& file : m_manifest->files)
        addLine(file.name);
    addLine(std::string(kManifestName));
    if (*text != expected)
        contradiction("sums-mismatch", "SHA256SUMS doesn't say what the attached files' SHA-256 values are.",
                      std::string(kSumsName));
}

void Checker::checkArtifact(const DisclosedArtifact& artifact) {
    const auto file = m_files.find(artifact.file);
    if (file == m_files.end()) {
        contradiction("artifact-missing", "The artifact's file isn't here.", artifact.file);
        return;
    }
    if (file->second.size != artifact.size || file->second.digest != artifact.digest)
        contradiction("artifact-changed", "The file isn't the artifact that was recorded.", artifact.file);
    if (file->second.mediaType != bareMediaType(artifact.mediaType))
        contradiction("attachment-type", "The attached file's kind isn't the artifact's.", artifact.file);
    if (commit(artifact.salt, file->second.digest) != artifact.commitment)
        contradiction("commitment-mismatch", "Salt and bytes don't give the artifact's commitment.", artifact.file);
}

void Checker::checkArtifacts() {
    const std::set<int> exhibits(m_manifest->exhibits.begin(), m_manifest->exhibits.end());
    std::set<Commitment> seen;
    std::set<std::string> files;
    for (const DisclosedArtifact& artifact : m_manifest->artifacts) {
        checkArtifact(artifact);
        if (!seen.insert(artifact.commitment).second || !files.insert(artifact.file).second)
            contradiction("manifest-duplicate", "The manifest lists this artifact twice.", artifact.file);
        if (!exhibits.contains(artifact.exhibit))
            contradiction("exhibit-unknown", "The artifact belongs to an exhibit that isn't in this dossier.",
                          artifact.file);
    }
    for (const CommittedArtifact& artifact : m_manifest->committed)
        if (!seen.insert(artifact.commitment).second || !exhibits.contains(artifact.exhibit))
            contradiction("manifest-duplicate", "The manifest lists a kept-back artifact twice or in a wrong exhibit.",
                          "exhibit " + std::to_string(artifact.exhibit));
}

/// A dossier carries what it explains and nothing else: no file can be smuggled in beside the exhibits.
void Checker::checkUnexplained() {
    std::set<std::string> explained{m_manifest->custodyFile, std::string(kInstructionsName)};
    const auto explain = [&explained](const std::string& file, const Place& place) {
        if (!place.onPage)
            explained.insert(file);
        else if (!place.skeleton.empty())
            explained.insert(place.skeleton);
        if (place.onPage)
            explained.insert(std::string(kPictureSumsName));
    };
    for (const DisclosedArtifact& artifact : m_manifest->artifacts)
        explain(artifact.file, artifact.place);
    for (const ReducedPicture& picture : m_manifest->reduced)
        explain(picture.file, picture.place);
    for (const DisclosedRecord& record : m_manifest->records)
        explained.insert(record.file);
    for (const ManifestFile& file : m_manifest->files)
        if (!explained.contains(file.name))
            contradiction("attachment-unexplained",
                          "This file is attached, but it is neither an artifact nor a record nor the log.", file.name);
}

void Checker::checkDocumentInfo() {
    const pdf::DocumentInfo info = m_reader.info();
    // PDF dates have whole seconds (ISO 32000-1 7.9.4).
    if (!info.created || info.created->seconds() != m_manifest->exportedAt.seconds())
        contradiction("date-mismatch", "The document's date isn't the one that the manifest names.");
    if (info.language != m_manifest->language)
        contradiction("language-mismatch", "The document's language isn't the one that the manifest names.");
    if (m_manifest->fonts.empty())
        contradiction("fonts-missing", "The manifest names no font, though every dossier uses one.");
}

void Checker::run() {
    m_findings = m_reader.checkStructure();
    if (verdictOf(m_findings) == Verdict::NotADossier)
        return;
    hashAttachments();
    readManifest();
    if (!m_manifest)
        return;
    checkDocumentInfo();
    checkFileList();
    checkSums();
    checkUnexplained();
    checkProfile();
    rebuildPictures();
    checkArtifacts();
    readCustody();
    checkRecords();
    checkReduced();
    checkMarkups();
    checkPages();
}

} // namespace exhibit::dossier
