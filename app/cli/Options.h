#pragma once
// The options and arguments of one verb: declared once, for parsing, for --help and for the shells' completion.
// CLI11 does the parsing and is known to Options.cpp alone.

#include "core/Result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit::cli {

/// What kind of value an option takes: for completion, and to check a choice.
enum class ValueKind { None, Text, File, Folder, Choice };

struct OptionSpec {
    std::string name;      ///< "--prompt-file", or "CASE" for an argument without a name
    std::string valueName; ///< "FILE"; empty for a flag
    std::string help;
    std::string group; ///< heading in --help
    ValueKind kind = ValueKind::None;
    std::vector<std::string> choices;
    bool argument = false;
    bool required = false;
    bool repeatable = false;
    std::function<void(std::vector<std::string>)> store;
};

enum class Presence { Required, Optional };

/// The targets must outlive it; parse() writes to those whose option was given.
class Options {
public:
    /// Heading for what is declared next.
    void group(std::string_view title) { m_group = title; }

    /// An argument without a name, by position.
    void argument(std::string_view name, std::string& target, std::string_view help,
                  Presence presence = Presence::Required);
    void choiceArgument(std::string_view name, std::string& target, std::vector<std::string> choices,
                        std::string_view help);
    /// One or more of them; must be the last argument.
    void arguments(std::string_view name, std::vector<std::string>& target, std::string_view help);

    void text(std::string_view name, std::string_view valueName, std::optional<std::string>& target,
              std::string_view help);
    void texts(std::string_view name, std::string_view valueName, std::vector<std::string>& target,
               std::string_view help);
    void file(std::string_view name, std::optional<std::string>& target, std::string_view help);
    void files(std::string_view name, std::vector<std::string>& target, std::string_view help);
    void folder(std::string_view name, std::optional<std::string>& target, std::string_view help);
    void choice(std::string_view name, std::optional<std::string>& target, std::vector<std::string> choices,
                std::string_view help);
    /// May be given several times.
    void choices(std::string_view name, std::vector<std::string>& target, std::vector<std::string> choices,
                 std::string_view help);
    void flag(std::string_view name, bool& target, std::string_view help);

    /// A command line for --help, without the program's name.
    void example(std::string_view commandLine) { m_examples.emplace_back(commandLine); }

    /// InvalidArgument with a sentence that names the nearest option or value if something isn't known. Values are
    /// taken as they are, even if they begin with a hyphen.
    [[nodiscard]] Result<> parse(const std::vector<std::string>& words) const;

    [[nodiscard]] std::string help(std::string_view verb, std::string_view summary) const;
    /// "exhibit17 add CASE [options]"
    [[nodiscard]] std::string usage(std::string_view verb) const;
    [[nodiscard]] const std::vector<OptionSpec>& specs() const { return m_specs; }

private:
    OptionSpec& add(std::string_view name, std::string_view valueName, std::string_view help, ValueKind kind);
    [[nodiscard]] Result<> checkUnknown(const std::vector<std::string>& rest) const;
    [[nodiscard]] Result<> assign(const OptionSpec& spec, std::vector<std::string> values) const;

    std::vector<OptionSpec> m_specs;
    std::vector<std::string> m_examples;
    std::string m_group = "Options";
};

/// `text` broken into lines of at most `width` bytes, each but the first behind `indent` spaces.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = 100);

} // namespace exhibit::cli
