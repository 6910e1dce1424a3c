#include "desktop/model/Markings.h"

#include "core/Text.h"
#include "dossier/WordSearch.h"

#include <QString>
#include <algorithm>
#include <span>

namespace exhibit::desktop {

namespace {

int shownLength(std::string_view text) {
    return static_cast<int>(QString::fromStdString(escapeForDisplay(text, EscapeStyle::Block)).size());
}

/// Places of the bytes in order, as places of what is shown: one way through the text.
class ShownPlaces {
public:
    explicit ShownPlaces(std::string_view text) : m_text(text) {}
    int of(std::size_t byte) {
        if (byte < m_byte)
            m_byte = 0, m_shown = 0;
        m_shown += shownLength(m_text.substr(m_byte, byte - m_byte));
        m_byte = byte;
        return m_shown;
    }

private:
    std::string_view m_text;
    std::size_t m_byte = 0;
    int m_shown = 0;
};

void addPlaces(const std::string& text, const MarkupId& id, const std::string& words, std::vector<TextPlace>& places) {
    const std::vector<TextPlace> added = placesIn(text, id, words);
    places.insert(places.end(), added.begin(), added.end());
}

void addMark(MarkedText& text, const dossier::Numbered<Mark>& mark) {
    const MarkupId id{MarkupKind::Mark, mark.number};
    addPlaces(text.text, id, mark.markup.text, text.places);
    addPlaces(text.covered, id, mark.markup.text, text.coveredPlaces);
}

Result<MarkedText> markedText(const CaseFile& file, const Artifact& artifact, const Markings& markings) {
    EXHIBIT_ASSIGN(const SharedSource source, file.bytes(artifact));
    const std::uint64_t length = std::min(source->size(), kLongestShownText);
    EXHIBIT_ASSIGN(const Bytes bytes, source->readExactly(0, static_cast<std::size_t>(length)));
    MarkedText text{artifact.role, std::string(exhibit::textOf(bytes)), {}, {}, {}};
    text.covered = dossier::redactText(text.text, dossier::phrasesOf(markings.redactions, artifact.role)).text;
    for (const auto& mark : markings.marks)
        if (!mark.markup.region && mark.markup.on == artifact.role)
            addMark(text, mark);
    for (const auto& redaction : markings.redactions)
        if (!redaction.markup.region && redaction.markup.on.value_or(artifact.role) == artifact.role)
            addPlaces(text.text, {MarkupKind::Redaction, redaction.number}, redaction.markup.text, text.places);
    return text;
}

/// The numbers under which contents are stored: of each as many as are asked for.
template <class Markup>
Result<std::vector<int>> numbersOf(std::vector<dossier::Numbered<Markup>> stored, const std::vector<Markup>& wanted) {
    std::vector<int> numbers;
    for (const Markup& markup : wanted) {
        const auto found =
            std::find_if(stored.begin(), stored.end(), [&](const auto& one) { return one.markup == markup; });
        if (found == stored.end())
            return fail(ErrorCode::NotFound, "This isn't there any more: it was changed in another place.");
        numbers.push_back(found->number);
        stored.erase(found);
    }
    return numbers;
}

/// A change with the numbers of what it takes out.
struct PlannedChange {
    MarkupChange change;
    std::vector<int> marks, redactions;
};

Result<PlannedChange> plan(const CaseFile& file, const MarkupChange& change) {
    PlannedChange planned{change, {}, {}};
    EXHIBIT_ASSIGN(auto marks, dossier::marksOf(file, change.exhibit));
    EXHIBIT_ASSIGN(planned.marks, numbersOf(std::move(marks), change.marksOut));
    EXHIBIT_ASSIGN(auto redactions, dossier::redactionsOf(file, change.exhibit));
    EXHIBIT_ASSIGN(planned.redactions, numbersOf(std::move(redactions), change.redactionsOut));
    return planned;
}

/// Nothing of it is there to be changed in exhibits that were withdrawn since.
Result<std::vector<PlannedChange>> plan(const CaseFile& file, const MarkupStep& step) {
    std::vector<PlannedChange> planned;
    for (const MarkupChange& change : step) {
        EXHIBIT_ASSIGN(const Exhibit exhibit, file.exhibit(change.exhibit));
        if (exhibit.withdrawn)
            continue;
        EXHIBIT_ASSIGN(PlannedChange one, plan(file, change));
        planned.push_back(std::move(one));
    }
    if (planned.empty())
        return fail(ErrorCode::NotFound, "The exhibits of this change were withdrawn.");
    return planned;
}

void addIds(MarkupKind kind, const std::vector<int>& numbers, std::vector<MarkupId>& ids) {
    for (const int number : numbers)
        ids.push_back({kind, number});
}

Result<AppliedChange> apply(CaseFile& file, const PlannedChange& planned) {
    const auto& [change, marks, redactions] = planned;
    AppliedChange applied{change.exhibit, {}, {}};
    addIds(MarkupKind::Mark, marks, applied.out);
    addIds(MarkupKind::Redaction, redactions, applied.out);
    if (!marks.empty() || !change.marksIn.empty()) {
        EXHIBIT_ASSIGN(const auto numbers, dossier::reviseMarks(file, change.exhibit, marks, change.marksIn));
        addIds(MarkupKind::Mark, numbers, applied.in);
    }
    if (!redactions.empty() || !change.redactionsIn.empty()) {
        EXHIBIT_ASSIGN(const auto added,
                       dossier::reviseRedactions(file, change.exhibit, redactions, change.redactionsIn));
        addIds(MarkupKind::Redaction, added.numbers, applied.in);
    }
    return applied;
}

/// After a part failed. What can't be taken back stays, and the error of that part says why.
void takeBack(CaseFile& file, std::span<const PlannedChange> done) {
    for (const PlannedChange& each : done)
        if (const auto planned = plan(file, each.change.inverse()))
            static_cast<void>(apply(file, *planned));
}

Result<std::size_t> dossiersOf(const CaseFile& file) {
    EXHIBIT_ASSIGN(const std::vector<std::string> lines, file.custodyLines());
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
        const auto entry = parseCustodyLine(line);
        return entry && entry->event == "exported";
    }));
}

} // namespace

