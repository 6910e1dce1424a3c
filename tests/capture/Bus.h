#pragma once
// A session bus of its own, and a desktop portal on it that answers as a test says.

#include "VirtualDesktop.h"

namespace test {

class Bus {
public:
    Bus();
    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    /// For programs that use it, and nothing of a real session.
    [[nodiscard]] Environment environment() const;

private:
    TemporaryFolder m_folder;
    std::string m_address;
    std::unique_ptr<Process> m_daemon;
};

/// Behaviours: "good", "early" (answers before the call returns), "old" (chooses the request's path itself), "cancel",
/// "fail", "silent", "vanish", "bare" (no screenshots).
class MockPortal {
public:
    MockPortal(const Bus& bus, const std::string& behaviour, const std::string& uri);
    ~MockPortal();
    MockPortal(const MockPortal&) = delete;
    MockPortal& operator=(const MockPortal&) = delete;
    /// What it was asked next: "plain", "interactive", "closed"; "" if nothing.
    [[nodiscard]] std::string nextCall(Seconds limit = Seconds(10)) const { return readLine(m_reports, limit); }

private:
    int m_reports = -1;
    std::unique_ptr<Process> m_process;
};

} // namespace test
