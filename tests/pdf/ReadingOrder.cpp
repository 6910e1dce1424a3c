// Prints a dossier as a screen reader would say it: pdf_reading_order FILE
#include "PdfProbe.h"

#include <iostream>

int main(int argc, char** argv) {
    const auto source = exhibit::FileSource::open(argc == 2 ? argv[1] : "");
    const auto bytes = source ? (*source)->readAll(std::uint64_t{1} << 30) : tl::unexpected(source.error());
    if (!bytes) {
        std::cerr << "usage: pdf_reading_order FILE\n" << bytes.error().text() << '\n';
        return 64;
    }
    for (const std::string& line : exhibit::test::PdfProbe(*bytes).readingOrder())
        std::cout << line << '\n';
    return 0;
}
