#include "desktop/model/FoundData.h"

#include "desktop/model/Markings.h"
#include "dossier/LongPicture.h"
#include "dossier/WordSearch.h"
#include "media/Redact.h"
#include "ocr/PersonalData.h"
#include "ocr/TextReader.h"

#include <algorithm>

namespace exhibit::desktop {

namespace {

using Known = std::vector<ocr::KnownDatum>;

std::vector<ocr::KnownDatum> knownOf(const CaseDetails& details, const ExhibitView& view) {
    std::vector<std::string> accounts;
    for (const ShownText& text : view.texts)
        if (text.artifact.role == Role::Account)
            accounts.push_back(text.text);
    return ocr::knownData(details, accounts);
}

bool sayTheSame(const std::string& a, const std::string& b) {
    return !dossier::findWords(a, std::span(&b, 1)).empty() && !dossier::findWords(b, std::span(&a, 1)).empty();
}

/// Marked already, covered, or proposed before: words are marked wherever they stand in a text.
bool isSettled(const Mark& mark, const Markings& markings, const std::vector<Proposal>& proposals) {
    const auto same = [&](const Mark& other) { return other.on == mark.on && sayTheSame(other.text, mark.text); };
    for (const auto& marked : markings.marks)
        if (!marked.markup.region && same(marked.markup))
            return true;
    for (const std::string& phrase : dossier::phrasesOf(markings.redactions, mark.on))
        if (!dossier::findWords(mark.text, std::span(&phrase, 1)).empty())
            return true;
    return std::ranges::any_of(proposals, [&](const Proposal& other) { return same(other.mark); });
}

std::uint64_t commonArea(const Region& a, const Region& b) {
    const auto common = [](std::uint64_t x, std::uint64_t xLength, std::uint64_t y, std::uint64_t yLength) {
        const std::uint64_t begin = std::max(x, y);
        const std::uint64_t end = std::min(x + xLength, y + yLength);
        return end > begin ? end - begin : 0;
    };
    return common(a.x, a.width, b.x, b.width) * common(a.y, a.height, b.y, b.height);
}

/// More than half of it lies under a mark or a cover.
bool isSettled(const Region& region, int screenshot, const Markings& markings) {
    const auto lies = [&](const Region& other) {
        return 2 * commonArea(region, other) > std::uint64_t{region.width} * region.height;
    };
    return std::ranges::any_of(markings.marks,
                               [&](const auto& one) {
                                   return one.markup.region && one.markup.number == screenshot &&
                                          lies(*one.markup.region);
                               }) ||
           std::ranges::any_of(dossier::regionsOf(markings.redactions, screenshot), lies);
}

void searchText(const MarkedText& text, const Known& known, const Markings& markings,
                std::vector<Proposal>& proposals) {
    for (const ocr::FoundWords& found : ocr::findPersonalData(text.text, known)) {
        Mark mark;
        mark.on = text.role;
        mark.text = text.text.substr(found.begin, found.end - found.begin);
        mark.category = found.category;
        if (!isSettled(mark, markings, proposals))
            proposals.push_back({mark, mark.text});
    }
}

Result<> searchPicture(const ByteSource& picture, int screenshot, const Known& known, const Markings& markings,
                       std::vector<Proposal>& proposals, const Progress& progress) {
    EXHIBIT_ASSIGN(const ocr::TextReader reader, ocr::TextReader::open());
    EXHIBIT_ASSIGN(const media::Inspection inspection, media::inspect(picture, media::NullMediaHelper()));
    EXHIBIT_ASSIGN(const std::vector<ocr::Reading> readings, reader.read(picture, progress));
    const auto [width, height] = media::uprightSize(inspection);
    for (const ocr::FoundPlace& found : ocr::findPersonalData(ocr::merged(readings), width, height, known)) {
        if (isSettled(found.region, screenshot, markings))
            continue;
        Mark mark;
        mark.number = screenshot;
        mark.region = found.region;
        mark.category = found.category;
        proposals.push_back({mark, found.words});
    }
    return {};
}

} // namespace

Result<FoundData> findData(const Desk& desk, const std::filesystem::path& path, int exhibit, const Progress& progress) {
    EXHIBIT_ASSIGN(const CaseSummary summary, desk.summary(path));
    EXHIBIT_ASSIGN(const ExhibitView view, desk.exhibit(path, exhibit));
    EXHIBIT_ASSIGN(const Markings markings, markingsOf(desk, path, exhibit));
    const Known known = knownOf(summary.details, view);
    FoundData data;
    for (const MarkedText& text : markings.texts)
        searchText(text, known, markings, data.proposals);
    const std::size_t count = view.pictures.size();
    for (std::size_t i = 0; i < count && !data.picturesUnread; ++i) {
        const int screenshot = static_cast<int>(i) + 1;
        if (dossier::isFurtherPart(view.exhibit.artifacts, view.pictures[i].original))
            continue; // it is marked on the long picture
        EXHIBIT_ASSIGN(const SharedSource picture, desk.pictureFile(path, exhibit, screenshot));
        if (!picture)
            continue;
        const auto searched = searchPicture(*picture, screenshot, known, markings, data.proposals,
                                            [&](std::uint64_t done, std::uint64_t total) {
                                                return !progress || progress(i * total + done, count * total);
                                            });
        if (!searched && searched.error().code == ErrorCode::Cancelled)
            return fail(searched.error());
        if (!searched)
            data.picturesUnread = searched.error();
    }
    return data;
}

} // namespace exhibit::desktop
