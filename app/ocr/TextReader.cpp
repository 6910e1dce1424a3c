#include "ocr/TextReader.h"

#include "core/LimitedProcess.h"
#include "core/UnnamedFile.h"
#include "media/UprightRows.h"
#include "ocr/Preparation.h"
#include "ocr/Tsv.h"

#include <algorithm>
#include <atomic>
#include <future>

namespace exhibit::ocr {

namespace {

// tesseract takes 32767 pixels a side (its INT16_MAX) and some 20 bytes a pixel.
constexpr std::uint32_t kWidest = 32'000;
constexpr std::uint32_t kBandPixels = 8'000'000;
constexpr std::uint32_t kLowestBand = 600;
constexpr std::uint32_t kHighestBand = 8'000;
/// Higher than two lines of text in the finest screenshots.
constexpr std::uint32_t kOverlap = 240;
/// What touches a band's edge may be half a line.
constexpr std::uint32_t kEdge = 40;

constexpr std::chrono::milliseconds kAskAfter{50};
constexpr ProcessLimits kLimits{std::chrono::seconds(120), std::uint64_t{2} << 30, std::size_t{64} << 20, 5};

/// Threads of its own make tesseract eight times slower, and it looks at this only when it starts.
LimitedProgram tesseract() {
    return {"tesseract", std::string(kPackages), {"OMP_THREAD_LIMIT=1"}};
}

bool hasLine(std::string_view text, std::string_view wanted) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line == wanted)
            return true;
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return false;
}

/// PGM, netpbm's pgm(5): what takes the least time to write and to read.
Result<UnnamedFile> writePgm(const Pixels& grey) {
    EXHIBIT_ASSIGN(UnnamedFile file, UnnamedFile::open());
    const std::string header = "P5\n" + std::to_string(grey.width) + " " + std::to_string(grey.height) + "\n255\n";
    EXHIBIT_TRY(file.write(bytesOf(header)));
    EXHIBIT_TRY(file.write(grey.samples));
    return file;
}

Result<Reading> readPixels(const Pixels& grey, const std::string& languages, const std::function<bool()>& goesOn) {
    EXHIBIT_ASSIGN(const UnnamedFile file, writePgm(grey));
    const std::vector<std::string> words{kInputName, "-", "-l", languages, "-c", "tessedit_create_tsv=1"};
    EXHIBIT_ASSIGN(const Bytes table, runLimited(tesseract(), words, file.descriptor(), kLimits, goesOn));
    return readTsv(textOf(table), grey.width, grey.height);
}

/// A part of the picture, all of its width.
struct Band {
    Pixels pixels;
    std::uint32_t top = 0; ///< its first row
    bool isFirst = true;
    bool isLast = false;
};

class Bands {
public:
    explicit Bands(media::UprightRows& rows)
        : m_rows(rows), m_height(std::clamp(kBandPixels / rows.width(), kLowestBand, kHighestBand)) {}

    [[nodiscard]] std::uint64_t count() const {
        const std::uint32_t step = m_height - kOverlap;
        return m_rows.height() <= m_height ? 1 : 1 + (m_rows.height() - m_height + step - 1) / step;
    }
    /// There must be one more.
    Result<> next(Band& band) {
        const std::size_t rowBytes = m_rows.width() * m_rows.channels();
        Bytes& samples = band.pixels.samples;
        band.isFirst = m_read == 0;
        if (!band.isFirst)
            samples.erase(samples.begin(), samples.end() - static_cast<std::ptrdiff_t>(kOverlap * rowBytes));
        band.top = band.isFirst ? 0 : m_read - kOverlap;
        for (; m_read < std::min(m_rows.height(), band.top + m_height); ++m_read) {
            EXHIBIT_ASSIGN(const ByteView row, m_rows.next());
            samples.insert(samples.end(), row.begin(), row.end());
        }
        band.isLast = m_read == m_rows.height();
        band.pixels.width = m_rows.width();
        band.pixels.height = m_read - band.top;
        band.pixels.channels = m_rows.channels();
        return {};
    }

private:
    media::UprightRows& m_rows;
    std::uint32_t m_height;
    std::uint32_t m_read = 0;
};

bool shareRows(const Region& a, const Region& b) {
    const std::uint32_t begin = std::max(a.y, b.y);
    const std::uint32_t end = std::min(a.y + a.height, b.y + b.height);
    return end > begin && 2 * (end - begin) > std::min(a.height, b.height);
}

