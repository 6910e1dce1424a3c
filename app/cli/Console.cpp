#include "cli/Console.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace exhibit::cli {

namespace {

std::atomic<bool> g_endRequested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch it");

void onSignal(int) {
    g_endRequested = true;
}

/// Answers errno, or 0.
int writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace

void prepareProcess() {
    for (const int descriptor : {0, 1, 2})
        if (::fcntl(descriptor, F_GETFD) < 0)
            // Takes the lowest free number, which is this one.
            static_cast<void>(::open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY));
    struct sigaction action = {};
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr);
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        // nohup(1) and a shell's background jobs have them ignored: it stays so.
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            ::sigaction(signal, &action, nullptr);
    }
}

bool endRequested() {
    return g_endRequested;
}

Console::Console()
    : m_inputIsTerminal(::isatty(0) == 1), m_outputIsTerminal(::isatty(1) == 1), m_errorIsTerminal(::isatty(2) == 1) {
    const char* noColour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool unwanted = noColour != nullptr && *noColour != '\0';
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    m_colours = m_outputIsTerminal && !unwanted && !dumb;
}

Console::~Console() {
    writeBuffer();
}

void Console::print(std::string_view text) {
    constexpr std::size_t kBuffer = std::size_t{64} << 10;
    m_buffer += text;
    if (m_buffer.size() >= kBuffer)
        writeBuffer();
}

void Console::printLine(std::string_view text) {
    print(text);
    print("\n");
}

void Console::writeBuffer() {
    if (m_outputError == 0)
        m_outputError = writeAll(1, m_buffer);
    m_buffer.clear();
}

void Console::say(std::string_view text) {
    writeBuffer(); // what was printed before it stands before it on a terminal
    static_cast<void>(writeAll(2, std::string(text) + "\n"));
}

void Console::warn(std::string_view text) {
    say("Note: " + std::string(text));
}

std::string Console::styled(std::string_view text, Style style) const {
    if (!m_colours || style == Style::Plain)
        return std::string(text);
    constexpr std::array<std::string_view, 5> kCodes{"0", "1", "32", "33", "31"};
    return "\033[" + std::string(kCodes.at(static_cast<std::size_t>(style))) + "m" + std::string(text) + "\033[0m";
}

Result<> Console::flush() {
    writeBuffer();
    if (m_outputError == 0 || m_outputError == EPIPE)
        return {};
    return fail(systemError(m_outputError, "It can't be written", "standard output"));
}

Result<bool> Console::confirm(std::string_view question) {
    writeBuffer();
    static_cast<void>(writeAll(2, std::string(question) + " [yes/no] "));
    std::string answer;
    for (char letter = '\0';;) {
        const ssize_t count = ::read(0, &letter, 1);
        if (count < 0 && errno == EINTR && !endRequested())
            continue;
        if (count <= 0)
            return fail(ErrorCode::Cancelled, "Nothing was done.");
        if (letter == '\n')
            break;
        answer += letter;
    }
    return answer == "yes" || answer == "y" || answer == "Yes" || answer == "YES" || answer == "Y";
}

Result<Bytes> Console::readInput(std::size_t limit) {
    Bytes bytes;
    Bytes piece(std::size_t{64} << 10);
    for (;;) {
        const ssize_t count = ::read(0, piece.data(), piece.size());
        if (count < 0 && errno == EINTR && !endRequested())
            continue;
        if (count < 0 && errno == EINTR)
            return fail(ErrorCode::Cancelled, "Stopped. Nothing was changed.");
        if (count < 0)
            return fail(systemError(errno, "It can't be read", "standard input"));
        if (count == 0)
            return bytes;
        if (bytes.size() + static_cast<std::size_t>(count) > limit)
            return fail(ErrorCode::LimitExceeded, "That is more than " + std::to_string(limit >> 20) + " MiB.",
                        "standard input");
        bytes.insert(bytes.end(), piece.begin(), piece.begin() + count);
    }
}

namespace {

/// One line on the terminal that says how far the work is.
class ProgressLine {
public:
    ProgressLine(std::string label, bool shown) : m_label(std::move(label)), m_shown(shown) {}
    ~ProgressLine() {
        if (m_drawn)
            static_cast<void>(writeAll(2, "\r\033[K"));
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    bool update(std::uint64_t done, std::uint64_t total) {
        if (endRequested())
            return false;
        const auto now = std::chrono::steady_clock::now();
        if (!m_shown || now < m_next)
            return true;
        m_next = now + std::chrono::milliseconds(100);
        m_drawn = true;
        const std::uint64_t percent = total == 0 ? 0 : std::min<std::uint64_t>(100, done / ((total + 99) / 100));
        static_cast<void>(writeAll(2, "\r" + m_label + " " + std::to_string(percent) + " %\033[K"));
        return true;
    }

private:
    std::string m_label;
    bool m_shown;
    bool m_drawn = false;
    // Short work shows nothing.
    std::chrono::steady_clock::time_point m_next = std::chrono::steady_clock::now() + std::chrono::milliseconds(400);
};

} // namespace

Progress Console::progress(std::string label) const {
    auto line = std::make_shared<ProgressLine>(std::move(label), m_errorIsTerminal);
    return [line](std::uint64_t done, std::uint64_t total) { return line->update(done, total); };
}

} // namespace exhibit::cli
