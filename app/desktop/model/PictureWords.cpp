#include "desktop/model/PictureWords.h"

#include "ocr/TextReader.h"

#include <algorithm>

namespace exhibit::desktop {

namespace {

Result<std::vector<ocr::Reading>> readWords(const ByteSource& picture, const Progress& progress) {
    EXHIBIT_ASSIGN(const ocr::TextReader reader, ocr::TextReader::open());
    return reader.read(picture, progress);
}

bool isRead(const CapturedItem& item) {
    return item.role == Role::Screenshot && (item.mediaType == "image/png" || item.mediaType == "image/jpeg");
}

} // namespace

SharedSource readablePicture(const std::vector<CapturedItem>& items) {
    // What is derived stands behind what it was made of, and the whole behind its parts.
    const auto last = std::find_if(items.rbegin(), items.rend(), isRead);
    return last == items.rend() ? nullptr : last->bytes;
}

ocr::PromptCheck checkPrompt(const std::string& prompt, const ReadPictures& pictures) {
    ocr::PromptCheck best;
    for (const auto& readings : pictures) {
        ocr::PromptCheck check = ocr::checkPrompt(prompt, readings);
        if (check.difference < best.difference)
            best = std::move(check);
    }
    return best;
}

std::string answerIn(const ReadPictures& pictures, const std::string& prompt) {
    const auto with = std::ranges::find_if(
        pictures, [&](const auto& readings) { return ocr::checkPrompt(prompt, readings).appears; });
    std::string answer;
    for (auto at = with == pictures.end() ? pictures.begin() : with; at != pictures.end(); ++at) {
        const std::string text = ocr::answerText(at == with ? prompt : std::string(), *at);
        answer += (answer.empty() || text.empty() ? "" : "\n\n") + text;
    }
    return answer;
}

void PictureWords::want(std::vector<SharedSource> pictures) {
    const bool isSame = pictures == m_wanted;
    if (isSame && (m_problem || m_current))
        return;
    m_wanted = std::move(pictures);
    m_problem.reset();
    std::erase_if(m_read, [&](const auto& read) { return std::ranges::find(m_wanted, read.first) == m_wanted.end(); });
    if (m_current && std::ranges::find(m_wanted, m_current) == m_wanted.end()) {
        m_work.drop();
        m_current.reset();
    }
    if (!m_current)
        readNext();
}

void PictureWords::retry() {
    if (!m_problem)
        return;
    m_problem.reset();
    readNext();
}

std::shared_ptr<const ReadPictures> PictureWords::all() const {
    auto all = std::make_shared<ReadPictures>();
    for (const SharedSource& picture : m_wanted) {
        const auto read = m_read.find(picture);
        if (read == m_read.end())
            return nullptr;
        all->push_back(read->second);
    }
    return all;
}

void PictureWords::readNext() {
    const auto next =
        std::ranges::find_if(m_wanted, [this](const SharedSource& picture) { return !m_read.contains(picture); });
    if (next == m_wanted.end())
        return emit finished();
    m_current = *next;
    const auto place = static_cast<std::size_t>(next - m_wanted.begin());
    m_work.start(
        [this, picture = m_current, place, count = m_wanted.size()](const Progress& progress) {
            return readWords(*picture, [&](std::uint64_t done, std::uint64_t total) {
                emit progressed(static_cast<int>(1000 * (place * total + done) / (count * total)));
                return progress(done, total);
            });
        },
        [this](const Result<std::vector<ocr::Reading>>& readings) { take(readings); });
}

void PictureWords::take(const Result<std::vector<ocr::Reading>>& readings) {
    const SharedSource picture = std::exchange(m_current, nullptr);
    if (!readings) {
        m_problem = readings.error();
        return emit finished();
    }
    m_read[picture] = *readings;
    readNext();
}

} // namespace exhibit::desktop
