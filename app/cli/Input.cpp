#include "cli/Input.h"

#include "cli/CaseAccess.h"
#include "core/UnnamedFile.h"

#include <cerrno>
#include <unistd.h>

namespace exhibit::cli {

std::string plainName(const std::string& path) {
    return path == "-" ? std::string() : std::filesystem::path(path).filename().string();
}

Result<> Input::takeStandardInput() {
    if (m_inputTaken)
        return fail(ErrorCode::InvalidArgument,
                    "Standard input (\"-\") can be read only once; put the other text in a file.");
    m_inputTaken = true;
    if (m_context.console.inputIsTerminal())
        m_context.console.say("Reading standard input; end it with Ctrl+D on a line of its own.");
    return {};
}

Result<Bytes> Input::textBytes(const std::string& path) {
    if (path == "-") {
        EXHIBIT_TRY(takeStandardInput());
        return m_context.console.readInput(kLargestText);
    }
    EXHIBIT_ASSIGN(const SharedSource file, openFile(path));
    auto bytes = file->readAll(kLargestText);
    if (!bytes && bytes.error().code == ErrorCode::LimitExceeded)
        return fail(ErrorCode::LimitExceeded, "This is too large for a text. Use --attach for large files.", path);
    return bytes;
}

namespace {

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

} // namespace

Result<std::optional<CapturedItem>> Input::text(Role role, const std::optional<std::string>& word,
                                                const std::optional<std::string>& file) {
    const std::string what(name(role));
    if (word && file)
        return fail(ErrorCode::InvalidArgument, "Give the " + what + " either as text or as a file, not both.");
    if (!word && !file)
        return std::optional<CapturedItem>();
    const bool typed = word && *word != "-";
    const std::string path = file ? *file : "-";
    Bytes bytes;
    if (!typed) {
        EXHIBIT_ASSIGN(bytes, textBytes(path));
    }
    const std::string text = typed ? *word : std::string(textOf(bytes));
    if (isBlank(text))
        return fail(typed ? ErrorCode::InvalidArgument : ErrorCode::Malformed,
                    "The " + what + " is empty. Without its exact words it is no evidence.", typed ? "" : path);
    auto item = textItem(role, text, typed ? Origin::Typed : Origin::File, typed);
    if (!item)
        return fail(ErrorCode::Malformed, item.error().message, typed ? "" : path, item.error().offset);
    if (!typed)
        item->fileName = jsonText(plainName(path));
    return std::optional<CapturedItem>(*std::move(item));
}

namespace {

/// In pieces, however much it is.
Result<> copyStandardInput(UnnamedFile& file) {
    Bytes piece(std::size_t{256} << 10);
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count < 0 && errno == EINTR && !endRequested())
            continue;
        if (count < 0 && errno == EINTR)
            return fail(ErrorCode::Cancelled, "Stopped. Nothing was changed.");
        if (count < 0)
            return fail(systemError(errno, "It can't be read", "standard input"));
        if (count == 0)
            return {};
        EXHIBIT_TRY(file.write(ByteView(piece).first(static_cast<std::size_t>(count))));
    }
}

} // namespace

Result<SharedSource> Input::file(const std::string& path) {
    if (path != "-")
        return openFile(path);
    EXHIBIT_TRY(takeStandardInput());
    EXHIBIT_ASSIGN(UnnamedFile file, UnnamedFile::open());
    EXHIBIT_TRY(copyStandardInput(file));
    return file.source();
}

} // namespace exhibit::cli
