#pragma once
// Texts and files as a person hands them over: as a word, from a file, from standard input.

#include "cli/Verb.h"
#include "core/Capture.h"

#include <optional>
#include <string>

namespace exhibit::cli {

/// Texts are held in memory; a chat isn't longer.
inline constexpr std::size_t kLargestText = std::size_t{64} << 20;

/// Reads what the options of one command name. Standard input can be taken only once.
class Input {
public:
    explicit Input(Context& context) : m_context(context) {}

    /// A text given as a word ("-": standard input) or as a file ("-": the same), not both. Nothing if neither is
    /// given. The bytes are kept as they are; InvalidArgument if there is nothing in them or a NUL.
    [[nodiscard]] Result<std::optional<CapturedItem>> text(Role role, const std::optional<std::string>& word,
                                                           const std::optional<std::string>& file);
    /// A file of any kind; "-": standard input, which goes through an unnamed temporary file.
    [[nodiscard]] Result<SharedSource> file(const std::string& path);

private:
    [[nodiscard]] Result<> takeStandardInput();
    [[nodiscard]] Result<Bytes> textBytes(const std::string& path);

    Context& m_context;
    bool m_inputTaken = false;
};

/// The name without its folders; empty for standard input.
[[nodiscard]] std::string plainName(const std::string& path);

} // namespace exhibit::cli
