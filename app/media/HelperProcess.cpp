#include "media/HelperProcess.h"

#include "media/HelperProtocol.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace exhibit::media {

namespace {

using SteadyClock = std::chrono::steady_clock;

tl::unexpected<Error> gaveUp() {
    return fail(ErrorCode::Malformed, "The picture can't be read: its decoder gave up on it.");
}

/// One running helper. It is killed and reaped when this goes, whatever happened.
class Child {
public:
    /// `purpose` begins the sentence that says what a missing helper is needed for.
    static Result<Child> start(const std::filesystem::path& program, const std::string& purpose,
                               SteadyClock::time_point deadline);
    ~Child();
    Child(Child&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1)), m_socket(std::exchange(other.m_socket, -1)),
          m_deadline(other.m_deadline) {}
    Child& operator=(Child&&) = delete;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    Result<> send(ByteView bytes);
    /// Nothing more is sent.
    void endSending() const { ::shutdown(m_socket, SHUT_WR); }
    /// Up to out.size() bytes; 0 at the end.
    Result<std::size_t> receive(std::span<std::uint8_t> out);

private:
    Child(pid_t pid, int socket, SteadyClock::time_point deadline)
        : m_pid(pid), m_socket(socket), m_deadline(deadline) {}
    Result<> waitFor(short events) const;

    pid_t m_pid;
    int m_socket;
    SteadyClock::time_point m_deadline;
};

/// posix_spawn's two objects, released together.
struct SpawnSetup {
    SpawnSetup() {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
    }
    ~SpawnSetup() {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

void prepare(SpawnSetup& setup, int socket) {
    ::posix_spawn_file_actions_adddup2(&setup.actions, socket, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&setup.actions, socket, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&setup.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A mask or an ignored SIGPIPE of this process isn't the helper's business.
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&setup.attributes, &none);
    ::posix_spawnattr_setsigdefault(&setup.attributes, &all);
    ::posix_spawnattr_setflags(&setup.attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

Result<Child> Child::start(const std::filesystem::path& program, const std::string& purpose,
                           SteadyClock::time_point deadline) {
    std::array<int, 2> sockets{};
    // One socket for both directions: unlike a pipe it can be written without risking SIGPIPE.
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return fail(systemError(errno, "The picture helper can't be started"));
    SpawnSetup setup;
    prepare(setup, sockets[1]);
    std::string name = program.string();
    std::string locale = "LC_ALL=C.UTF-8";
    const std::array<char*, 2> arguments = {name.data(), nullptr};
    const std::array<char*, 2> environment = {locale.data(), nullptr};
    pid_t pid = -1;
    const int status =
        ::posix_spawn(&pid, name.c_str(), &setup.actions, &setup.attributes, arguments.data(), environment.data());
    ::close(sockets[1]);
    if (status == 0)
        return Child(pid, sockets[0], deadline);
    ::close(sockets[0]);
    if (status == EAGAIN || status == ENOMEM)
        return fail(systemError(status, "The picture helper can't be started", name));
    return fail(ErrorCode::Unsupported, purpose + " exhibit17-media beside the program.", name);
}

Child::~Child() {
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Result<> Child::waitFor(short events) const {
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - SteadyClock::now()).count();
        if (left <= 0)
            return fail(ErrorCode::LimitExceeded, "The picture can't be read: decoding it takes too long.");
        pollfd entry{m_socket, events, 0};
        const int ready = ::poll(&entry, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000)));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return fail(systemError(errno, "The picture helper can't be reached"));
    }
}

Result<> Child::send(ByteView bytes) {
    while (!bytes.empty()) {
        EXHIBIT_TRY(waitFor(POLLOUT));
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        else if (errno == EPIPE || errno == ECONNRESET)
            return gaveUp();
        else if (errno != EAGAIN && errno != EINTR)
            return fail(systemError(errno, "The picture helper can't be reached"));
    }
    return {};
}

Result<std::size_t> Child::receive(std::span<std::uint8_t> out) {
    for (;;) {
        EXHIBIT_TRY(waitFor(POLLIN));
        const ssize_t got = ::recv(m_socket, out.data(), out.size(), MSG_DONTWAIT);
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno == ECONNRESET)
            return std::size_t{0};
        if (errno != EAGAIN && errno != EINTR)
            return fail(systemError(errno, "The picture helper can't be reached"));
    }
}

