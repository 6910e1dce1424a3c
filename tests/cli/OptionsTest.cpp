#include "cli/Options.h"
#include "cli/CaseAccess.h"
#include "cli/ExitStatus.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::cli;

namespace {

struct Parsed {
    Parsed() {
        options.argument("CASE", path, "A file.");
        options.text("--prompt", "TEXT", prompt, "A text.");
        options.files("--screenshot", pictures, "Pictures.");
        options.choice("--surface", surface, {"meta.ai", "whatsapp"}, "Where.");
        options.flag("--force", force, "Replace.");
    }
    std::string path;
    std::optional<std::string> prompt, surface;
    std::vector<std::string> pictures;
    bool force = false;
    Options options;

    std::string errorOf(const std::vector<std::string>& words) {
        const auto result = options.parse(words);
        if (result)
            return {};
        CHECK(result.error().code == ErrorCode::InvalidArgument);
        return result.error().message;
    }
};

} // namespace

TEST_CASE("Values are taken as they are") {
    // What a prompt may look like, and what option parsers like to make something else of.
    for (const std::string value :
         {"", "-", "--force", "-5 what?", "[a,b]", "[hello]", "a=b", "x\ny", "%1 'q' \"q\""}) {
        Parsed parsed;
        INFO(value);
        REQUIRE(parsed.options.parse({"my.exhibit17", "--prompt", value}));
        CHECK(parsed.prompt == value);
        CHECK(parsed.path == "my.exhibit17");
        CHECK_FALSE(parsed.force);
    }
    Parsed parsed;
    REQUIRE(parsed.options.parse({"--prompt=a=b", "--", "--odd-name"}));
    CHECK(parsed.prompt == "a=b");
    CHECK(parsed.path == "--odd-name");
}

TEST_CASE("Repeated options keep their order, and arguments keep their place") {
    Parsed parsed;
    REQUIRE(parsed.options.parse({"--screenshot", "a.png", "my.exhibit17", "--force", "--screenshot", "b.jpg"}));
    CHECK(parsed.pictures == std::vector<std::string>{"a.png", "b.jpg"});
    CHECK(parsed.path == "my.exhibit17");
    CHECK(parsed.force);
    CHECK_FALSE(parsed.prompt.has_value());
}

TEST_CASE("Wrong words get an answer that helps") {
    CHECK(Parsed().errorOf({"x", "--promt", "hi"}).find("Did you mean \"--prompt\"?") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "--surface", "whatsap"}).find("Did you mean \"whatsapp\"?") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "--surface", "zzz"}).find("meta.ai, whatsapp") != std::string::npos);
    CHECK(Parsed().errorOf({}).find("CASE is missing") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "y"}).find("one word too many") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "--prompt"}).find("value is missing") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "--prompt", "a", "--prompt", "b"}).find("only once") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "--prompt="}).find("nothing behind") != std::string::npos);
    CHECK(Parsed().errorOf({"x", "--a\x1b[31m"}).find('\x1b') == std::string::npos);
}

TEST_CASE("Help names every option and wraps") {
    const std::string text = Parsed().options.help("add", "Adds something.");
    for (const char* part : {"Usage: exhibit17 add CASE [options]", "--prompt TEXT", "--screenshot FILE", "--force",
                             "One of: meta.ai, whatsapp.", "Adds something."})
        CHECK(text.find(part) != std::string::npos);
    CHECK(wrapped("aaa bbb ccc", 2, 9) == "aaa bbb\n  ccc");
}

TEST_CASE("Numbers of exhibits are read strictly") {
    CHECK(exhibitNumbers("2,5-7").value() == std::vector<int>{2, 5, 6, 7});
    CHECK(exhibitNumbers("3,1,3,2-3").value() == std::vector<int>{1, 2, 3});
    for (const char* wrong : {"", "0", "-1", "1,", ",1", "1-", "7-5", "1 2", "1.5", "99999999999", "1-900000000", "a"})
        CHECK_FALSE(exhibitNumbers(wrong));
}

TEST_CASE("System errors have the statuses of sysexits.h") {
    CHECK(exitStatusOf(ErrorCode::InvalidArgument) == 64);
    CHECK(exitStatusOf(ErrorCode::Malformed) == 65);
    CHECK(exitStatusOf(ErrorCode::NotFound) == 66);
    CHECK(exitStatusOf(ErrorCode::Internal) == 70);
    CHECK(exitStatusOf(ErrorCode::AlreadyExists) == 73);
    CHECK(exitStatusOf(ErrorCode::NoSpace) == 74);
    CHECK(exitStatusOf(ErrorCode::Busy) == 75);
    CHECK(exitStatusOf(ErrorCode::PermissionDenied) == 77);
}
