#include "dossier/Checker.h"
#include "dossier/Disclosure.h"
#include "dossier/ShownText.h"
#include "pdf/Picture.h"

#include <algorithm>
#include <tuple>

namespace exhibit::dossier {

namespace {

/// The texts that stand on the pages to the letter.
bool standsOnPage(Role role) {
    return role == Role::Prompt || role == Role::Response || role == Role::Turn || role == Role::Note;
}

auto keyOf(const ShownPart& part) {
    return std::tie(part.id, part.file, part.as);
}

} // namespace

std::string idOf(const std::string& file) {
    std::string id = file.substr(0, file.rfind('.'));
    for (const std::string_view suffix : {std::string_view("-shown"), std::string_view("-redacted"), kReducedSuffix})
        if (id.ends_with(suffix))
            return id.substr(0, id.size() - suffix.size());
    return id;
}

void Checker::expectArtifact(const DisclosedArtifact& artifact, std::vector<ShownPart>& parts) {
    const auto file = m_files.find(artifact.file);
    const std::string id = idOf(artifact.file);
    const std::string place = "exhibit-" + std::to_string(artifact.exhibit) + "-" + std::string(name(artifact.role));
    if (file == m_files.end())
        return;
    if (!id.starts_with(place))
        contradiction("artifact-name", "The file's name isn't that of its exhibit and role.", artifact.file);
    if (artifact.role == Role::Screenshot) {
        // What can't be carried by a PDF is attached only; the page says so.
        if (pdf::Picture::open(file->second.bytes))
            parts.push_back({id, artifact.file, Shown::Picture});
        return;
    }
    const bool isFact = std::find(kFactRoles.begin(), kFactRoles.end(), artifact.role) != kFactRoles.end();
    if ((!isFact && !standsOnPage(artifact.role)) || artifact.size == 0 || artifact.size > kLongestText)
        return;
    const auto text = textOf(artifact.file, kLongestText);
    if (!text)
        return;
    if (isFact) {
        if (!shownText(*text, Shown::Line).empty())
            parts.push_back({id, artifact.file, Shown::Line});
        return;
    }
    const TextView view = viewOf(*text);
    parts.push_back({id, artifact.file, view.as});
    if (view.ascii)
        parts.push_back({id + "-ascii", artifact.file, Shown::Ascii});
}

/// What the pages of a dossier with these artifacts must show, whatever the manifest says about it.
std::vector<ShownPart> Checker::expectedParts() {
    std::set<Commitment> parents;
    for (const DisclosedArtifact& artifact : m_manifest->artifacts)
        if (artifact.parent)
            parents.insert(*artifact.parent);
    std::vector<ShownPart> parts;
    for (const DisclosedArtifact& artifact : m_manifest->artifacts)
        if (!parents.contains(artifact.commitment))
            expectArtifact(artifact, parts);
    for (const DisclosedRecord& record : m_manifest->records)
        parts.push_back({timeId(record.exhibit), record.file, Shown::Time});
    for (const ReducedPicture& picture : m_manifest->reduced)
        parts.push_back({idOf(picture.file), picture.file, Shown::Picture});
    if (m_manifest->profile != name(Profile::Single))
        parts.push_back({"custody", m_manifest->custodyFile, Shown::Log});
    return parts;
}

void Checker::checkShown(const ShownPart& part) {
    const auto file = m_files.find(part.file);
    if (file == m_files.end())
        return; // reported as missing
    if (part.as == Shown::Picture) {
        const auto equal = m_reader.pictureEquals(part.id, *file->second.bytes);
        if (!equal)
            failure("picture-unreadable", equal.error(), part.id);
        else if (!*equal)
            contradiction("picture-mismatch", "The page shows another picture than " + part.file + ".", part.id);
        return;
    }
    const auto text = textOf(part.file, kLargestText);
    if (!text)
        return;
    const auto equal = m_reader.textEquals(part.id, shownText(*text, part.as));
    if (!equal)
        failure("text-unreadable", equal.error(), part.id);
    else if (!*equal)
        contradiction("text-mismatch", "The page shows another text than the attached " + part.file + ".", part.id);
}

/// Nothing on the pages may look like an exhibit's picture or text without being one.
void Checker::checkNothingElse() {
    std::set<std::string> pictures;
    std::set<std::string> texts;
    for (const ShownPart& part : m_manifest->shown)
        (part.as == Shown::Picture ? pictures : texts).insert(part.id);
    for (const pdf::FigureInfo& figure : m_reader.figures())
        if (!pictures.contains(figure.id))
            contradiction("picture-unknown", "The pages show a picture that the manifest doesn't know.", figure.id);
    for (const std::string& id : m_reader.textIds())
        if (!texts.contains(id))
            contradiction("text-unknown", "The pages show an exact text that the manifest doesn't know.", id);
}

void Checker::checkPages() {
    std::vector<ShownPart> expected = expectedParts();
    std::vector<ShownPart> listed = m_manifest->shown;
    const auto before = [](const ShownPart& a, const ShownPart& b) { return keyOf(a) < keyOf(b); };
    std::sort(expected.begin(), expected.end(), before);
    std::sort(listed.begin(), listed.end(), before);
    const bool same = std::equal(expected.begin(), expected.end(), listed.begin(), listed.end(),
                                 [](const ShownPart& a, const ShownPart& b) { return keyOf(a) == keyOf(b); });
    if (!same)
        contradiction("pages-mismatch", "The manifest doesn't say of the pages what they must show.");
    for (const ShownPart& part : expected)
        checkShown(part);
    checkNothingElse();
}

} // namespace exhibit::dossier
