// How long a program's windows couldn't answer: LD_PRELOAD=libloop_watch.so LOOP_WATCH=REPORT program
//
// The main thread's event loop waits in poll(), called by GLib or by Qt. From the end of one such call to the beginning
// of the next, no key and no mouse gets through. Writes every such stretch of more than 50 ms to REPORT, with the calls
// that were under way then, and how much of it the thread computed: the rest it stood in line for a processor, or
// waited for another program.

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <execinfo.h>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::int64_t kLimit = 50'000'000; ///< nanoseconds

std::atomic<std::int64_t> busySince = 0; ///< 0: it waits
std::int64_t computedBefore = 0;         ///< of the processor's time, in nanoseconds, when that began
std::atomic<bool> asked = false;         ///< its calls were asked for in this stretch
std::FILE* report = nullptr;

std::int64_t now() {
    return Clock::now().time_since_epoch().count();
}

/// What this thread has had of the processor.
std::int64_t computed() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

bool isEventLoop(const void* caller) {
    Dl_info info{};
    return ::getpid() == ::gettid() && ::dladdr(caller, &info) != 0 && info.dli_fname != nullptr &&
           (std::strstr(info.dli_fname, "libglib") != nullptr || std::strstr(info.dli_fname, "libQt6Core") != nullptr);
}

void showCalls(int) {
    std::array<void*, 40> calls{};
    const int count = ::backtrace(calls.data(), static_cast<int>(calls.size()));
    ::backtrace_symbols_fd(calls.data(), count, ::fileno(report));
}

/// Asks the main thread for its calls as soon as a stretch is too long.
void watch(pthread_t main) {
    for (;;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        const std::int64_t since = busySince;
        if (since != 0 && now() - since > kLimit && !asked.exchange(true))
            ::pthread_kill(main, SIGPROF);
    }
}

[[gnu::constructor]] void start() {
    const char* const path = std::getenv("LOOP_WATCH");
    if (path == nullptr)
        return;
    ::unsetenv("LD_PRELOAD"); // programs that it starts are no part of this
    report = std::fopen(path, "ae");
    std::setvbuf(report, nullptr, _IONBF, 0);
    std::array<void*, 1> warmUp{};
    ::backtrace(warmUp.data(), 1); // loads what it needs, which isn't allowed in a signal handler
    struct sigaction action {};
    action.sa_handler = showCalls;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGPROF, &action, nullptr);
    std::thread(watch, ::pthread_self()).detach();
}

void beginWaiting() {
    const std::int64_t since = busySince.exchange(0);
    const std::int64_t busy = since == 0 ? 0 : now() - since;
    if (busy > kLimit)
        std::fprintf(report, "busy %lld ms, computing %lld ms\n", static_cast<long long>(busy / 1'000'000),
                     static_cast<long long>((computed() - computedBefore) / 1'000'000));
    asked = false;
}

/// Calls what would have been called without us, and takes the time around it.
template <class Function, class... Arguments>
int around(const char* name, const void* caller, Function, Arguments... arguments) {
    static const auto original = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
    if (report == nullptr || !isEventLoop(caller))
        return original(arguments...);
    beginWaiting();
    const int result = original(arguments...);
    computedBefore = computed();
    busySince = now();
    return result;
}

} // namespace

extern "C" int poll(pollfd* files, nfds_t count, int timeout) {
    return around("poll", __builtin_return_address(0), &::poll, files, count, timeout);
}

extern "C" int ppoll(pollfd* files, nfds_t count, const timespec* timeout, const sigset_t* mask) {
    return around("ppoll", __builtin_return_address(0), &::ppoll, files, count, timeout, mask);
}
