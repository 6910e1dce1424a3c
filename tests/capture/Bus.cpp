#include "Bus.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace test {

namespace {

/// No services that could be started: only what a test puts there.
constexpr const char* kConfiguration =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=FOLDER</listen>
<policy context="default"><allow user="*"/><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)";

std::array<int, 2> pipeEnds() {
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
    return ends;
}

} // namespace

Bus::Bus() {
    std::string configuration = kConfiguration;
    configuration.replace(configuration.find("FOLDER"), 6, folder().string());
    const auto file = folder() / "bus.conf";
    std::ofstream(file) << configuration;
    const auto ends = pipeEnds();
    m_daemon = std::make_unique<Process>(Arguments{"dbus-daemon", "--config-file=" + file.string(), "--nofork",
                                                   "--print-address=" + std::to_string(ends[1])},
                                         environment(), ends[1]);
    close(ends[1]);
    m_address = readLine(ends[0], Seconds(10));
    close(ends[0]);
    if (m_address.empty())
        FAIL("dbus-daemon doesn't start. Is the package dbus-daemon installed?");
}

Environment Bus::environment() const {
    const char* const path = std::getenv("PATH");
    return {{"PATH", path == nullptr ? "/usr/bin:/bin" : path},
            {"LANG", "C.UTF-8"},
            {"HOME", folder().string()},
            {"DBUS_SESSION_BUS_ADDRESS", m_address}};
}

MockPortal::MockPortal(const Bus& bus, const std::string& behaviour, const std::string& uri) {
    const auto ends = pipeEnds();
    m_reports = ends[0];
    m_process = std::make_unique<Process>(Arguments{MOCK_PORTAL, behaviour, uri, std::to_string(ends[1])},
                                          bus.environment(), ends[1]);
    close(ends[1]);
    REQUIRE(nextCall() == "ready");
}

MockPortal::~MockPortal() {
    m_process.reset();
    close(m_reports);
}

} // namespace test
