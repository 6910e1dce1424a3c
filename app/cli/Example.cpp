#include "cli/Child.h"
#include "cli/Verb.h"
#include "core/Text.h"
#include "request/EmbeddedFile.h"
#include "store/AtomicFile.h"

#include <cerrno>
#include <sys/stat.h>

namespace exhibit::cli {

/// Made by the build from schemas/example/.
std::span<const EmbeddedFile> embeddedFiles();

namespace {

constexpr std::string_view kCase = "example.exhibit17";
constexpr std::string_view kDossier = "dossier.pdf";

/// Quotes for a POSIX shell where they are needed.
std::string quoted(const std::string& word) {
    constexpr std::string_view kSafe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@,";
    if (!word.empty() && word.find_first_not_of(kSafe) == std::string::npos)
        return word;
    std::string result = "'";
    for (const char letter : word)
        result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return result + "'";
}

class ExampleVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.folder("--folder", m_folder,
                       "Where to put everything; made if it isn't there. Without it: "
                       "exhibit17-example here, or that with a number.");
        options.example("example");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(const std::filesystem::path folder, makeFolder());
        const std::string shown = escapeForDisplay(folder.string(), EscapeStyle::Line);
        context.console.printLine("Everything goes into the folder " + shown +
                                  ". The person and the conversation are made up.\n");
        for (const EmbeddedFile& file : embeddedFiles()) {
            EXHIBIT_ASSIGN(AtomicFile out, AtomicFile::open(folder / file.path, Existing::Refuse));
            EXHIBIT_TRY(out.write(bytesOf(file.text)));
            EXHIBIT_TRY(out.commit());
        }
        context.console.printLine("$ cd " + quoted(folder.string()));
        EXHIBIT_ASSIGN(const int status, runSteps(context, folder));
        if (status != kOk)
            return status;
        EXHIBIT_TRY(drawPages(context, folder));
        context.console.printLine("\nThe example is in " + shown + ": the case " + std::string(kCase) +
                                  ", the dossier " + std::string(kDossier) + " and its pages as pictures.");
        return kOk;
    }

private:
    [[nodiscard]] static Result<> makeOne(const std::filesystem::path& folder) {
        if (::mkdir(folder.c_str(), 0700) == 0)
            return {};
        return fail(systemError(errno, "The folder can't be made", folder.string()));
    }

    [[nodiscard]] Result<std::filesystem::path> makeFolder() const {
        if (m_folder) {
            std::error_code ignored;
            const std::filesystem::path folder(*m_folder);
            if (std::filesystem::is_directory(folder, ignored) && std::filesystem::is_empty(folder, ignored))
                return folder;
            EXHIBIT_TRY(makeOne(folder));
            return folder;
        }
        constexpr int kMost = 1000;
        for (int number = 1; number < kMost; ++number) {
            const std::filesystem::path folder =
                "exhibit17-example" + (number == 1 ? std::string() : "-" + std::to_string(number));
            const auto made = makeOne(folder);
            if (made)
                return folder;
            if (made.error().code != ErrorCode::AlreadyExists)
                return fail(made.error());
        }
        return fail(ErrorCode::AlreadyExists, "There are too many examples here already; name a folder (--folder).");
    }

    [[nodiscard]] static std::vector<std::vector<std::string>> steps() {
        const std::string theCase(kCase);
        const std::string dossier(kDossier);
        return {
            {"new", theCase, "--name", "Jonas Fährmann-Müller", "--email", "j.faehrmann@kessler-partner.example",
             "--address", "Seestraße 14, 88131 Lindau", "--country", "DE", "--surface", "meta.ai", "--wish", "concern",
             "--wish", "erasure", "--wish", "objection"},
            {"add", theCase, "--prompt-file", "prompt.txt", "--response-file", "response.txt", "--screenshot",
             "chat.png", "--url", "https://www.meta.ai/", "--app-time", "10:01", "--conversation", "fresh"},
            {"list", theCase},
            {"log", theCase, "--verify"},
            {"export", theCase, dossier},
            {"verify", dossier},
        };
    }

    static Result<int> runSteps(Context& context, const std::filesystem::path& folder) {
        for (const std::vector<std::string>& words : steps()) {
            std::string line = "$ exhibit17";
            for (const std::string& word : words)
                line += " " + quoted(word);
            context.console.printLine(context.console.styled(line, Style::Bold));
            EXHIBIT_TRY(context.console.flush());
            EXHIBIT_ASSIGN(const int status,
                           runChild((context.folder / "exhibit17").string(), words, {.folder = folder}));
            // Nothing seals the example's dossier: "intact-unanchored" is the best that its verification can say.
            const bool fine = status == kOk || (words.front() == "verify" && status == 1);
            if (!fine)
                return status;
            context.console.printLine("");
        }
        return kOk;
    }

    static Result<> drawPages(Context& context, const std::filesystem::path& folder) {
        const std::vector<std::string> words{"-r", "80", "-png", std::string(kDossier), "page"};
        context.console.printLine(context.console.styled("$ pdftoppm -r 80 -png dossier.pdf page", Style::Bold));
        EXHIBIT_TRY(context.console.flush());
        const auto status = runChild("pdftoppm", words, {.folder = folder, .search = true});
        if (!status || *status != 0)
            context.console.warn("The pages were not drawn as pictures: pdftoppm (package poppler-utils) isn't there.");
        return {};
    }

    std::optional<std::string> m_folder;
};

} // namespace

std::unique_ptr<Verb> makeExample() {
    return std::make_unique<ExampleVerb>();
}

} // namespace exhibit::cli
