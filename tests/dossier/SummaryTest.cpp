// The first page: it says everything, and it is one page.

#include "dossier/DossierFixture.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::test;

namespace {

/// Two controllers, four wishes, a representative, a reference.
CaseDetails busyDetails() {
    CaseDetails result = details();
    result.representative = {"Dr. Katharina Meyer-Lüdenscheidt, Rechtsanwältin", "kanzlei@meyer-luedenscheidt.example",
                             "Maximilianstraße 25\n80539 München"};
    result.reference = "KML-2026/0815-17";
    result.wishes = {Wish::Erasure, Wish::Objection, Wish::Rectification, Wish::Access};
    result.surface = Surface::WhatsApp;
    return result;
}

std::string page(const std::filesystem::path& path, int number) {
    const std::string which = std::to_string(number);
    return run("pdftotext -layout -f " + which + " -l " + which + " " + quoted(path) + " -").output;
}

std::string headerOf(const std::string& page) {
    return page.substr(0, page.find('\n', page.find_first_not_of("\n ")));
}

} // namespace

TEST_CASE("The summary is one page, however much is asked") {
    const Folder folder;
    for (const int exhibits : {3, 9}) {
        World world;
        const std::string name = std::to_string(exhibits);
        auto file = CaseFile::create(folder / (name + ".exhibit17"), busyDetails(), world.environment);
        REQUIRE(file);
        for (int i = 0; i < exhibits; ++i)
            REQUIRE(file->addExhibit(capture(world, "What do you know about Jonas Fährmann-Müller, please?", "A lot.",
                                             {picture("desk-1x-light.png", 1000, 900)})));
        for (const std::string language : {"en", "de"}) {
            const auto path = folder / (name + language + ".pdf");
            dossier::ExportOptions options;
            options.language = language;
            (void)exportTo(world, *file, path, options);
            const std::string title = language == "de" ? "Übersicht" : "Summary";
            INFO(name << " " << language << page(path, 2));
            CHECK(headerOf(page(path, 1)).find(title) != std::string::npos);
            CHECK(headerOf(page(path, 2)).find(title) == std::string::npos);
            CHECK(page(path, 1).find("luedenscheidt.example") != std::string::npos);
            CHECK(page(path, 1).find(language == "de" ? "Auskunft" : "Access") != std::string::npos);
        }
    }
}
