#include "pdf/image/ColourProfile.h"

#include "pdf/image/Cursor.h"

#include <algorithm>
#include <string_view>
#include <zlib.h>

namespace exhibit::image {

namespace {

constexpr std::size_t kProfileHeaderSize = 128;
constexpr std::size_t kTagSize = 12;

std::string_view colourSpaceOf(int components) {
    switch (components) {
    case 1:
        return "GRAY";
    case 3:
        return "RGB ";
    default:
        return "CMYK";
    }
}

bool tagsAreInside(ByteView profile) {
    const std::size_t count = big32(profile.subspan(kProfileHeaderSize));
    const ByteView table = profile.subspan(kProfileHeaderSize + 4);
    if (count == 0 || count > table.size() / kTagSize)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t offset = big32(table.subspan(i * kTagSize + 4));
        const std::uint64_t length = big32(table.subspan(i * kTagSize + 8));
        if (offset + length > profile.size())
            return false;
    }
    return true;
}

} // namespace

bool isSoundProfile(ByteView profile, int components) {
    if (profile.size() < kProfileHeaderSize + 4 || big32(profile) != profile.size())
        return false;
    if (textOf(profile.subspan(36, 4)) != "acsp" || textOf(profile.subspan(16, 4)) != colourSpaceOf(components))
        return false;
    const std::uint8_t version = profile[8];
    return version >= 2 && version <= 4 && tagsAreInside(profile);
}

Bytes inflateBounded(ByteView stream, std::size_t limit) {
    z_stream inflater{};
    if (stream.size() > limit || ::inflateInit(&inflater) != Z_OK)
        return {};
    Bytes out;
    int status = Z_OK;
    inflater.next_in = const_cast<Bytef*>(stream.data()); // zlib doesn't write through it
    inflater.avail_in = static_cast<uInt>(stream.size());
    while (status == Z_OK && out.size() <= limit) {
        // Memory grows with what really comes out, not with what a header claims.
        const std::size_t done = out.size();
        const std::size_t room = std::min<std::size_t>(std::max<std::size_t>(done, 4096), limit + 1 - done);
        out.resize(done + room);
        inflater.next_out = out.data() + done;
        inflater.avail_out = static_cast<uInt>(room);
        status = ::inflate(&inflater, Z_NO_FLUSH);
        out.resize(done + room - inflater.avail_out);
    }
    const bool whole = status == Z_STREAM_END && inflater.avail_in == 0 && out.size() <= limit;
    ::inflateEnd(&inflater);
    return whole ? out : Bytes{};
}

} // namespace exhibit::image
