#include "cli/Program.h"

#include "cli/Suggest.h"
#include "core/Capture.h"
#include "core/Text.h"

#include <cerrno>
#include <exception>
#include <unistd.h>
#include <vector>

namespace exhibit::cli {

std::string jsonText(std::string_view text) {
    return firstInvalidUtf8(text) ? escapeForDisplay(text, EscapeStyle::Block) : std::string(text);
}

void printJson(Console& console, const Json& value) {
    // Nothing invalid gets here (jsonText); should it, a mark is better than no answer.
    console.printLine(value.dump(2, ' ', false, Json::error_handler_t::replace));
}

std::filesystem::path programFolder() {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path("/usr/bin") : self.parent_path();
}

std::string overview(std::span<const VerbEntry> table) {
    std::string text = "Usage: exhibit17 VERB [arguments]\n\n"
                       "Turns what an AI answered about a person into evidence for a deletion request (GDPR Art. 17).\n"
                       "Everything stays on this computer.\n\nVerbs:\n";
    for (const VerbEntry& entry : table) {
        std::string left = "  " + std::string(entry.name);
        left.resize(14, ' ');
        text += left + wrapped(entry.summary, 14) + "\n";
    }
    return text + "\n\"exhibit17 VERB --help\" explains a verb. A first case, step by step:\n"
                  "  exhibit17 new my.exhibit17 --name \"Your Name\" --country DE --wish erasure\n"
                  "  exhibit17 add my.exhibit17 --prompt-file prompt.txt --screenshot answer.png\n"
                  "  exhibit17 export my.exhibit17 dossier.pdf\n"
                  "  exhibit17 verify dossier.pdf\n"
                  "\"exhibit17 example\" shows all of it with made-up data.\n";
}

namespace {

constexpr std::string_view kProgram = "exhibit17";

void sayError(Console& console, std::string_view message) {
    console.say(std::string(kProgram) + ": " + std::string(message));
}

/// Replaces this process with the program that has the verb.
int runElsewhere(Console& console, char** argv) {
    const std::string program = programFolder() / "exhibit17-dossier";
    static_cast<void>(console.flush());
    ::execv(program.c_str(), argv);
    const Error error = systemError(errno, "It can't be started", program);
    sayError(console, error.text());
    sayError(console, "It is a part of Exhibit 17 and belongs beside exhibit17. Please install the program again.");
    return kUnavailable;
}

int unknownVerb(Console& console, const std::string& word, std::span<const VerbEntry> table) {
    std::vector<std::string> names{"--help", "--version"};
    for (const VerbEntry& entry : table)
        names.emplace_back(entry.name);
    const std::string shown = escapeForDisplay(word, EscapeStyle::Line);
    std::string hint = didYouMean(word, names);
    std::error_code ignored;
    if (hint.empty() && std::filesystem::is_regular_file(word, ignored))
        hint = " To look at that file: exhibit17 verify " + shown;
    const bool option = word.starts_with('-');
    sayError(console, (option ? "There is no option \"" : "There is no verb \"") + shown + "\"." + hint);
    sayError(console, "\"exhibit17 --help\" lists the verbs.");
    return kUsage;
}

int usageError(Console& console, const VerbEntry& entry, const Options& options, const Error& error) {
    sayError(console, error.message);
    console.say("Usage: " + options.usage(entry.name));
    console.say("\"exhibit17 " + std::string(entry.name) + " --help\" explains it.");
    return kUsage;
}

/// --help counts wherever it stands before "--", unless it is the value of an option.
bool asksForHelp(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (word == "--")
            return false;
        if (word == "--help" || word == "-h")
            return true;
    }
    return false;
}

int runVerb(Console& console, const VerbEntry& entry, const std::vector<std::string>& words) {
    const std::unique_ptr<Verb> verb = entry.make();
    Options options;
    verb->declare(options);
    const auto parsed = options.parse(words);
    if (asksForHelp(words) && (!parsed || words.size() == 1)) {
        console.print(options.help(entry.name, entry.summary));
        return kOk;
    }
    if (!parsed)
        return usageError(console, entry, options, parsed.error());
    const SystemClock clock;
    SystemRandom random;
    Context context{console, clock, random, programFolder(), toolName() + " " + std::string(entry.name)};
    const Result<int> status = verb->run(context);
    if (status)
        return *status;
    return showError(console, *verb, status.error(), exitStatusOf(status.error().code));
}

int dispatch(Console& console, int argc, char** argv, std::span<const VerbEntry> table) {
    std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (words.empty()) {
        console.say(overview(table));
        return kUsage;
    }
    if (words.front() == "--version" || words.front() == "-V") {
        console.printLine(toolName());
        return kOk;
    }
    if (words.front() == "--help" || words.front() == "-h" || words == std::vector<std::string>{"help"}) {
        console.print(overview(table));
        return kOk;
    }
    if (words.front() == "help") // "help VERB" is "VERB --help"
        words = {words.at(1), "--help"};
    for (const VerbEntry& entry : table) {
        if (entry.name != words.front())
            continue;
        if (entry.make == nullptr)
            return runElsewhere(console, argv);
        words.erase(words.begin());
        return runVerb(console, entry, words);
    }
    return unknownVerb(console, words.front(), table);
}

} // namespace

int showError(Console& console, const Verb& verb, const Error& error, int status) {
    if (verb.wantsJson()) {
        Json json{{"code", name(error.code)},
                  {"message", jsonText(error.message)},
                  {"object", jsonText(error.object)},
                  {"offset", nullptr}};
        if (error.offset)
            json["offset"] = *error.offset;
        printJson(console, Json{{"error", json}});
    }
    sayError(console, error.text());
    return status;
}

int runProgram(int argc, char** argv, std::span<const VerbEntry> table) {
    prepareProcess();
    Console console;
    int status = kSoftware;
    try {
        status = dispatch(console, argc, argv, table);
    } catch (const std::exception& exception) {
        sayError(console, "This is a defect of the program, please report it: " +
                              escapeForDisplay(exception.what(), EscapeStyle::Line));
    }
    if (const auto flushed = console.flush(); !flushed) {
        sayError(console, flushed.error().text());
        // A verdict of "tampered" stays one even if nobody could read about it.
        return status == kOk ? exitStatusOf(flushed.error().code) : status;
    }
    return status;
}

} // namespace exhibit::cli
