#include "pdf/image/ColourProfile.h"
#include "pdf/image/Cursor.h"
#include "pdf/image/ImageScan.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace exhibit::image {

namespace {

using namespace std::string_view_literals;

// ITU-T T.81 table B.1
constexpr std::uint8_t kSof0 = 0xc0;
constexpr std::uint8_t kSof2 = 0xc2;
constexpr std::uint8_t kDht = 0xc4;
constexpr std::uint8_t kDac = 0xcc;
constexpr std::uint8_t kRst0 = 0xd0;
constexpr std::uint8_t kRst7 = 0xd7;
constexpr std::uint8_t kSoi = 0xd8;
constexpr std::uint8_t kEoi = 0xd9;
constexpr std::uint8_t kSos = 0xda;
constexpr std::uint8_t kDqt = 0xdb;
constexpr std::uint8_t kDri = 0xdd;
constexpr std::uint8_t kApp0 = 0xe0;
constexpr std::uint8_t kApp1 = 0xe1;
constexpr std::uint8_t kApp2 = 0xe2;
constexpr std::uint8_t kApp14 = 0xee;
constexpr std::uint8_t kApp15 = 0xef;
constexpr std::uint8_t kCom = 0xfe;

tl::unexpected<Error> malformed(std::string message, std::uint64_t offset) {
    return fail(ErrorCode::Malformed, std::move(message), "JPEG", offset);
}

bool isFrame(std::uint8_t marker) {
    return marker >= kSof0 && marker <= 0xcf && marker != kDht && marker != kDac && marker != 0xc8;
}

class JpegScanner {
public:
    JpegScanner(const ByteSource& source, const Limits& limits) : m_cursor(source), m_limits(limits) {}

    Result<JpegLayout> scan();

private:
    Result<std::uint8_t> readMarker();
    Result<> readSegment(JpegSegment& segment);
    Result<> take(const JpegSegment& segment);
    Result<> takeFrame(const JpegSegment& segment);
    Result<> checkFrame(const JpegSegment& segment) const;
    Result<> takeTables(const JpegSegment& segment);
    Result<> takeScan(const JpegSegment& segment);
    [[nodiscard]] bool hasTables() const;
    Result<> skipCodedData();
    void takeJfif();
    void takeExif(const JpegSegment& segment);
    void takeProfilePart();
    void joinProfile();
    [[nodiscard]] bool startsWith(std::string_view text) const { return textOf(m_data).starts_with(text); }

