#include "cli/CaseAccess.h"

#include "cli/Suggest.h"
#include "core/JsonReader.h"
#include "core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exhibit::cli {

StoreEnvironment storeEnvironment(const Context& context) {
    return {.clock = context.clock, .random = context.random, .source = context.source};
}

namespace {

/// Names in the folder of `path`; bounded, since it is only for a hint.
std::vector<std::string> neighbours(const std::filesystem::path& path) {
    constexpr std::size_t kMost = 2000;
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (names.size() < kMost)
            names.push_back(entry->path().filename());
    std::ranges::sort(names);
    return names;
}

} // namespace

Error missingFile(const std::string& path) {
    Error error{ErrorCode::NotFound, "There is no such file.", path};
    const std::filesystem::path wanted(path);
    std::error_code ignored;
    if (wanted.has_parent_path() && !std::filesystem::exists(wanted.parent_path(), ignored)) {
        error.message = "There is no such file, and no folder \"" +
                        escapeForDisplay(wanted.parent_path().string(), EscapeStyle::Line) + "\".";
        return error;
    }
    const std::vector<std::string> names = neighbours(wanted);
    const std::string withSuffix = wanted.filename().string() + ".exhibit17";
    std::optional<std::string> guess = nearest(wanted.filename().string(), names);
    if (std::ranges::find(names, withSuffix) != names.end())
        guess = withSuffix;
    if (guess)
        error.message +=
            " Did you mean \"" + escapeForDisplay((wanted.parent_path() / *guess).string(), EscapeStyle::Line) + "\"?";
    return error;
}

Result<CaseFile> openCase(const Context& context, const std::string& path, Access access) {
    auto opened = CaseFile::open(path, access, storeEnvironment(context));
    if (opened || opened.error().code != ErrorCode::NotFound)
        return opened;
    Error error = missingFile(path);
    error.message += " A new case is started with \"exhibit17 new\".";
    return fail(std::move(error));
}

Result<SharedSource> openFile(const std::string& path) {
    auto file = FileSource::open(path);
    if (file)
        return SharedSource(*std::move(file));
    if (file.error().code == ErrorCode::NotFound)
        return fail(missingFile(path));
    if (file.error().code == ErrorCode::InvalidArgument) // a folder, a FIFO: no fault of the words
        file.error().code = ErrorCode::Io;
    return fail(std::move(file.error()));
}

Result<bool> looksLikeCase(const ByteSource& file) {
    // Every SQLite database begins with it (sqlite.org/fileformat2.html 1.3.1); a case file is one.
    constexpr std::string_view kDatabaseStart{"SQLite format 3\0", 16};
    std::array<std::uint8_t, kDatabaseStart.size()> start{};
    EXHIBIT_ASSIGN(const std::size_t got, file.read(0, start));
    return textOf(ByteView(start).first(got)) == kDatabaseStart;
}

Result<bool> confirmed(Context& context, std::string_view question, bool yes) {
    if (yes)
        return true;
    if (!context.console.canAsk())
        return fail(ErrorCode::InvalidArgument,
                    "This can't be undone, and there is no terminal to ask on. Say --yes if you mean it.");
    return context.console.confirm(question);
}

namespace {

Result<int> numberFrom(std::string_view text, std::string_view of, std::string_view hint) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number >= kMaxExhibitNumber)
        return fail(ErrorCode::InvalidArgument, "\"" + escapeForDisplay(text, EscapeStyle::Line) +
                                                    "\" isn't the number of " + std::string(of) + ", such as 1." +
                                                    std::string(hint));
    return number;
}

constexpr std::string_view kExhibit = "an exhibit";
constexpr std::string_view kExhibitHint = " \"exhibit17 list\" shows the numbers.";

Result<std::vector<int>> numbersFrom(std::string_view text, std::string_view of, std::string_view hint) {
    constexpr int kMost = 100'000;
    std::vector<int> numbers;
    while (true) {
        const std::string_view part = text.substr(0, text.find(','));
        const std::size_t dash = part.find('-');
        EXHIBIT_ASSIGN(const int first, numberFrom(part.substr(0, dash), of, hint));
        int last = first;
        if (dash != std::string_view::npos) {
            EXHIBIT_ASSIGN(last, numberFrom(part.substr(dash + 1), of, hint));
        }
        if (last < first || last - first >= kMost)
            return fail(ErrorCode::InvalidArgument,
                        "\"" + std::string(part) + "\" isn't a range: the smaller number comes first.");
        for (int number = first; number <= last; ++number)
            numbers.push_back(number);
        if (part.size() == text.size())
            break;
        text.remove_prefix(part.size() + 1);
    }
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

} // namespace

Result<int> exhibitNumber(std::string_view text) {
    return numberFrom(text, kExhibit, kExhibitHint);
}

Result<std::vector<int>> exhibitNumbers(std::string_view text) {
    return numbersFrom(text, kExhibit, kExhibitHint);
}

Result<std::vector<int>> pageNumbers(std::string_view text) {
    return numbersFrom(text, "a page", "");
}

} // namespace exhibit::cli
