#pragma once
// Where fonts come from. The composer asks for exact families of its own preference list (see FontList.h), and for
// nothing else: a script whose font isn't there is shown as boxes, never in a font that happened to look similar.

#include "core/Bytes.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace exhibit::pdf {

enum class FontWeight : std::uint8_t { Regular, Bold };

/// A font file and the face in it.
struct FontFile {
    std::string name;                  ///< the file's name without its folder: NotoSans-Regular.ttf
    unsigned face = 0;                 ///< its number in a collection (.ttc)
    ByteView bytes;                    ///< the whole file
    std::shared_ptr<const void> owner; ///< keeps the bytes alive
};

class FontProvider {
public:
    virtual ~FontProvider() = default;
    /// The face of exactly this family and weight; nothing if it isn't there.
    [[nodiscard]] virtual std::optional<FontFile> find(std::string_view family, FontWeight weight) const = 0;
};

/// The fonts that are installed on this machine. Fontconfig only locates the files; it chooses nothing.
class InstalledFonts final : public FontProvider {
public:
    InstalledFonts();
    ~InstalledFonts() override;
    InstalledFonts(const InstalledFonts&) = delete;
    InstalledFonts& operator=(const InstalledFonts&) = delete;
    [[nodiscard]] std::optional<FontFile> find(std::string_view family, FontWeight weight) const override;

private:
    struct Config;
    std::unique_ptr<Config> m_config;
};

} // namespace exhibit::pdf
