#include "dossier/Attachments.h"

#include "dossier/Instructions.h"
#include "dossier/ShownText.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

NamedFile textFile(std::string_view name, std::string_view mediaType, std::string description, std::string_view text,
                   Instant modified, bool compress) {
    NamedFile file;
    file.attachment.name = name;
    file.attachment.mediaType = mediaType;
    file.attachment.description = std::move(description);
    file.attachment.relationship = pdf::Relationship::Data;
    file.attachment.modified = modified;
    file.attachment.bytes = std::make_shared<MemorySource>(text);
    file.attachment.compress = compress;
    file.digest = sha256(bytesOf(text));
    return file;
}

std::string descriptionOf(const Scene& scene, const DisclosedItem& item) {
    const request::Values values{{"role", scene.words.named("role", name(item.artifact.role))},
                                 {"n", std::to_string(item.artifact.exhibit)},
                                 {"operation", scene.words.operations(item.artifact.operation)}};
    return scene.words(item.artifact.parent ? "attachment.artifact-derived" : "attachment.artifact", values);
}

NamedFile artifactFile(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem& item) {
    NamedFile file;
    file.attachment.name = item.file;
    file.attachment.mediaType = bareMediaType(item.artifact.mediaType);
    file.attachment.description = descriptionOf(scene, item);
    file.attachment.relationship = pdf::Relationship::Source;
    file.attachment.modified = exhibit.addedAt;
    file.attachment.bytes = item.bytes;
    file.digest = item.digest;
    return file;
}

/// What of a picture on a page has to be attached so that its file can be had again; nothing of a JPEG.
Result<> addSkeleton(const Scene& scene, const DisclosedExhibit& exhibit, const DisclosedItem& item,
                     std::vector<NamedFile>& files) {
    if (!item.skeleton)
        return {};
    NamedFile file;
    file.attachment.name = item.place.skeleton;
    file.attachment.mediaType = "application/octet-stream";
    file.attachment.description = scene.words("attachment.skeleton", {{"file", item.file}});
    file.attachment.relationship = pdf::Relationship::Supplement;
    file.attachment.modified = exhibit.addedAt;
    file.attachment.bytes = item.skeleton;
    EXHIBIT_ASSIGN(file.digest, sha256(*item.skeleton));
    files.push_back(std::move(file));
    return {};
}

std::string custodyFileText(const Content& content) {
    std::string text;
    for (const std::string& line : content.custodyLines)
        text += line + "\n";
    return text;
}

DisclosedArtifact disclosed(const DisclosedItem& item) {
    const Artifact& artifact = item.artifact;
    return {.exhibit = artifact.exhibit,
            .role = artifact.role,
            .ordinal = artifact.ordinal,
            .file = item.file,
            .place = item.place,
            .mediaType = artifact.mediaType,
            .size = artifact.size,
            .digest = artifact.digest,
            .salt = artifact.salt,
            .commitment = artifact.commitment(),
            .origin = artifact.origin,
            .confirmed = artifact.confirmed,
            .picture = artifact.picture,
            .parent = item.parent,
            .operation = artifact.operation};
}

template <class Markup>
void addMarkups(int exhibit, const std::vector<Outgoing<Markup>>& markups, std::vector<DisclosedMarkup>& list) {
    for (const Outgoing<Markup>& markup : markups)
        list.push_back({exhibit, markup.number, markup.commitment, markup.salt, markup.content});
}

ReducedPicture reduced(const DisclosedItem& item) {
    return {.exhibit = item.artifact.exhibit,
            .of = item.artifact.commitment(),
            .reduction = *item.reduction,
            .file = item.file,
            .place = item.place,
            .mediaType = item.mediaType(),
            .size = item.bytes->size(),
            .digest = item.digest};
}

/// What the pictures on the pages are if they are taken out; empty if all are attached.
std::string pictureSums(const Content& content) {
    std::map<std::string, Digest> pictures;
    for (const DisclosedExhibit& exhibit : content.exhibits)
        for (const DisclosedItem& item : exhibit.items)
            if (item.place.onPage)
                pictures.emplace(item.file, item.digest);
    return sumsOf(pictures);
}

/// A token of RFC 6838 4.2, without the rarer signs.
bool isToken(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '+' || c == '_';
    });
}

} // namespace

std::string bareMediaType(std::string_view mediaType) {
    std::string_view bare = mediaType.substr(0, mediaType.find(';'));
    while (bare.ends_with(' '))
        bare.remove_suffix(1);
    const std::size_t slash = bare.find('/');
    const bool proper =
        slash != std::string_view::npos && isToken(bare.substr(0, slash)) && isToken(bare.substr(slash + 1));
    return std::string(proper ? bare : "application/octet-stream");
}