    Cursor m_cursor;
    const Limits& m_limits;
    JpegLayout m_layout;
    Bytes m_data;                  ///< of the segment at hand
    std::uint8_t m_nextMarker = 0; ///< found while skipping coded data
    std::set<int> m_tables;        ///< Huffman tables seen: class in the high four bits, number in the low ones
    bool m_hasFrame = false;
    bool m_hasScan = false;
    bool m_ended = false;
    std::map<int, Bytes> m_profileParts;
    int m_profileCount = 0;
    bool m_profileBroken = false;
    std::size_t m_profileSize = 0;
};

Result<JpegLayout> JpegScanner::scan() {
    if (m_cursor.left() > m_limits.bytes)
        return fail(ErrorCode::LimitExceeded, "The picture's file is too large.");
    while (!m_ended) {
        if (m_layout.segments.size() >= m_limits.parts)
            return fail(ErrorCode::LimitExceeded, "The picture is cut into too many pieces.", {}, m_cursor.position());
        JpegSegment segment;
        EXHIBIT_ASSIGN(segment.marker, readMarker());
        segment.offset = m_cursor.position() - 2;
        if (m_layout.segments.empty() != (segment.marker == kSoi))
            return malformed("This is not a sound JPEG picture: its start mark is missing or repeated.",
                             segment.offset);
        EXHIBIT_TRY(readSegment(segment));
        EXHIBIT_TRY(take(segment));
        m_layout.segments.push_back(segment);
    }
    joinProfile();
    m_layout.imageEnd = m_cursor.position();
    m_layout.trailingBytes = m_cursor.left();
    return std::move(m_layout);
}

Result<std::uint8_t> JpegScanner::readMarker() {
    if (m_nextMarker != 0)
        return std::exchange(m_nextMarker, std::uint8_t{0});
    std::array<std::uint8_t, 1> byte{};
    EXHIBIT_TRY(m_cursor.read(byte));
    if (byte[0] != 0xff)
        return malformed("The picture is damaged: there is data where its next part should begin.",
                         m_cursor.position() - 1);
    // T.81 B.1.1.2: any number of fill bytes 0xFF may stand before a marker.
    while (byte[0] == 0xff) {
        EXHIBIT_TRY(m_cursor.read(byte));
    }
    if (byte[0] == 0)
        return malformed("The picture is damaged: a part of it has no proper name.", m_cursor.position() - 1);
    return byte[0];
}

/// SOI and EOI stand alone; every other marker that may occur here has a length and data (T.81 B.1.1.4).
Result<> JpegScanner::readSegment(JpegSegment& segment) {
    m_data.clear();
    segment.dataOffset = m_cursor.position();
    if (segment.marker == kSoi || segment.marker == kEoi)
        return {};
    if (segment.marker < kSof0 || (segment.marker >= kRst0 && segment.marker <= kRst7))
        return malformed("The picture is damaged: a part of it is out of place.", segment.offset);
    std::array<std::uint8_t, 2> length{};
    EXHIBIT_TRY(m_cursor.read(length));
    if (big16(length) < 2)
        return malformed("The picture is damaged: a part of it has an impossible length.", segment.offset);
    segment.dataOffset = m_cursor.position();
    segment.length = big16(length) - 2;
    m_data.resize(segment.length);
    return m_cursor.read(m_data);
}

Result<> JpegScanner::take(const JpegSegment& segment) {
    if (isFrame(segment.marker))
        return takeFrame(segment);
    switch (segment.marker) {
    case kSos:
        return takeScan(segment);
    case kEoi:
        m_ended = true;
        if (!m_hasScan)
            return malformed("The picture is damaged: it has no picture data.", segment.offset);
        return {};
    case kApp0:
        takeJfif();
        return {};
    case kApp1:
        takeExif(segment);
        return {};
    case kApp2:
        takeProfilePart();
        return {};
    case kApp14:
        // Adobe Technical Note 5116 section 18: "Adobe", version, two flags, transform.
        if (m_data.size() >= 12 && startsWith("Adobe"sv))
            m_layout.adobeTransform = m_data[11];
        return {};
    case kDht:
        return takeTables(segment);
    case kSoi:
    case kDqt:
    case kDri:
    case kCom:
        return {};
    default:
        break;
    }
    if (segment.marker > kApp0 && segment.marker <= kApp15)
        return {};
    return fail(ErrorCode::Unsupported, "The picture uses a rare kind of JPEG coding. Save it as PNG and add that.",
                "JPEG", segment.offset);
}

/// T.81 B.2.2: precision, height, width, number of components, three bytes a component.
Result<> JpegScanner::takeFrame(const JpegSegment& segment) {
    if (segment.marker > kSof2)
        return fail(ErrorCode::Unsupported, "The picture uses a rare kind of JPEG coding. Save it as PNG and add that.",
                    "JPEG", segment.offset);
    const ByteView data(m_data);
    if (m_hasFrame || data.size() < 6 || data.size() != 6 + 3 * std::size_t{data[5]})
        return malformed("The picture is damaged: its header is repeated or has the wrong length.", segment.offset);
    m_hasFrame = true;
    m_layout.precision = data[0];
    m_layout.height = big16(data.subspan(1));
    m_layout.width = big16(data.subspan(3));
    m_layout.components = data[5];
    m_layout.progressive = segment.marker == kSof2;
    for (std::size_t i = 0; i < std::min<std::size_t>(data[5], m_layout.componentIds.size()); ++i)
        m_layout.componentIds.at(i) = data[6 + 3 * i];
    return checkFrame(segment);
}

Result<> JpegScanner::checkFrame(const JpegSegment& segment) const {
    const JpegLayout& frame = m_layout;
    if (frame.precision != 8 || (frame.components != 1 && frame.components != 3 && frame.components != 4))
        return fail(ErrorCode::Unsupported,
                    "The picture has a number of colours or bits that is rare in JPEG. Save it as PNG and add that.",
                    "JPEG", segment.offset);
    const std::uint64_t pixels = std::uint64_t{frame.width} * frame.height;
    // T.81 B.2.5 lets a height of 0 be set right by a DNL marker; nothing that makes screenshots or photos does that.
    if (pixels == 0)
        return malformed("The picture is empty: its width or height is zero.", segment.offset);
    const auto size = std::to_string(frame.width) + " x " + std::to_string(frame.height) + " pixels.";
    if (pixels > m_limits.pixels || std::max(frame.width, frame.height) > m_limits.side)
        return fail(ErrorCode::LimitExceeded, "The picture is too large: " + size, "JPEG", segment.offset);
    // A progressive picture's coefficients, two bytes each, are held until its last scan.
    if (frame.progressive && pixels * 2 * static_cast<std::uint64_t>(frame.components) > m_limits.memory)
        return fail(ErrorCode::LimitExceeded, "The picture is too large for its kind: " + size, "JPEG", segment.offset);
    return {};
}

/// T.81 B.2.4.2: class and number in one byte, 16 counts, as many values as they add up to; repeated.
Result<> JpegScanner::takeTables(const JpegSegment& segment) {
    constexpr std::size_t kCounts = 16;
    for (ByteView left(m_data); !left.empty();) {
        if (left.size() < 1 + kCounts)
            return malformed("The picture is damaged: its code tables are cut off.", segment.offset);
        const std::size_t values = std::accumulate(left.begin() + 1, left.begin() + 1 + kCounts, std::size_t{0});
        if (left.size() < 1 + kCounts + values)
            return malformed("The picture is damaged: its code tables are cut off.", segment.offset);
        m_tables.insert(left[0]);
        left = left.subspan(1 + kCounts + values);
    }
    return {};
}

/// Some decoders fill in the usual tables where a file has none, as in frames of video; readers of PDF needn't.
bool JpegScanner::hasTables() const {
    const std::size_t count = m_data[0];
    const std::uint8_t firstCoefficient = m_data[1 + 2 * count];
    const bool refines = m_data[3 + 2 * count] >> 4 != 0;
    const bool needsDc = !m_layout.progressive || (firstCoefficient == 0 && !refines);
    const bool needsAc = !m_layout.progressive || firstCoefficient > 0;
    for (std::size_t i = 0; i < count; ++i) {
        const int selectors = m_data[2 + 2 * i];
        if ((needsDc && !m_tables.contains(selectors >> 4)) ||
            (needsAc && !m_tables.contains(0x10 | (selectors & 0xf))))
            return false;
    }
    return true;
}

Result<> JpegScanner::takeScan(const JpegSegment& segment) {
    // T.81 B.2.3: number of components, two bytes each, three more.
    const bool sound = m_hasFrame && !m_data.empty() && m_data[0] >= 1 && m_data[0] <= m_layout.components &&
                       m_data.size() == 4 + 2 * std::size_t{m_data[0]};
    if (!sound)
        return malformed("The picture is damaged: the header of its data is unsound.", segment.offset);
    if (!hasTables())
        return malformed("The picture is damaged: its code tables are missing.", segment.offset);
    m_hasScan = true;
    return skipCodedData();
}

/// In coded data a 0xFF is followed by 0x00, or it is a restart mark; anything else is the next marker (T.81 B.1.1.5).
Result<> JpegScanner::skipCodedData() {
    bool afterFf = false;
    for (;;) {
        EXHIBIT_ASSIGN(const ByteView bytes, m_cursor.piece(afterFf ? 1 : kPieceLength));
        if (!afterFf) {
            const auto* found = static_cast<const std::uint8_t*>(std::memchr(bytes.data(), 0xff, bytes.size()));
            afterFf = found != nullptr;
            if (afterFf)
                m_cursor.stepBack(static_cast<std::size_t>(bytes.data() + bytes.size() - (found + 1)));
            continue;
        }
        const std::uint8_t byte = bytes.front();
        if (byte != 0 && byte != 0xff && (byte < kRst0 || byte > kRst7)) {
            m_nextMarker = byte;
            return {};
        }
        afterFf = byte == 0xff;
    }
}

/// JFIF 1.02: identifier, version, unit (1 inch, 2 centimetre), densities.
void JpegScanner::takeJfif() {
    if (m_data.size() < 14 || !startsWith("JFIF\0"sv))
        return;
    m_layout.jfif = true;
    const ByteView data(m_data);
    const double dotsPerMetre = data[7] == 1 ? 1 / 0.0254 : 100;
    const std::uint32_t x = big16(data.subspan(8));
    const std::uint32_t y = big16(data.subspan(10));
    if ((data[7] == 1 || data[7] == 2) && x > 0 && y > 0)
        m_layout.resolution = Resolution{x * dotsPerMetre, y * dotsPerMetre};
}

void JpegScanner::takeExif(const JpegSegment& segment) {
    static constexpr std::string_view kExif = "Exif\0\0"sv;
    if (!startsWith(kExif) || m_layout.exif)
        return;
    m_layout.exif = ByteRange{segment.dataOffset + kExif.size(), segment.length - kExif.size()};
    m_layout.orientation = exifOrientation(ByteView(m_data).subspan(kExif.size())).value_or(1);
}

/// ICC.1:2022 B.4: "ICC_PROFILE", a zero, number of the part from 1, count of parts, the part.
void JpegScanner::takeProfilePart() {
    static constexpr std::string_view kIcc = "ICC_PROFILE\0"sv;
    if (!startsWith(kIcc) || m_data.size() < kIcc.size() + 2)
        return;
    const int number = m_data[kIcc.size()];
    const int count = m_data[kIcc.size() + 1];
    Bytes part(m_data.begin() + kIcc.size() + 2, m_data.end());
    m_profileSize += part.size();
    const bool fits = number >= 1 && number <= count && (m_profileCount == 0 || m_profileCount == count) &&
                      m_profileSize <= m_limits.profile;
    m_profileCount = count;
    if (!fits || !m_profileParts.emplace(number, std::move(part)).second)
        m_profileBroken = true;
    if (m_profileBroken)
        m_profileParts.clear();
}

void JpegScanner::joinProfile() {
    if (m_profileBroken || m_profileParts.size() != static_cast<std::size_t>(m_profileCount))
        return;
    Bytes profile;
    for (const auto& [number, part] : m_profileParts)
        profile.insert(profile.end(), part.begin(), part.end());
    if (isSoundProfile(profile, m_layout.components))
        m_layout.iccProfile = std::move(profile);
}

} // namespace

bool JpegLayout::canPassThrough() const {
    if (components == 1)
        return true;
    if (components != 3)
        return false;
    // Without an Adobe marker a PDF reader takes three components for YCbCr (ISO 32000-2 table 13); picture viewers
    // take components named R, G, B for what they say, unless JFIF forbids it.
    const bool namedRgb = componentIds[0] == 'R' && componentIds[1] == 'G' && componentIds[2] == 'B';
    if (!adobeTransform)
        return jfif || !namedRgb;
    // Where JFIF (always YCbCr) and the Adobe marker contradict one another, so do readers.
    return *adobeTransform == 1 || (*adobeTransform == 0 && !jfif);
}

Result<JpegLayout> scanJpeg(const ByteSource& source, const Limits& limits) {
    return JpegScanner(source, limits).scan();
}

} // namespace exhibit::image
