#include "dossier/Fit.h"

#include "dossier/Carriage.h"
#include "media/Reduce.h"

#include <algorithm>
#include <array>

namespace exhibit::dossier {

namespace {

constexpr int kLegible = 0; ///< as small as text can be read
constexpr std::array<Reduction, 6> kSteps{{
    {100, false, 0},
    {100, false, 85},
    {100, true, 80},
    {75, true, 70},
    {50, true, 60},
    {kLegible, true, 50},
}};

class CountingSink final : public ByteSink {
public:
    Result<> write(ByteView bytes) override {
        m_size += bytes.size();
        return {};
    }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::uint64_t m_size = 0;
};

Result<std::uint64_t> sizeOf(const Prepared& prepared, const Progress& progress) {
    CountingSink sink;
    EXHIBIT_TRY(prepared.write(sink, progress));
    return sink.size();
}

/// A picture on the pages as it was before anything was done to it.
struct Candidate {
    DisclosedExhibit* exhibit = nullptr;
    DisclosedItem* item = nullptr;
    SharedSource exact;
    std::uint32_t width = 0, height = 0;
};

std::vector<Candidate> candidatesIn(Content& content) {
    std::vector<Candidate> candidates;
    for (DisclosedExhibit& exhibit : content.exhibits)
        for (DisclosedItem& item : exhibit.items) {
            if (!item.leaf || item.artifact.role != Role::Screenshot)
                continue;
            if (const auto picture = pdf::Picture::open(item.bytes))
                candidates.push_back({&exhibit, &item, item.bytes, (*picture)->width(), (*picture)->height()});
        }
    return candidates;
}

CommittedArtifact leftOut(const Artifact& artifact) {
    return {artifact.exhibit, artifact.role, artifact.ordinal, artifact.commitment(), Withheld::Size};
}

/// Files that no page shows. True if there were any.
bool leaveOutFurtherFiles(Content& content) {
    bool any = false;
    for (DisclosedExhibit& exhibit : content.exhibits)
        std::erase_if(exhibit.items, [&](const DisclosedItem& item) {
            const Role role = item.artifact.role;
            const bool further =
                role == Role::Attachment || role == Role::Correspondence || (role == Role::Screenshot && !item.leaf);
            if (further)
                exhibit.withheld.push_back(leftOut(item.artifact));
            any = any || further;
            return further;
        });
    return any;
}

/// What a step makes of one picture; nothing if that isn't smaller than the exact one.
Result<std::optional<media::Reduced>> reducedBy(const Reduction& step, const Candidate& candidate) {
    const int screenScale = candidate.item->artifact.picture ? candidate.item->artifact.picture->scalePercent : 0;
    Reduction wanted = step;
    wanted.scalePercent =
        std::max(step.scalePercent, media::smallestLegibleScale(candidate.width, candidate.height, screenScale));
    EXHIBIT_ASSIGN(media::Reduced reduced, media::reduce(*candidate.exact, wanted));
    if (reduced.bytes.size() >= candidate.exact->size())
        return std::optional<media::Reduced>();
    return std::optional(std::move(reduced));
}

Result<> apply(const Candidate& candidate, media::Reduced reduced) {
    DisclosedItem& item = *candidate.item;
    if (!item.reduction)
        candidate.exhibit->withheld.push_back(leftOut(item.artifact));
    item.reduction = reduced.reduction;
    item.fullWidth = candidate.width;
    item.file = item.id + std::string(kReducedSuffix) + (reduced.format == image::Format::Png ? ".png" : ".jpg");
    item.bytes = std::make_shared<MemorySource>(std::move(reduced.bytes));
    EXHIBIT_ASSIGN(item.digest, sha256(*item.bytes));
    item.place = {};
    item.skeleton = nullptr;
    return storeOnPage(item);
}

class Fitter {
public:
    Fitter(Stage& stage, std::uint64_t maxSize, const pdf::FontProvider& fonts, const Progress& progress)
        : m_stage(stage), m_maxSize(maxSize), m_fonts(fonts), m_progress(progress) {}

