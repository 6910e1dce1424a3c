#include "pdf/Fonts.h"

#include <fcntl.h>
#include <filesystem>
#include <fontconfig/fontconfig.h>
#include <map>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace exhibit::pdf {
namespace {

struct Location {
    std::string path;
    unsigned face = 0;
};

/// A file mapped read-only, so that only the pages of a font that are used take memory.
std::shared_ptr<const void> mapFile(const std::string& path, ByteView& bytes) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return nullptr;
    struct stat status {};
    void* address = MAP_FAILED;
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
        address = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (address == MAP_FAILED)
        return nullptr;
    const auto size = static_cast<std::size_t>(status.st_size);
    bytes = ByteView(static_cast<const std::uint8_t*>(address), size);
    return {address, [size](void* mapped) { ::munmap(mapped, size); }};
}

std::string key(std::string_view family, bool bold) {
    return std::string(family) + (bold ? "\nbold" : "\nregular");
}

/// The family, if the pattern is an upright face of normal width in regular or bold, and no variable font.
std::optional<std::string> plainFace(FcPattern* pattern) {
    int weight = 0, slant = 0, width = FC_WIDTH_NORMAL;
    FcBool variable = FcFalse;
    FcChar8* family = nullptr;
    if (FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch ||
        FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch)
        return std::nullopt;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    FcPatternGetInteger(pattern, FC_WIDTH, 0, &width);
    FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
    const bool plain = slant == FC_SLANT_ROMAN && width == FC_WIDTH_NORMAL && variable == FcFalse &&
                       (weight == FC_WEIGHT_REGULAR || weight == FC_WEIGHT_BOLD);
    if (!plain)
        return std::nullopt;
    return key(reinterpret_cast<const char*>(family), weight == FC_WEIGHT_BOLD);
}

} // namespace

struct InstalledFonts::Config {
    std::map<std::string, Location> faces;
};

InstalledFonts::InstalledFonts() : m_config(std::make_unique<Config>()) {
    FcConfig* config = FcInitLoadConfigAndFonts();
    if (config == nullptr)
        return;
    FcPattern* everything = FcPatternCreate();
    FcObjectSet* wanted =
        FcObjectSetBuild(FC_FAMILY, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_VARIABLE, FC_FILE, FC_INDEX, nullptr);
    FcFontSet* found = FcFontList(config, everything, wanted);
    for (int i = 0; found != nullptr && i < found->nfont; ++i) {
        FcPattern* pattern = found->fonts[i];
        FcChar8* file = nullptr;
        int face = 0;
        const auto name = plainFace(pattern);
        if (!name || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
            FcPatternGetInteger(pattern, FC_INDEX, 0, &face) != FcResultMatch || face < 0)
            continue;
        // Two copies of a family: the first path in the alphabet, so that the choice doesn't depend on the cache.
        Location location{reinterpret_cast<const char*>(file), static_cast<unsigned>(face & 0xFFFF)};
        const auto [known, isNew] = m_config->faces.try_emplace(*name, location);
        if (!isNew && location.path < known->second.path)
            known->second = location;
    }
    if (found != nullptr)
        FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(everything);
    FcConfigDestroy(config);
}

InstalledFonts::~InstalledFonts() = default;

std::optional<FontFile> InstalledFonts::find(std::string_view family, FontWeight weight) const {
    const auto found = m_config->faces.find(key(family, weight == FontWeight::Bold));
    if (found == m_config->faces.end())
        return std::nullopt;
    FontFile file;
    file.name = std::filesystem::path(found->second.path).filename().string();
    file.face = found->second.face;
    file.owner = mapFile(found->second.path, file.bytes);
    if (file.owner == nullptr)
        return std::nullopt;
    return file;
}

} // namespace exhibit::pdf
