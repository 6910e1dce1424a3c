#include "cli/Options.h"

#include "cli/Suggest.h"
#include "core/Text.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

namespace exhibit::cli {

OptionSpec& Options::add(std::string_view name, std::string_view valueName, std::string_view help, ValueKind kind) {
    OptionSpec spec;
    spec.name = name;
    spec.valueName = valueName;
    spec.help = help;
    spec.kind = kind;
    spec.group = m_group;
    return m_specs.emplace_back(std::move(spec));
}

namespace {

void storeOne(OptionSpec& spec, std::optional<std::string>& target) {
    spec.store = [&target](std::vector<std::string> values) { target = std::move(values.front()); };
}

void storeAll(OptionSpec& spec, std::vector<std::string>& target) {
    spec.repeatable = true;
    spec.store = [&target](std::vector<std::string> values) { target = std::move(values); };
}

} // namespace

void Options::argument(std::string_view name, std::string& target, std::string_view help, Presence presence) {
    OptionSpec& spec = add(name, {}, help, ValueKind::File);
    spec.argument = true;
    spec.required = presence == Presence::Required;
    spec.store = [&target](std::vector<std::string> values) { target = std::move(values.front()); };
}

void Options::choiceArgument(std::string_view name, std::string& target, std::vector<std::string> choices,
                             std::string_view help) {
    argument(name, target, help);
    m_specs.back().kind = ValueKind::Choice;
    m_specs.back().choices = std::move(choices);
}

void Options::arguments(std::string_view name, std::vector<std::string>& target, std::string_view help) {
    OptionSpec& spec = add(name, {}, help, ValueKind::File);
    spec.argument = true;
    spec.required = true;
    storeAll(spec, target);
}

void Options::text(std::string_view name, std::string_view valueName, std::optional<std::string>& target,
                   std::string_view help) {
    storeOne(add(name, valueName, help, ValueKind::Text), target);
}

void Options::texts(std::string_view name, std::string_view valueName, std::vector<std::string>& target,
                    std::string_view help) {
    storeAll(add(name, valueName, help, ValueKind::Text), target);
}

void Options::file(std::string_view name, std::optional<std::string>& target, std::string_view help) {
    storeOne(add(name, "FILE", help, ValueKind::File), target);
}

void Options::files(std::string_view name, std::vector<std::string>& target, std::string_view help) {
    storeAll(add(name, "FILE", help, ValueKind::File), target);
}

void Options::folder(std::string_view name, std::optional<std::string>& target, std::string_view help) {
    storeOne(add(name, "FOLDER", help, ValueKind::Folder), target);
}

void Options::choice(std::string_view name, std::optional<std::string>& target, std::vector<std::string> choices,
                     std::string_view help) {
    OptionSpec& spec = add(name, "CHOICE", help, ValueKind::Choice);
    spec.choices = std::move(choices);
    storeOne(spec, target);
}

void Options::choices(std::string_view name, std::vector<std::string>& target, std::vector<std::string> choices,
                      std::string_view help) {
    OptionSpec& spec = add(name, "CHOICE", help, ValueKind::Choice);
    spec.choices = std::move(choices);
    storeAll(spec, target);
}

void Options::flag(std::string_view name, bool& target, std::string_view help) {
    OptionSpec& spec = add(name, {}, help, ValueKind::None);
    spec.store = [&target](std::vector<std::string>) { target = true; };
}

// ---- parsing ------------------------------------------------------------------------------------------------------

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : std::string(separator)) + word;
    return text;
}

std::string shown(std::string_view word) {
    return escapeForDisplay(word, EscapeStyle::Line);
}

/// Every option is taken as often as it comes, so that repetition is judged in one place (Options::assign).
void declare(CLI::App& app, const OptionSpec& spec, std::vector<std::string>& values) {
    if (spec.kind == ValueKind::None) {
        app.add_flag_callback(spec.name, [&values] { values.emplace_back(); });
        return;
    }
    CLI::Option* option = app.add_option(spec.name, [&values](const CLI::results_t& results) {
        values = results;
        return true;
    });
    const bool many = !spec.argument || spec.repeatable;
    option->type_size(1)->expected(1, many ? CLI::detail::expected_max_vector_size : 1);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    // Without this CLI11 reads "[a,b]" as a list: a prompt may look like that.
    option->allow_extra_args(spec.argument && spec.repeatable);
}

/// CLI11 takes the next word as the value of "--option=".
Result<> checkEmptyValues(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (word == "--")
            break;
        if (word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1)
            return fail(ErrorCode::InvalidArgument, "There is nothing behind \"" + shown(word) +
                                                        "\". An empty value is written as two words: " +
                                                        shown(word.substr(0, word.size() - 1)) + " \"\".");
    }
    return {};
}

} // namespace