struct Answer {
    HelperReply reply;
    Bytes body;
};

Result<std::string> receiveLine(Child& child, Bytes& rest) {
    std::array<std::uint8_t, kHeaderLimit> piece{};
    while (rest.size() < kHeaderLimit) {
        EXHIBIT_ASSIGN(const std::size_t got, child.receive(piece));
        if (got == 0)
            return gaveUp();
        rest.insert(rest.end(), piece.begin(), piece.begin() + got);
        const auto end = std::find(rest.begin(), rest.end(), std::uint8_t{'\n'});
        if (end == rest.end())
            continue;
        std::string text(rest.begin(), end);
        rest.erase(rest.begin(), end + 1);
        return text;
    }
    return gaveUp();
}

Result<Bytes> receiveBody(Child& child, Bytes body, std::uint64_t length) {
    if (body.size() > length)
        return gaveUp();
    // Memory grows with what arrives, not with what is promised.
    Bytes piece(kPieceSize);
    while (body.size() < length) {
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(length - body.size(), piece.size()));
        EXHIBIT_ASSIGN(const std::size_t got, child.receive(std::span(piece).first(most)));
        if (got == 0)
            return gaveUp();
        body.insert(body.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(got));
    }
    return body;
}

Result<Answer> ask(Child& child, const HelperRequest& request, const ByteSource& picture, std::uint64_t mostBytes) {
    const std::string header = encode(request);
    EXHIBIT_TRY(child.send(bytesOf(header)));
    EXHIBIT_TRY(picture.forEachPiece(0, picture.size(), [&child](ByteView piece) { return child.send(piece); }));
    child.endSending();
    Bytes rest;
    EXHIBIT_ASSIGN(const std::string text, receiveLine(child, rest));
    Answer answer;
    EXHIBIT_ASSIGN(answer.reply, decodeReply(text));
    if (answer.reply.error)
        return fail(*answer.reply.error);
    if (answer.reply.bytes > mostBytes)
        return fail(ErrorCode::LimitExceeded, "The picture is too large once it is decoded.");
    EXHIBIT_ASSIGN(answer.body, receiveBody(child, std::move(rest), answer.reply.bytes));
    return answer;
}

} // namespace

Result<DecodedPicture> HelperProcess::decode(const ByteSource& picture, image::Format format,
                                             const image::Limits& limits) const {
    const std::string purpose = std::string(image::displayName(format)) + " pictures need";
    EXHIBIT_ASSIGN(Child child, Child::start(m_program, purpose, SteadyClock::now() + m_timeout));
    const HelperRequest request{HelperJob::Decode, format, limits, picture.size()};
    EXHIBIT_ASSIGN(Answer answer, ask(child, request, picture, limits.bytes));
    return DecodedPicture{std::make_shared<const MemorySource>(std::move(answer.body)), answer.reply.operation,
                          answer.reply.alpha, answer.reply.animated, answer.reply.metadata};
}

Result<std::vector<MetadataFact>> HelperProcess::metadata(const ByteSource& picture, image::Format format,
                                                          const image::Limits& limits) const {
    EXHIBIT_ASSIGN(Child child,
                   Child::start(m_program, "Reading a picture's metadata needs", SteadyClock::now() + m_timeout));
    const HelperRequest request{HelperJob::Metadata, format, limits, picture.size()};
    EXHIBIT_ASSIGN(const Answer answer, ask(child, request, picture, kMetadataLimit));
    return decodeFacts(textOf(answer.body));
}

} // namespace exhibit::media
