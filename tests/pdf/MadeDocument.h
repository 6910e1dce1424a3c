#pragma once
// Documents and pictures for tests.

#include "pdf/Composition.h"

#include <string>

namespace exhibit::test {

/// With a title, a date and one heading.
[[nodiscard]] pdf::Document emptyDocument();
[[nodiscard]] const pdf::FontProvider& installedFonts();

/// Fails the test if it can't be composed or written.
[[nodiscard]] pdf::Composition composed(const pdf::Document& document);
[[nodiscard]] Bytes written(const pdf::Composition& composition, const std::vector<pdf::Attachment>& attachments = {});
[[nodiscard]] Bytes written(const pdf::Document& document, const std::vector<pdf::Attachment>& attachments = {});

/// An RGB PNG with a pattern that differs with `seed`; its IDAT data in two chunks.
[[nodiscard]] std::string madePng(std::uint32_t width, std::uint32_t height, std::uint32_t seed = 1);
/// The data of its IDAT chunks, put together.
[[nodiscard]] std::string idatOf(const std::string& png);
[[nodiscard]] pdf::SharedPicture pictureOf(const std::string& file);
/// One of the sample pictures of tests/data.
[[nodiscard]] std::string sampleFile(const std::string& name);

[[nodiscard]] pdf::Attachment attachmentOf(const std::string& name, const std::string& content, bool compress = false);

} // namespace exhibit::test