    Result<Prepared> run() {
        EXHIBIT_ASSIGN(Prepared whole, prepare(m_stage.scene(), m_fonts));
        EXHIBIT_ASSIGN(m_size, sizeOf(whole, m_progress));
        if (m_size <= m_maxSize)
            return whole;
        if (leaveOutFurtherFiles(m_stage.content())) {
            EXHIBIT_ASSIGN(Prepared shown, prepare(m_stage.scene(), m_fonts));
            EXHIBIT_ASSIGN(m_size, sizeOf(shown, m_progress));
            if (m_size <= m_maxSize)
                return shown;
        }
        return reducePictures();
    }

private:
    Result<Prepared> reducePictures() {
        m_candidates = candidatesIn(m_stage.content());
        std::uint64_t pictures = 0;
        for (const Candidate& candidate : m_candidates)
            pictures += candidate.exact->size();
        m_base = m_size > pictures ? m_size - pictures : 0;
        for (const Reduction& step : kSteps) {
            // With no room for any picture it needn't be tried.
            if (m_base > m_maxSize)
                break;
            EXHIBIT_ASSIGN(const bool promising, tryStep(step));
            if (!promising)
                continue;
            EXHIBIT_ASSIGN(Prepared prepared, prepare(m_stage.scene(), m_fonts));
            EXHIBIT_ASSIGN(m_size, sizeOf(prepared, m_progress));
            if (m_size <= m_maxSize)
                return prepared;
        }
        return doesNotFit();
    }

    /// False if the pictures alone are too large; otherwise the stage holds them. No more is held than fits.
    Result<bool> tryStep(const Reduction& step) {
        m_sizes.assign(m_candidates.size(), 0);
        std::vector<std::optional<media::Reduced>> made(m_candidates.size());
        std::uint64_t total = m_base;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            if (m_progress && !m_progress(i, m_candidates.size()))
                return fail(ErrorCode::Cancelled, "Stopped. Nothing was written.");
            EXHIBIT_ASSIGN(made[i], reducedBy(step, m_candidates[i]));
            m_sizes[i] = made[i] ? made[i]->bytes.size() : m_candidates[i].exact->size();
            total += m_sizes[i];
            if (total > m_maxSize)
                made.assign(made.size(), std::nullopt);
            // The last step's sizes are told to the person.
            if (total > m_maxSize && step.scalePercent != kLegible)
                return false;
        }
        m_size = total;
        if (total > m_maxSize)
            return false;
        for (std::size_t i = 0; i < made.size(); ++i)
            if (made[i]) {
                EXHIBIT_TRY(apply(m_candidates[i], std::move(*made[i])));
            }
        return true;
    }

    tl::unexpected<Error> doesNotFit() const {
        std::string message = "The dossier doesn't fit into " + byteCount(m_maxSize) + ". ";
        if (m_base > m_maxSize)
            message +=
                "Without any picture it has about " + byteCount(m_base) + ": letters, texts, fonts and the log. ";
        else
            message += "With every picture as small as its text stays legible it has about " + byteCount(m_size) +
                       largest() + ". ";
        const std::uint64_t enough = std::max(m_base, m_size) + std::max(m_base, m_size) / 50;
        return fail(ErrorCode::LimitExceeded,
                    message + "Choose fewer exhibits and make several dossiers, or a limit of at least " +
                        byteCount(enough) + ".");
    }

    /// "; most of it is in exhibit 3 (200,000 bytes), exhibit 1 (...)"
    std::string largest() const {
        constexpr std::size_t kNamed = 3;
        std::map<int, std::uint64_t> sizes;
        for (std::size_t i = 0; i < m_candidates.size(); ++i)
            sizes[m_candidates[i].exhibit->number] += m_sizes[i];
        std::vector<std::pair<std::uint64_t, int>> order;
        for (const auto& [number, size] : sizes)
            order.emplace_back(size, number);
        std::sort(order.rbegin(), order.rend());
        std::string text;
        for (std::size_t i = 0; i < std::min(kNamed, order.size()); ++i)
            text += (i == 0 ? "; the most are the pictures of exhibit " : ", exhibit ") +
                    std::to_string(order[i].second) + " (" + byteCount(order[i].first) + ")";
        return text;
    }

    Stage& m_stage;
    std::uint64_t m_maxSize;
    const pdf::FontProvider& m_fonts;
    const Progress& m_progress;
    std::uint64_t m_size = 0; ///< of the last try
    std::uint64_t m_base = 0; ///< of everything but the pictures
    std::vector<Candidate> m_candidates;
    std::vector<std::uint64_t> m_sizes; ///< of the pictures in the last step
};

} // namespace

Result<Prepared> fit(Stage& stage, std::uint64_t maxSize, const pdf::FontProvider& fonts, const Progress& progress) {
    return Fitter(stage, maxSize, fonts, progress).run();
}

std::string byteCount(std::uint64_t bytes) {
    constexpr std::size_t kGroup = 3;
    std::string text = std::to_string(bytes);
    for (std::size_t place = text.size(); place > kGroup;) {
        place -= kGroup;
        text.insert(place, ",");
    }
    return text + " bytes";
}

} // namespace exhibit::dossier
