#include "pdf/reader/Inflate.h"

#include <algorithm>
#include <zlib.h>

namespace exhibit::pdf::reader {
namespace {

constexpr std::size_t kPiece = 1 << 16;

class Inflater {
public:
    explicit Inflater(std::size_t limit) : m_limit(limit) { m_ready = inflateInit(&m_stream) == Z_OK; }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    Result<> add(ByteView piece) {
        // zlib's interface isn't const-correct; it only reads.
        m_stream.next_in = const_cast<Bytef*>(piece.data());
        m_stream.avail_in = static_cast<uInt>(piece.size());
        bool more = !piece.empty();
        while (more) {
            if (!m_ready || m_ended)
                return fail(ErrorCode::Malformed, "The compressed data don't end where they should.");
            EXHIBIT_TRY(step());
            // A full output buffer means that zlib may hold back more.
            more = m_stream.avail_in > 0 || (m_stream.avail_out == 0 && !m_ended);
        }
        return {};
    }

    Result<std::string> finish() {
        if (!m_ended)
            return fail(ErrorCode::Malformed, "The compressed data are incomplete.");
        return std::move(m_text);
    }

private:
    Result<> step() {
        const std::size_t before = m_text.size();
        const std::size_t room = std::min(std::max(kPiece, before), m_limit + 1 - before);
        m_text.resize(before + room);
        m_stream.next_out = reinterpret_cast<Bytef*>(m_text.data() + before);
        m_stream.avail_out = static_cast<uInt>(room);
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        m_text.resize(m_text.size() - m_stream.avail_out);
        const bool nothingLeft = status == Z_BUF_ERROR && m_stream.avail_in == 0;
        if (status != Z_OK && status != Z_STREAM_END && !nothingLeft)
            return fail(ErrorCode::Malformed, "The compressed data are damaged.");
        if (m_text.size() > m_limit)
            return fail(ErrorCode::LimitExceeded, "The compressed data are too large once unpacked.");
        m_ended = status == Z_STREAM_END;
        return {};
    }

    z_stream m_stream{};
    std::size_t m_limit;
    bool m_ready = false;
    bool m_ended = false;
    std::string m_text;
};

} // namespace

Result<std::string> inflateAll(const ByteSource& source, std::uint64_t offset, std::uint64_t length,
                               std::size_t limit) {
    Inflater inflater(std::min<std::size_t>(limit, std::size_t{1} << 30));
    EXHIBIT_TRY(source.forEachPiece(offset, length, [&](ByteView whole) -> Result<> {
        for (; !whole.empty(); whole = whole.subspan(std::min(whole.size(), kPiece)))
            EXHIBIT_TRY(inflater.add(whole.first(std::min(whole.size(), kPiece))));
        return {};
    }));
    return inflater.finish();
}

} // namespace exhibit::pdf::reader
