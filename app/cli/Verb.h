#pragma once
// A verb of the command line: what it can be told, and what it does.

#include "cli/Console.h"
#include "cli/ExitStatus.h"
#include "cli/Options.h"
#include "core/Clock.h"
#include "core/Json.h"
#include "core/Random.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace exhibit::cli {

/// What a verb works with.
struct Context {
    Console& console;
    const Clock& clock;
    Random& random;
    std::filesystem::path folder; ///< in which the program's own binaries are
    std::string source;           ///< for custody logs: "exhibit17 0.1.0 add"
};

class Verb {
public:
    virtual ~Verb() = default;
    virtual void declare(Options& options) = 0;
    /// Answers the exit status. An Error is shown to the person and becomes a status by its code.
    virtual Result<int> run(Context& context) = 0;

    [[nodiscard]] bool wantsJson() const { return m_json; }

protected:
    void declareJson(Options& options) {
        options.flag("--json", m_json, "Print the result as JSON, for other programs.");
    }

private:
    bool m_json = false;
};

/// A line of the table of verbs.
struct VerbEntry {
    std::string_view name;
    std::string_view summary;
    /// Null: the other program, exhibit17-dossier, has it. The libraries that make and read PDF take several times
    /// longer to load than everything else together, and most verbs don't need them.
    std::unique_ptr<Verb> (*make)();
};

/// Shows an error the way the verb's caller reads it: in words, and with --json as {"error": ...} too. Answers
/// `status`.
int showError(Console& console, const Verb& verb, const Error& error, int status);

/// Prints a JSON value in readable form. Strings must be valid UTF-8 (jsonText).
void printJson(Console& console, const Json& value);
/// A string as JSON can carry it: as it is if it is valid UTF-8, with escapes for the invalid bytes otherwise.
[[nodiscard]] std::string jsonText(std::string_view text);

std::unique_ptr<Verb> makeNew();
std::unique_ptr<Verb> makeSet();
std::unique_ptr<Verb> makeAdd();
std::unique_ptr<Verb> makeCapture();
std::unique_ptr<Verb> makeList();
std::unique_ptr<Verb> makeShow();
std::unique_ptr<Verb> makeMark();
std::unique_ptr<Verb> makeRedact();
std::unique_ptr<Verb> makeNote();
std::unique_ptr<Verb> makeWithdraw();
std::unique_ptr<Verb> makeLog();
std::unique_ptr<Verb> makeForms();
std::unique_ptr<Verb> makeLetter();
std::unique_ptr<Verb> makePasteSheet();
std::unique_ptr<Verb> makeExport();
std::unique_ptr<Verb> makeExtract();
std::unique_ptr<Verb> makePreview();
std::unique_ptr<Verb> makeVerify();
std::unique_ptr<Verb> makeHash();
std::unique_ptr<Verb> makeDelete();
std::unique_ptr<Verb> makeExample();
std::unique_ptr<Verb> makeCompletion();

} // namespace exhibit::cli