Result<> Options::assign(const OptionSpec& spec, std::vector<std::string> values) const {
    if (values.empty()) {
        if (spec.required)
            return fail(ErrorCode::InvalidArgument, spec.name + " is missing.");
        return {};
    }
    if (values.size() > 1 && !spec.repeatable && spec.kind != ValueKind::None)
        return fail(ErrorCode::InvalidArgument, spec.name + " may be given only once.");
    if (spec.kind == ValueKind::Choice)
        for (const std::string& value : values)
            if (std::ranges::find(spec.choices, value) == spec.choices.end())
                return fail(ErrorCode::InvalidArgument, spec.name + " doesn't know \"" + shown(value) + "\"." +
                                                            didYouMean(value, spec.choices) +
                                                            " Possible are: " + joined(spec.choices, ", ") + ".");
    spec.store(std::move(values));
    return {};
}

Result<> Options::checkUnknown(const std::vector<std::string>& rest) const {
    if (rest.empty())
        return {};
    const auto isOption = [](const std::string& word) { return word.size() > 1 && word.front() == '-'; };
    const auto option = std::ranges::find_if(rest, isOption);
    if (option == rest.end())
        return fail(ErrorCode::InvalidArgument,
                    "\"" + shown(rest.front()) + "\" is one word too many. Words with spaces need quotes around them.");
    std::vector<std::string> names{"--help"};
    for (const OptionSpec& spec : m_specs)
        if (!spec.argument)
            names.push_back(spec.name);
    const std::string word = option->substr(0, option->find('='));
    return fail(ErrorCode::InvalidArgument, "There is no option \"" + shown(word) + "\"." + didYouMean(word, names));
}

Result<> Options::parse(const std::vector<std::string>& words) const {
    EXHIBIT_TRY(checkEmptyValues(words));
    std::vector<std::vector<std::string>> values(m_specs.size());
    std::vector<std::string> rest;
    try {
        CLI::App app;
        app.set_help_flag();
        app.allow_extras();
        for (std::size_t i = 0; i < m_specs.size(); ++i)
            declare(app, m_specs.at(i), values.at(i));
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
        rest = app.remaining();
        // CLI11 counts the end of the options among what it doesn't know.
        if (const auto end = std::ranges::find(rest, "--"); end != rest.end())
            rest.erase(end);
    } catch (const CLI::ArgumentMismatch& mismatch) {
        return fail(ErrorCode::InvalidArgument, "A value is missing: " + shown(mismatch.what()) + ".");
    } catch (const CLI::Error& error) {
        return fail(ErrorCode::InvalidArgument, shown(error.what()) + ".");
    }
    EXHIBIT_TRY(checkUnknown(rest));
    for (std::size_t i = 0; i < m_specs.size(); ++i) {
        EXHIBIT_TRY(assign(m_specs.at(i), std::move(values.at(i))));
    }
    return {};
}

// ---- help ---------------------------------------------------------------------------------------------------------

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string result;
    std::size_t column = indent;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        if (column > indent && column + 1 + word.size() > width) {
            result += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            result += " ";
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

std::string Options::usage(std::string_view verb) const {
    std::string text = "exhibit17 " + std::string(verb);
    bool hasOptions = false;
    for (const OptionSpec& spec : m_specs) {
        if (!spec.argument) {
            hasOptions = true;
            continue;
        }
        const std::string name = spec.name + (spec.repeatable ? "..." : "");
        text += spec.required ? " " + name : " [" + name + "]";
    }
    return text + (hasOptions ? " [options]" : "");
}

namespace {

void appendEntry(std::string& text, const OptionSpec& spec) {
    constexpr std::size_t kColumn = 30;
    std::string left = "  " + spec.name + (spec.valueName.empty() ? "" : " " + spec.valueName);
    if (left.size() + 2 > kColumn)
        left += "\n" + std::string(kColumn, ' ');
    else
        left.resize(kColumn, ' ');
    std::string help = spec.help;
    if (!spec.choices.empty())
        help += " One of: " + joined(spec.choices, ", ") + ".";
    if (spec.repeatable && !spec.argument)
        help += " May be given several times.";
    text += left + wrapped(help, kColumn) + "\n";
}

} // namespace

std::string Options::help(std::string_view verb, std::string_view summary) const {
    std::string text = "Usage: " + usage(verb) + "\n\n" + wrapped(summary, 0) + "\n";
    std::string group;
    for (const OptionSpec& spec : m_specs) {
        const std::string heading = spec.argument ? "Arguments" : spec.group;
        if (heading != group)
            text += "\n" + heading + ":\n";
        group = heading;
        appendEntry(text, spec);
    }
    if (!m_examples.empty())
        text += "\nExamples:\n";
    for (const std::string& line : m_examples)
        text += "  exhibit17 " + line + "\n";
    return text;
}

} // namespace exhibit::cli
