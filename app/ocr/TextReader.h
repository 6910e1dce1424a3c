#pragma once
// Reads the words in a picture with the system's tesseract, in a process of its own with limits. What it answers only
// prefills and compares; nobody may call it verified.

#include "ocr/Reading.h"

namespace exhibit::ocr {

/// The Debian packages that reading needs.
inline constexpr std::string_view kPackages = "tesseract-ocr tesseract-ocr-eng tesseract-ocr-deu";

class TextReader {
public:
    /// Unsupported, with what to install, if the program isn't there or knows neither English nor German.
    static Result<TextReader> open();

    /// "eng+deu": those of the two that are installed.
    [[nodiscard]] const std::string& languages() const { return m_languages; }

    /// One reading for each preparation of the picture, a PNG or JPEG. Tall pictures are read in bands that overlap, so
    /// that memory doesn't grow with them. `progress` is called in this thread alone. Errors as those of the image
    /// gate; LimitExceeded or Malformed if the program misbehaves, Cancelled as `progress` says.
    [[nodiscard]] Result<std::vector<Reading>> read(const ByteSource& picture, const Progress& progress = {}) const;

private:
    explicit TextReader(std::string languages) : m_languages(std::move(languages)) {}
    std::string m_languages;
};

} // namespace exhibit::ocr