/// Adds what was read in a band, without what its neighbours see better or saw already.
void append(Reading& whole, const Reading& part, const Band& band) {
    const std::size_t before = whole.lines.size();
    const int paragraphs = whole.lines.empty() ? 0 : whole.lines.back().paragraph;
    for (Line line : part.lines) {
        const Region box = boxOf(line);
        const bool isCutBelow = !band.isLast && box.y + box.height + kEdge > band.pixels.height;
        const bool isCutAbove = !band.isFirst && box.y < kEdge;
        if (isCutBelow || isCutAbove)
            continue;
        for (Word& word : line.words)
            word.box.y += band.top;
        const Region moved = boxOf(line);
        const bool isKnown = std::any_of(whole.lines.begin(), whole.lines.begin() + static_cast<std::ptrdiff_t>(before),
                                         [&](const Line& other) { return shareRows(boxOf(other), moved); });
        if (isKnown)
            continue;
        line.paragraph += paragraphs;
        whole.lines.push_back(std::move(line));
    }
}

/// The band in all preparations, each in a process and a thread of its own.
class BandWork {
public:
    BandWork(const Band& band, const std::string& languages) {
        for (const Preparation preparation : kPreparations)
            m_readings.push_back(std::async(std::launch::async, [this, &band, &languages, preparation] {
                return readPixels(prepared(band.pixels, preparation), languages, [this] { return !m_cancelled; });
            }));
    }
    ~BandWork() { m_cancelled = true; } // then the futures wait

    BandWork(const BandWork&) = delete;
    BandWork& operator=(const BandWork&) = delete;

    /// How many are done.
    std::uint64_t wait() {
        std::uint64_t done = 0;
        for (const auto& reading : m_readings)
            done += reading.wait_for(kAskAfter) == std::future_status::ready ? 1U : 0U;
        return done;
    }
    std::vector<std::future<Result<Reading>>>& readings() { return m_readings; }

private:
    std::atomic<bool> m_cancelled = false;
    std::vector<std::future<Result<Reading>>> m_readings; ///< gone before what they use
};

Result<> readBand(const Band& band, const std::string& languages, std::vector<Reading>& readings,
                  const std::function<bool(std::uint64_t)>& progress) {
    BandWork work(band, languages);
    for (std::uint64_t done = 0; done < kPreparations.size();) {
        done = work.wait();
        if (!progress(done))
            return fail(ErrorCode::Cancelled, "Reading the picture was stopped.");
    }
    for (std::size_t i = 0; i < kPreparations.size(); ++i) {
        EXHIBIT_ASSIGN(const Reading reading, work.readings().at(i).get());
        append(readings.at(i), reading, band);
    }
    return {};
}

} // namespace

Result<TextReader> TextReader::open() {
    EXHIBIT_ASSIGN(const UnnamedFile nothing, UnnamedFile::open());
    EXHIBIT_ASSIGN(const Bytes answer, runLimited(tesseract(), {"--list-langs"}, nothing.descriptor(), kLimits));
    std::string languages;
    for (const std::string language : {"eng", "deu"})
        if (hasLine(textOf(answer), language))
            languages += (languages.empty() ? "" : "+") + language;
    if (languages.empty())
        return fail(ErrorCode::Unsupported, "The program tesseract knows neither English nor German. Install the "
                                            "packages " +
                                                std::string(kPackages) + ".");
    return TextReader(std::move(languages));
}

Result<std::vector<Reading>> TextReader::read(const ByteSource& picture, const Progress& progress) const {
    EXHIBIT_ASSIGN(const media::Inspection inspection, media::inspect(picture, media::NullMediaHelper()));
    EXHIBIT_ASSIGN(const auto rows, media::UprightRows::open(picture, inspection, {}));
    if (rows->width() > kWidest)
        return fail(ErrorCode::LimitExceeded, "The picture is too wide for its words to be read.");
    Bands bands(*rows);
    std::vector<Reading> readings(kPreparations.size());
    Band band;
    for (std::uint64_t number = 0; !band.isLast; ++number) {
        EXHIBIT_TRY(bands.next(band));
        EXHIBIT_TRY(readBand(band, m_languages, readings, [&](std::uint64_t done) {
            const std::uint64_t all = kPreparations.size();
            return !progress || progress(number * all + done, bands.count() * all);
        }));
    }
    return readings;
}

} // namespace exhibit::ocr