Result<Markings> markingsOf(const Desk& desk, const std::filesystem::path& path, int exhibit) {
    EXHIBIT_ASSIGN(const CaseFile file, desk.open(path, Access::Read));
    Markings markings;
    markings.exhibit = exhibit;
    EXHIBIT_ASSIGN(markings.marks, dossier::marksOf(file, exhibit));
    EXHIBIT_ASSIGN(markings.redactions, dossier::redactionsOf(file, exhibit));
    EXHIBIT_ASSIGN(markings.exports, dossier::exportsOf(file, exhibit));
    EXHIBIT_ASSIGN(markings.dossiers, dossiersOf(file));
    EXHIBIT_ASSIGN(const Exhibit stored, file.exhibit(exhibit));
    for (const Artifact& artifact : stored.artifacts) {
        if (artifact.parent || (artifact.role != Role::Prompt && artifact.role != Role::Response))
            continue;
        EXHIBIT_ASSIGN(MarkedText text, markedText(file, artifact, markings));
        markings.texts.push_back(std::move(text));
    }
    return markings;
}

std::vector<TextPlace> placesIn(const std::string& text, const MarkupId& id, const std::string& words) {
    std::vector<TextPlace> places;
    ShownPlaces shown(text);
    for (const dossier::Extent& extent : dossier::findWords(text, std::span(&words, 1))) {
        const int begin = shown.of(extent.begin);
        places.push_back({id, begin, shown.of(extent.end)});
    }
    return places;
}

std::string wordsAt(const std::string& text, int begin, int end) {
    std::size_t first = text.size();
    std::size_t last = text.size();
    int shown = 0;
    for (std::size_t at = 0; at < text.size() && shown < end;) {
        const std::size_t length = std::max<std::size_t>(1, decodeUtf8(std::string_view(text).substr(at)).length);
        if (shown >= begin)
            first = std::min(first, at);
        shown += shownLength(std::string_view(text).substr(at, length));
        at += length;
        last = at;
    }
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    while (first < last && isSpace(text[first]))
        ++first;
    while (first < last && isSpace(text[last - 1]))
        --last;
    return first < last ? text.substr(first, last - first) : std::string();
}

MarkupChange MarkupChange::inverse() const {
    return {exhibit, marksIn, marksOut, redactionsIn, redactionsOut};
}

MarkupStep inverse(const MarkupStep& step) {
    MarkupStep back;
    for (const MarkupChange& change : step)
        back.insert(back.begin(), change.inverse());
    return back;
}

Result<std::vector<AppliedChange>> apply(const Desk& desk, const std::filesystem::path& path, const MarkupStep& step) {
    EXHIBIT_ASSIGN(CaseFile file, desk.open(path, Access::Write));
    EXHIBIT_ASSIGN(const std::vector<PlannedChange> planned, plan(file, step));
    std::vector<AppliedChange> done;
    for (const PlannedChange& each : planned) {
        auto applied = apply(file, each);
        if (!applied) {
            takeBack(file, std::span(planned).first(done.size()));
            return fail(std::move(applied.error()));
        }
        done.push_back(*std::move(applied));
    }
    return done;
}

Result<CoveredWords> coverWords(const Desk& desk, const std::filesystem::path& path, std::vector<int> exhibits,
                                const Redaction& redaction) {
    EXHIBIT_ASSIGN(CaseFile file, desk.open(path, Access::Write));
    if (exhibits.empty()) {
        EXHIBIT_ASSIGN(const std::vector<ExhibitSummary> all, file.exhibits());
        for (const ExhibitSummary& exhibit : all)
            if (!exhibit.withdrawn)
                exhibits.push_back(exhibit.number);
    }
    CoveredWords covered;
    EXHIBIT_ASSIGN(covered.exhibits, dossier::redactExhibits(file, exhibits, {redaction}));
    for (const dossier::RedactedExhibit& made : covered.exhibits)
        covered.step.push_back({made.exhibit, {}, {}, {}, {redaction}});
    return covered;
}

void MarkupHistory::note(MarkupStep step) {
    m_done.push_back(std::move(step));
    m_undone.clear();
}

MarkupStep MarkupHistory::next(Way way) const {
    return way == Way::Undo ? inverse(m_done.back()) : m_undone.back();
}

void MarkupHistory::moved(Way way) {
    (way == Way::Undo ? m_undone : m_done).push_back(from(way).back());
    drop(way);
}

void MarkupHistory::drop(Way way) {
    (way == Way::Undo ? m_done : m_undone).pop_back();
}

void MarkupHistory::clear() {
    m_done.clear();
    m_undone.clear();
}

} // namespace exhibit::desktop
