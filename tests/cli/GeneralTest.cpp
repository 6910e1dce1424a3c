// What holds for every verb: help, slips of the fingers, files that can't be read, output that goes nowhere.
#include "Program.h"
#include "core/Json.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace test;

TEST_CASE("Version and help answer on standard output") {
    CHECK(run({"--version"}).output == "exhibit17 0.1.0\n");
    const Finished help = run({"--help"});
    CHECK(help.status == 0);
    for (const char* verb : {"new", "set", "add", "capture", "list", "show", "withdraw", "log", "forms", "export",
                             "verify", "hash", "delete", "example", "completion"}) {
        INFO(verb);
        CHECK(contains(help.output, std::string("\n  ") + verb + " "));
        const Finished own = run({verb, "--help"});
        CHECK(own.status == 0);
        CHECK(contains(own.output, std::string("Usage: exhibit17 ") + verb));
        CHECK(run({"help", verb}).output == own.output);
    }
    const Finished nothing = run({});
    CHECK(nothing.status == 64);
    CHECK(contains(nothing.errors, "Usage: exhibit17 VERB"));
}

TEST_CASE("A mistyped verb, option or value gets the nearest one") {
    const Finished verb = run({"exprot"});
    CHECK(verb.status == 64);
    CHECK(contains(verb.errors, "Did you mean \"export\"?"));
    const Finished option = run({"list", "x", "--jsno"});
    CHECK(option.status == 64);
    CHECK(contains(option.errors, "Did you mean \"--json\"?"));
    CHECK(run({"add"}).status == 64);
    CHECK(contains(run({"add"}).errors, "CASE is missing"));
    CHECK(contains(run({"--vresion"}).errors, "Did you mean \"--version\"?"));
}

TEST_CASE("A mistyped path gets the nearest name beside it") {
    const CaseFolder folder;
    const Finished typo = run({"list", "my.exibit17"}, {.folder = folder.path()});
    CHECK(typo.status == 66);
    CHECK(contains(typo.errors, "Did you mean \"my.exhibit17\"?"));
    CHECK(contains(run({"list", "my"}, {.folder = folder.path()}).errors, "Did you mean \"my.exhibit17\"?"));
    CHECK(contains(run({"list", "gone/my.exhibit17"}, {.folder = folder.path()}).errors, "no folder \"gone\""));
}

TEST_CASE("Every way of not being a readable file has its status, and nothing hangs") {
    const Folder folder;
    ::mkfifo((folder / "fifo").c_str(), 0600);
    std::filesystem::create_directory(folder.path() / "folder");
    for (const char* verb : {"list", "log", "hash", "verify"}) {
        INFO(verb);
        CHECK(run({verb, folder / "missing"}, {.limitSeconds = 10}).status == 66);
        for (const char* name : {"fifo", "folder"}) {
            const Finished finished = run({verb, folder / name}, {.limitSeconds = 10});
            INFO(name << ": " << finished.errors);
            CHECK(finished.status >= 64);
            CHECK(finished.status <= 77);
            CHECK_FALSE(finished.errors.empty());
        }
        CHECK(run({verb, "/dev/zero"}, {.limitSeconds = 10}).status >= 64);
    }
}

TEST_CASE("A stranger's file is no case, and looking doesn't change it") {
    const Folder folder;
    folder.write("text.exhibit17", "just a text");
    folder.write("empty.exhibit17", "");
    for (const char* name : {"text.exhibit17", "empty.exhibit17"}) {
        const Finished finished = run({"list", folder / name});
        INFO(finished.errors);
        CHECK(finished.status == 65);
        CHECK(finished.output.empty());
    }
    CHECK(folder.read("text.exhibit17") == "just a text");
    CHECK(folder.read("empty.exhibit17").empty());
}

TEST_CASE("Output that nobody reads or that can't be written") {
    const CaseFolder folder;
    const std::string before = folder.read("my.exhibit17");
    CHECK(run({"list", folder.caseFile()}, {.output = Output::Closed}).status == 0);
    CHECK(run({"--version"}, {.output = Output::Full}).status == 74);
    CHECK(contains(run({"--version"}, {.output = Output::Full}).errors, "standard output"));
    // With standard output closed the case could have got its descriptor.
    CHECK(folder.read("my.exhibit17") == before);
}

TEST_CASE("The locale changes nothing that a machine reads") {
    const CaseFolder folder;
    const Finished plain = run({"list", folder.caseFile(), "--json"});
    const Finished turkish =
        run({"list", folder.caseFile(), "--json"}, {.environment = {{"LC_ALL", "tr_TR.UTF-8"}, {"LANG", "tr_TR"}}});
    CHECK(plain.status == 0);
    CHECK(turkish.output == plain.output);
    REQUIRE(exhibit::parseJson(plain.output));
}

TEST_CASE("Errors as JSON carry code, message and object") {
    const Finished finished = run({"list", "/no/such/case", "--json"});
    CHECK(finished.status == 66);
    const auto json = exhibit::parseJson(finished.output);
    REQUIRE(json);
    CHECK((*json)["error"]["code"] == "not-found");
    CHECK((*json)["error"]["object"] == "/no/such/case");
    CHECK((*json)["error"]["offset"].is_null());
}

TEST_CASE("Hashes are those of sha256sum") {
    const Folder folder;
    const std::string abc = folder.write("abc", "abc");
    const std::string odd = folder.write("odd\nname", "");
    const Finished finished = run({"hash", "abc", "odd\nname"}, {.folder = folder.path()});
    CHECK(finished.status == 0);
    // FIPS 180-4's example "abc", and the hash of nothing.
    CHECK(finished.output == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc\n"
                             "\\e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  odd\\nname\n");
    CHECK(run({"hash", "-"}, {.input = "abc"}).output ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  -\n");
    const Finished half = run({"hash", "gone", "abc"}, {.folder = folder.path()});
    CHECK(half.status == 66);
    CHECK(contains(half.output, "  abc\n"));
    const auto json = exhibit::parseJson(run({"hash", abc, "--json"}).output);
    REQUIRE(json);
    CHECK((*json)["files"][0]["size"] == 3);
}