std::string sumLine(const Digest& digest, std::string_view name) {
    return digest.hex() + "  " + std::string(name) + "\n";
}

std::string sumsOf(const std::map<std::string, Digest>& files) {
    std::string sums;
    for (const auto& [name, digest] : files)
        sums += sumLine(digest, name);
    return sums;
}

Result<std::vector<NamedFile>> filesOf(const Scene& scene) {
    const Content& content = scene.content;
    const Instant now = scene.now.utc;
    std::vector<NamedFile> files;
    for (const DisclosedExhibit& exhibit : content.exhibits) {
        for (const DisclosedItem& item : exhibit.items) {
            if (item.place.onPage) {
                EXHIBIT_TRY(addSkeleton(scene, exhibit, item, files));
            } else {
                files.push_back(artifactFile(scene, exhibit, item));
            }
        }
        files.push_back(textFile(recordFileName(exhibit.number), "application/json",
                                 scene.words("attachment.record", {{"n", std::to_string(exhibit.number)}}),
                                 exhibit.record, exhibit.addedAt, true));
    }
    files.push_back(textFile(kCustodyName, "application/jsonl", scene.words("attachment.custody"),
                             custodyFileText(content), now, true));
    files.push_back(
        textFile(kInstructionsName, "text/plain", scene.words("attachment.verify"), instructions(scene), now, false));
    if (const std::string sums = pictureSums(content); !sums.empty())
        files.push_back(
            textFile(kPictureSumsName, "text/plain", scene.words("attachment.picture-sums"), sums, now, false));
    std::sort(files.begin(), files.end(),
              [](const NamedFile& a, const NamedFile& b) { return a.attachment.name < b.attachment.name; });
    return files;
}

std::vector<ManifestFile> manifestFiles(const std::vector<NamedFile>& files) {
    std::vector<ManifestFile> list;
    for (const NamedFile& file : files)
        list.push_back({file.attachment.name, file.attachment.mediaType, file.attachment.bytes->size(), file.digest});
    return list;
}

Manifest manifestOf(const Scene& scene, const std::vector<ManifestFile>& files, const std::vector<ShownPart>& shown,
                    const std::vector<pdf::UsedFont>& fonts) {
    const Content& content = scene.content;
    Manifest manifest;
    manifest.caseId = content.caseId;
    manifest.caseCreated = content.caseCreated;
    manifest.details = content.details;
    manifest.details.letters.clear(); // their words are on the pages, as far as they go out
    manifest.exportedAt = scene.now.utc;
    manifest.offsetMinutes = scene.now.offsetMinutes;
    manifest.synchronised = scene.now.synchronised;
    manifest.tool = toolName();
    manifest.profile = name(scene.options.profile);
    manifest.language = scene.words.language();
    manifest.complete = content.complete;
    manifest.readOnly = scene.options.readOnlyCase;
    for (const DisclosedExhibit& exhibit : content.exhibits) {
        manifest.exhibits.push_back(exhibit.number);
        for (const DisclosedItem& item : exhibit.items)
            if (item.reduction)
                manifest.reduced.push_back(reduced(item));
            else
                manifest.artifacts.push_back(disclosed(item));
        manifest.committed.insert(manifest.committed.end(), exhibit.withheld.begin(), exhibit.withheld.end());
        addMarkups(exhibit.number, exhibit.marks, manifest.marks);
        addMarkups(exhibit.number, exhibit.redactions, manifest.redactions);
        manifest.records.push_back({exhibit.number, recordFileName(exhibit.number), sha256(bytesOf(exhibit.record))});
    }
    manifest.custodyFile = kCustodyName;
    manifest.custody = content.custody;
    manifest.shown = shown;
    for (const pdf::UsedFont& font : fonts)
        manifest.fonts.push_back({font.file, font.name, font.digest});
    manifest.files = files;
    return manifest;
}

Result<std::vector<pdf::Attachment>> attachmentsOf(const Scene& scene, const Manifest& manifest,
                                                   const std::vector<NamedFile>& files) {
    EXHIBIT_ASSIGN(const std::string json, manifest.toJson());
    const Instant now = scene.now.utc;
    const NamedFile manifestFile =
        textFile(kManifestName, "application/json", scene.words("attachment.manifest"), json, now, true);
    std::string sums;
    std::vector<pdf::Attachment> attachments;
    for (const NamedFile& file : files) {
        sums += sumLine(file.digest, file.attachment.name);
        attachments.push_back(file.attachment);
    }
    sums += sumLine(manifestFile.digest, kManifestName);
    attachments.push_back(manifestFile.attachment);
    attachments.push_back(
        textFile(kSumsName, "text/plain", scene.words("attachment.sums"), sums, now, false).attachment);
    return attachments;
}

} // namespace exhibit::dossier
