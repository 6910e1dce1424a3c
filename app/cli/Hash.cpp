#include "core/Hash.h"
#include "cli/CaseAccess.h"
#include "core/Text.h"

#include <cerrno>
#include <unistd.h>

namespace exhibit::cli {

namespace {

struct Hashed {
    Digest digest;
    std::uint64_t size = 0;
};

Result<Hashed> hashStandardInput() {
    Sha256 hash;
    Hashed result;
    Bytes piece(std::size_t{256} << 10);
    for (;;) {
        const ssize_t count = ::read(0, piece.data(), piece.size());
        if (count < 0 && errno == EINTR && !endRequested())
            continue;
        if (count < 0 && errno == EINTR)
            return fail(ErrorCode::Cancelled, "Stopped.");
        if (count < 0)
            return fail(systemError(errno, "It can't be read", "standard input"));
        if (count == 0)
            break;
        hash.update(ByteView(piece).first(static_cast<std::size_t>(count)));
        result.size += static_cast<std::uint64_t>(count);
    }
    result.digest = hash.finish();
    return result;
}

Result<Hashed> hashFile(Context& context, const std::string& path) {
    if (path == "-")
        return hashStandardInput();
    EXHIBIT_ASSIGN(const SharedSource file, openFile(path));
    const std::string label = "Hashing " + escapeForDisplay(path, EscapeStyle::Line);
    EXHIBIT_ASSIGN(const Digest digest, sha256(*file, context.console.progress(label)));
    return Hashed{digest, file->size()};
}

/// As sha256sum(1): a name with a line end or backslash is escaped and the line begins with a backslash, so that
/// "sha256sum -c" reads it back.
std::string checkLine(const Digest& digest, const std::string& path) {
    std::string name;
    for (const char letter : path) {
        if (letter == '\\')
            name += "\\\\";
        else if (letter == '\n')
            name += "\\n";
        else if (letter == '\r')
            name += "\\r";
        else
            name += letter;
    }
    return (name == path ? "" : "\\") + digest.hex() + "  " + name;
}

class HashVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.arguments("FILE", m_paths, "The files; \"-\" is standard input.");
        declareJson(options);
        options.example("hash dossier.pdf");
    }

    Result<int> run(Context& context) override {
        int status = kOk;
        Json files = Json::array();
        for (const std::string& path : m_paths) {
            const Result<Hashed> hashed = hashFile(context, path);
            if (!hashed && hashed.error().code == ErrorCode::Cancelled)
                return fail(hashed.error());
            if (!hashed) {
                context.console.say("exhibit17: " + hashed.error().text());
                status = exitStatusOf(hashed.error().code);
                continue;
            }
            if (!wantsJson())
                context.console.printLine(checkLine(hashed->digest, path));
            files.push_back(Json{{"name", jsonText(path)}, {"sha256", hashed->digest.hex()}, {"size", hashed->size}});
        }
        if (wantsJson())
            printJson(context.console, Json{{"files", std::move(files)}});
        return status;
    }

private:
    std::vector<std::string> m_paths;
};

} // namespace

std::unique_ptr<Verb> makeHash() {
    return std::make_unique<HashVerb>();
}

} // namespace exhibit::cli
