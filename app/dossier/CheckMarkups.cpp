// Marks, redactions, redacted copies and later notes came after the capture record: the custody log alone vouches for
// them.

#include "core/Json.h"
#include "dossier/Checker.h"

#include <algorithm>
#include <set>

namespace exhibit::dossier {

namespace {

std::string nameOf(MarkupKind kind, const DisclosedMarkup& markup) {
    return "exhibit " + std::to_string(markup.exhibit) + ", " + std::string(name(kind)) + " " +
           std::to_string(markup.number);
}

Result<> readable(MarkupKind kind, const std::string& content) {
    if (kind == MarkupKind::Mark) {
        EXHIBIT_TRY(markFromJson(content));
    } else {
        EXHIBIT_TRY(redactionFromJson(content));
    }
    return {};
}

} // namespace

void Checker::checkMarkups() {
    checkMarkupList(MarkupKind::Mark, m_manifest->marks);
    checkMarkupList(MarkupKind::Redaction, m_manifest->redactions);
    std::set<Commitment> named;
    for (const DisclosedArtifact& artifact : m_manifest->artifacts) {
        named.insert(artifact.commitment);
        if (artifact.parent && artifact.operation == kRedactOperation)
            checkRedactedCopy(artifact);
    }
    for (const CommittedArtifact& artifact : m_manifest->committed)
        named.insert(artifact.commitment);
    checkCopiesNamed(named);
    checkLaterNotes(named);
    if (!m_manifest->redactions.empty())
        m_findings.push_back({"redacted",
                              Severity::Note,
                              "Parts were redacted before this dossier was made. It says where and why, and names the "
                              "originals by their commitments.",
                              {}});
}

/// No redacted copy may be passed over in silence.
void Checker::checkCopiesNamed(const std::set<Commitment>& named) {
    for (const int exhibit : m_manifest->exhibits) {
        const auto logged = m_logged.find(exhibit);
        if (logged == m_logged.end())
            continue;
        for (const auto& [copy, parent] : logged->second.revisions.copies())
            if (!named.contains(copy))
                contradiction("redaction-missing", "The custody log has a redacted copy that the manifest passes over.",
                              "exhibit " + std::to_string(exhibit));
    }
}

bool Checker::isLaterNote(int exhibit, const Commitment& commitment) const {
    const auto logged = m_logged.find(exhibit);
    return logged != m_logged.end() && logged->second.revisions.laterNotes().contains(commitment);
}

/// What the log calls a later note must be one and nothing else, and none may be passed over in silence.
void Checker::checkLaterNotes(const std::set<Commitment>& named) {
    const auto mismatch = [this](std::string object) {
        contradiction("note-mismatch",
                      "The custody log calls this a note that was written later; the manifest doesn't.",
                      std::move(object));
    };
    for (const DisclosedArtifact& artifact : m_manifest->artifacts)
        if (isLaterNote(artifact.exhibit, artifact.commitment) &&
            (artifact.role != Role::Note || artifact.parent || artifact.origin != Origin::Typed))
            mismatch(artifact.file);
    for (const CommittedArtifact& artifact : m_manifest->committed)
        if (isLaterNote(artifact.exhibit, artifact.commitment) && artifact.role != Role::Note)
            mismatch("exhibit " + std::to_string(artifact.exhibit));
    for (const int exhibit : m_manifest->exhibits) {
        const auto logged = m_logged.find(exhibit);
        if (logged == m_logged.end())
            continue;
        for (const auto& [note, written] : logged->second.revisions.laterNotes())
            if (!named.contains(note))
                contradiction("note-missing", "The custody log has a note that the manifest passes over.",
                              "exhibit " + std::to_string(exhibit));
    }
}

/// The manifest must name what the log has for the exhibits of this dossier: nothing less, nothing else, nothing twice.
void Checker::checkMarkupList(MarkupKind kind, const std::vector<DisclosedMarkup>& list) {
    const std::string word(name(kind));
    std::map<int, std::map<Commitment, int>> listed;
    for (const DisclosedMarkup& markup : list) {
        checkMarkup(kind, markup);
        const auto logged = loggedMarkups(markup.exhibit, kind);
        const auto known = logged.find(markup.commitment);
        if (known == logged.end() || known->second != markup.number ||
            !listed[markup.exhibit].emplace(markup.commitment, markup.number).second)
            contradiction(word + "-unlogged", "The custody log doesn't know this " + word + ", or no longer.",
                          nameOf(kind, markup));
    }
    for (const int exhibit : m_manifest->exhibits)
        if (loggedMarkups(exhibit, kind).size() > listed[exhibit].size())
            contradiction(word + "-missing", "The custody log has a " + word + " that the manifest doesn't name.",
                          "exhibit " + std::to_string(exhibit));
}

std::map<Commitment, int> Checker::loggedMarkups(int exhibit, MarkupKind kind) const {
    const auto logged = m_logged.find(exhibit);
    return logged == m_logged.end() ? std::map<Commitment, int>() : logged->second.revisions.markups(kind);
}

void Checker::checkMarkup(MarkupKind kind, const DisclosedMarkup& markup) {
    if (const auto read = readable(kind, markup.content); !read)
        failure(std::string(name(kind)) + "-unreadable", read.error(), nameOf(kind, markup));
    if (markup.salt && commit(*markup.salt, sha256(bytesOf(markup.content))) != markup.commitment)
        contradiction(std::string(name(kind)) + "-commitment", "Salt and content don't give the commitment.",
                      nameOf(kind, markup));
}

/// The log must name the copy and its original, and the original must not be there beside it.
void Checker::checkRedactedCopy(const DisclosedArtifact& artifact) {
    const auto logged = m_logged.find(artifact.exhibit);
    const bool isLogged = logged != m_logged.end() && [&] {
        const auto copy = logged->second.revisions.copies().find(artifact.commitment);
        return copy != logged->second.revisions.copies().end() && copy->second == *artifact.parent;
    }();
    if (!isLogged)
        contradiction("redaction-unlogged", "The custody log doesn't know this redacted copy, or no longer.",
                      artifact.file);
    const auto isOriginal = [&](const CommittedArtifact& kept) {
        return kept.commitment == *artifact.parent && kept.exhibit == artifact.exhibit && kept.role == artifact.role &&
               kept.reason == Withheld::Redacted;
    };
    if (std::none_of(m_manifest->committed.begin(), m_manifest->committed.end(), isOriginal))
        contradiction("redaction-original", "The original of a redacted copy isn't kept back as the manifest must say.",
                      artifact.file);
}

} // namespace exhibit::dossier
