#include "cli/DossierVerbs.h"
#include "cli/Verb.h"

#include <algorithm>

namespace exhibit::cli {

namespace {

/// A verb's name with everything that it declares.
struct DeclaredVerb {
    std::string name;
    std::string summary;
    std::unique_ptr<Verb> verb; ///< owns what the options point to
    Options options;
};

std::vector<DeclaredVerb> declareAll() {
    std::vector<DeclaredVerb> declared;
    for (const VerbEntry& entry : allVerbs()) {
        DeclaredVerb one{std::string(entry.name), std::string(entry.summary), entry.make(), {}};
        one.verb->declare(one.options);
        declared.push_back(std::move(one));
    }
    return declared;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> verbNames(const std::vector<DeclaredVerb>& verbs) {
    std::vector<std::string> names;
    for (const DeclaredVerb& verb : verbs)
        names.push_back(verb.name);
    return names;
}

std::string optionNames(const DeclaredVerb& verb) {
    std::vector<std::string> names{"--help"};
    for (const OptionSpec& spec : verb.options.specs())
        if (!spec.argument)
            names.push_back(spec.name);
    return joined(names);
}

/// The choices of an argument without a name; empty if it is a file.
std::string argumentChoices(const DeclaredVerb& verb) {
    for (const OptionSpec& spec : verb.options.specs())
        if (spec.argument && !spec.choices.empty())
            return joined(spec.choices);
    return {};
}

// ---- bash -----------------------------------------------------------------------------------------------------------

std::string bashValue(const OptionSpec& spec) {
    switch (spec.kind) {
    case ValueKind::Choice:
        return "mapfile -t COMPREPLY < <(compgen -W \"" + joined(spec.choices) + "\" -- \"$word\")";
    case ValueKind::File:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")";
    case ValueKind::Folder:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")";
    case ValueKind::Text:
    case ValueKind::None:
        break;
    }
    return ":";
}

std::string bashScript(const std::vector<DeclaredVerb>& verbs) {
    std::string values;
    std::string options;
    for (const DeclaredVerb& verb : verbs) {
        for (const OptionSpec& spec : verb.options.specs())
            if (!spec.argument && spec.kind != ValueKind::None)
                values += "        \"" + verb.name + " " + spec.name + "\") " + bashValue(spec) + "; return ;;\n";
        options += "        " + verb.name + ") options=\"" + optionNames(verb) + "\"";
        const std::string choices = argumentChoices(verb);
        options += (choices.empty() ? "" : "; choices=\"" + choices + "\"") + " ;;\n";
    }
    return "# bash completion for exhibit17. To use it:\n"
           "#   exhibit17 completion bash > ~/.local/share/bash-completion/completions/exhibit17\n"
           "_exhibit17() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n"
           "    local options=\"\" choices=\"\"\n"
           "    COMPREPLY=()\n"
           "    if [[ $COMP_CWORD -eq 1 ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"" +
           joined(verbNames(verbs)) +
           " --help --version\" -- \"$word\")\n"
           "        return\n"
           "    fi\n"
           "    case \"$verb $before\" in\n" +
           values +
           "    esac\n"
           "    case \"$verb\" in\n" +
           options +
           "    esac\n"
           "    if [[ $word == -* ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
           "    elif [[ -n $choices ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$word\")\n"
           "    else\n"
           "        compopt -o filenames\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
           "    fi\n"
           "}\n"
           "complete -F _exhibit17 exhibit17\n";
}

// ---- zsh ------------------------------------------------------------------------------------------------------------

/// Text inside single quotes and the brackets or colons of _arguments.
std::string zshText(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '\'')
            result += "'\\''";
        else if (letter == '[' || letter == ']' || letter == ':' || letter == '\\')
            result += std::string("\\") + letter;
        else
            result += letter;
    }
    return result;
}

std::string zshAction(const OptionSpec& spec) {
    switch (spec.kind) {
    case ValueKind::Choice:
        return "(" + joined(spec.choices) + ")";
    case ValueKind::File:
        return "_files";
    case ValueKind::Folder:
        return "_files -/";
    case ValueKind::Text:
    case ValueKind::None:
        break;
    }
    return " ";
}

std::string zshSpec(const OptionSpec& spec) {
    if (spec.argument)
        return std::string("'") +
               (spec.repeatable ? "*"
                : spec.required ? ""
                                : ":") +
               ":" + zshText(spec.name) + ":" + zshAction(spec) + "'";
    const std::string value = spec.kind == ValueKind::None ? "" : ":" + zshText(spec.valueName) + ":" + zshAction(spec);
    return std::string("'") + (spec.repeatable ? "*" : "") + spec.name + "[" + zshText(spec.help) + "]" + value + "'";
}

std::string zshScript(const std::vector<DeclaredVerb>& verbs) {
    std::string list;
    std::string cases;
    for (const DeclaredVerb& verb : verbs) {
        list += "        '" + verb.name + ":" + zshText(verb.summary) + "'\n";
        cases += "        " + verb.name + ")\n            _arguments '--help[explains the verb]'";
        for (const OptionSpec& spec : verb.options.specs())
            cases += " \\\n                " + zshSpec(spec);
        cases += "\n            ;;\n";
    }
    return "#compdef exhibit17\n"
           "# zsh completion for exhibit17. Save it as _exhibit17 in a folder of $fpath.\n"
           "_exhibit17() {\n"
           "    local -a verbs=(\n" +
           list +
           "    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe verb verbs\n"
           "        return\n"
           "    fi\n"
           "    local verb=$words[2]\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $verb in\n" +
           cases +
           "    esac\n"
           "}\n"
           "_exhibit17 \"$@\"\n";
}

// ---- fish -----------------------------------------------------------------------------------------------------------

std::string fishText(std::string_view text) {
    std::string result = "'";
    for (const char letter : text)
        result += letter == '\'' || letter == '\\' ? std::string("\\") + letter : std::string(1, letter);
    return result + "'";
}

std::string fishScript(const std::vector<DeclaredVerb>& verbs) {
    std::string text = "# fish completion for exhibit17. Save it as ~/.config/fish/completions/exhibit17.fish\n";
    for (const DeclaredVerb& verb : verbs)
        text += "complete -c exhibit17 -n __fish_use_subcommand -f -a " + verb.name + " -d " + fishText(verb.summary) +
                "\n";
    for (const DeclaredVerb& verb : verbs) {
        const std::string start = "complete -c exhibit17 -n '__fish_seen_subcommand_from " + verb.name + "' ";
        if (const std::string choices = argumentChoices(verb); !choices.empty())
            text += start + "-f -a " + fishText(choices) + "\n";
        for (const OptionSpec& spec : verb.options.specs()) {
            if (spec.argument)
                continue;
            text += start + "-l " + spec.name.substr(2) + " -d " + fishText(spec.help);
            if (spec.kind == ValueKind::Choice)
                text += " -x -a " + fishText(joined(spec.choices));
            else if (spec.kind == ValueKind::Text)
                text += " -x";
            else if (spec.kind != ValueKind::None)
                text += " -r";
            text += "\n";
        }
    }
    return text;
}

class CompletionVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.choiceArgument("SHELL", m_shell, {"bash", "zsh", "fish"}, "Your shell.");
        options.example("completion bash > ~/.local/share/bash-completion/completions/exhibit17");
    }

    Result<int> run(Context& context) override {
        const std::vector<DeclaredVerb> verbs = declareAll();
        context.console.print(m_shell == "bash"  ? bashScript(verbs)
                              : m_shell == "zsh" ? zshScript(verbs)
                                                 : fishScript(verbs));
        return kOk;
    }

private:
    std::string m_shell;
};

} // namespace

std::unique_ptr<Verb> makeCompletion() {
    return std::make_unique<CompletionVerb>();
}

} // namespace exhibit::cli
