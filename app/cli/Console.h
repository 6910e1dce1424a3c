#pragma once
// Standard output, standard error and standard input, as a person or a script has them.

#include "core/Bytes.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace exhibit::cli {

enum class Style { Plain, Bold, Good, Caution, Bad };

/// Opens whatever of the descriptors 0, 1 and 2 is closed on /dev/null, so that no case file gets the number of
/// standard output; ignores SIGPIPE; lets SIGINT, SIGTERM and SIGHUP ask for an end first and force it when they come
/// again. Call once, first of all.
void prepareProcess();
/// True once a signal has asked for an end.
[[nodiscard]] bool endRequested();

class Console {
public:
    Console();
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// To standard output, as it is. Text of strangers goes through escapeForDisplay first.
    void print(std::string_view text);
    void printLine(std::string_view text);
    /// To standard error, with a line end.
    void say(std::string_view text);
    /// "Note: ..." to standard error: nothing failed, but the person should know.
    void warn(std::string_view text);
    /// Colour only if standard output is a terminal and NO_COLOR (no-color.org) is unset.
    [[nodiscard]] std::string styled(std::string_view text, Style style) const;

    /// Hands everything printed to the system. Io or NoSpace if it couldn't be written; a reader who has gone away is
    /// no error.
    [[nodiscard]] Result<> flush();

    /// Both ends of a conversation are there.
    [[nodiscard]] bool canAsk() const { return m_inputIsTerminal && m_errorIsTerminal; }
    /// Asks a yes/no question; "yes" or "y" is yes. Cancelled if standard input ends. Only if canAsk().
    [[nodiscard]] Result<bool> confirm(std::string_view question);
    [[nodiscard]] bool inputIsTerminal() const { return m_inputIsTerminal; }
    /// All of standard input; LimitExceeded beyond `limit` bytes.
    [[nodiscard]] Result<Bytes> readInput(std::size_t limit);

    /// Cancels when a signal asks for it, and shows a line on a terminal when the work takes long. The line is wiped
    /// with the last copy of the answer.
    [[nodiscard]] Progress progress(std::string label) const;

private:
    void writeBuffer();

    std::string m_buffer;
    int m_outputError = 0; ///< errno of the first failed write
    bool m_inputIsTerminal;
    bool m_outputIsTerminal;
    bool m_errorIsTerminal;
    bool m_colours;
};

} // namespace exhibit::cli
