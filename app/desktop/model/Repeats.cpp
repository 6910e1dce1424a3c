#include "desktop/model/Repeats.h"

#include <algorithm>
#include <map>

namespace exhibit::desktop {

namespace {

/// Longer texts are compared as they are, by their fingerprints.
constexpr std::uint64_t kLongestCompared = std::uint64_t{1} << 20;

/// Equal for texts that differ in nothing but white space around them.
Result<std::string> keyOf(const CaseFile& file, const Artifact& artifact) {
    if (artifact.size > kLongestCompared)
        return artifact.digest.hex();
    EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
    EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLongestCompared));
    std::string_view text = textOf(bytes);
    const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(first);
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    return sha256(bytesOf(text)).hex();
}

Result<std::string> keyOf(const CaseFile& file, const Exhibit& exhibit, Role role) {
    for (const Artifact& artifact : exhibit.artifacts)
        if (artifact.role == role && !artifact.parent)
            return keyOf(file, artifact);
    return std::string();
}

struct Group {
    PromptGroup group;
    std::map<std::string, int> answers;
};

} // namespace

int PromptGroup::sameAnswers() const {
    std::map<int, int> counts;
    int most = 0;
    for (const PromptRun& run : runs)
        if (run.answer)
            most = std::max(most, ++counts[*run.answer]);
    return most;
}

bool PromptGroup::hasAllAnswers() const {
    return std::all_of(runs.begin(), runs.end(), [](const PromptRun& run) { return run.answer.has_value(); });
}

Result<std::vector<PromptGroup>> promptGroups(const CaseFile& file, const std::vector<ExhibitSummary>& exhibits) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t> byPrompt;
    for (const ExhibitSummary& summary : exhibits) {
        EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(summary.number));
        EXHIBIT_ASSIGN(const std::string prompt, keyOf(file, exhibit, Role::Prompt));
        EXHIBIT_ASSIGN(const std::string answer, keyOf(file, exhibit, Role::Response));
        // Without a prompt nobody knows whether the same was asked.
        const auto at = prompt.empty() ? byPrompt.end() : byPrompt.find(prompt);
        const std::size_t index = at == byPrompt.end() ? groups.size() : at->second;
        if (index == groups.size())
            groups.emplace_back();
        if (!prompt.empty())
            byPrompt.emplace(prompt, index);
        Group& group = groups[index];
        PromptRun run{summary.number, std::nullopt};
        if (!answer.empty())
            run.answer = group.answers.emplace(answer, static_cast<int>(group.answers.size()) + 1).first->second;
        group.group.runs.push_back(run);
    }
    std::vector<PromptGroup> answer;
    for (Group& group : groups)
        answer.push_back(std::move(group.group));
    return answer;
}

} // namespace exhibit::desktop
