#include "PdfEditor.h"

#include "core/Hash.h"
#include "pdf/IntegrityDigest.h"
#include "pdf/reader/Inflate.h"

#include <catch2/catch.hpp>

namespace exhibit::test {
namespace {

constexpr std::string_view kHeader = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

std::string padded(std::uint64_t number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

} // namespace

PdfEditor::PdfEditor(const Bytes& bytes) {
    const std::string file(textOf(bytes));
    const std::size_t table = std::stoul(file.substr(file.rfind("startxref\n") + 10));
    const std::size_t first = file.find('\n', table + 5) + 1;
    const std::size_t trailer = file.find("trailer\n", table);
    const std::size_t count = (trailer - first) / 20;
    for (std::size_t i = 1; i < count; ++i) {
        const std::size_t begin = std::stoul(file.substr(first + i * 20, 10));
        const std::size_t end = i + 1 < count ? std::stoul(file.substr(first + (i + 1) * 20, 10)) : table;
        const std::size_t value = file.find("obj\n", begin) + 4;
        m_objects[static_cast<int>(i)] = file.substr(value, end - value - 8); // "\nendobj\n"
    }
    const std::size_t root = file.find("/Root", trailer);
    m_trailer = file.substr(root, file.find("/Exhibit17", root) - root);
}

int PdfEditor::find(std::string_view part) const {
    for (const auto& [number, value] : m_objects)
        if (value.find(part) != std::string::npos)
            return number;
    FAIL("no object holds " << std::string(part));
    return 0;
}

void PdfEditor::replace(int number, std::string_view old, std::string_view now) {
    std::string& value = m_objects.at(number);
    const std::size_t at = value.find(old);
    REQUIRE(at != std::string::npos);
    value.replace(at, old.size(), now);
}

int PdfEditor::add(const std::string& value) {
    const int number = m_objects.rbegin()->first + 1;
    m_objects[number] = value;
    return number;
}

int PdfEditor::addStream(const std::string& entries, const std::string& data) {
    return add("<< " + entries + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream");
}

std::string PdfEditor::streamText(int number) const {
    const std::string& value = m_objects.at(number);
    const std::size_t begin = value.find("\nstream\n") + 8;
    const std::string data = value.substr(begin, value.size() - begin - 10);
    if (value.find("/FlateDecode") > begin)
        return data;
    const MemorySource source{std::string_view(data)};
    return pdf::reader::inflateAll(source, 0, data.size(), 10'000'000).value();
}

void PdfEditor::setStreamText(int number, const std::string& data) {
    std::string dictionary = m_objects.at(number).substr(0, m_objects.at(number).find("\nstream\n"));
    const std::string filter = "/Filter /FlateDecode ";
    if (const std::size_t at = dictionary.find(filter); at != std::string::npos)
        dictionary.erase(at, filter.size());
    const std::size_t at = dictionary.find("/Length ") + 8;
    const std::size_t end = dictionary.find_first_not_of("0123456789", at);
    dictionary.replace(at, end - at, std::to_string(data.size()));
    m_objects.at(number) = dictionary + "\nstream\n" + data + "\nendstream";
}

int PdfEditor::contentOf(int page) const {
    for (const auto& [number, value] : m_objects) {
        const std::size_t at = value.find("/Contents ");
        if (value.find("/Type /Page ") != std::string::npos && at != std::string::npos && --page == 0)
            return std::stoi(value.substr(at + 10));
    }
    FAIL("no such page");
    return 0;
}

Bytes PdfEditor::file() const {
    std::string out(kHeader);
    const int last = m_objects.rbegin()->first;
    std::string table = "0000000000 65535 f \n";
    for (int number = 1; number <= last; ++number) {
        const auto object = m_objects.find(number);
        table += object == m_objects.end() ? "0000000000 00001 f \n" : padded(out.size(), 10) + " 00000 n \n";
        if (object != m_objects.end())
            out += std::to_string(number) + " 0 obj\n" + object->second + "\nendobj\n";
    }
    const std::size_t startxref = out.size();
    const std::string count = std::to_string(last + 1);
    out += "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " " + m_trailer + m_trailerEntries;
    out += pdf::integrityTail(out.size(), startxref).text;
    const ByteView bytes = bytesOf(out);
    return resealed(Bytes(bytes.begin(), bytes.end()));
}

Bytes resealed(Bytes file) {
    const auto mark = pdf::readIntegrityMark(MemorySource(file), file.size());
    REQUIRE(mark);
    const auto digits = file.begin() + static_cast<std::ptrdiff_t>(mark->digestOffset);
    std::fill(digits, digits + 64, std::uint8_t{'0'});
    const std::string hex = sha256(file).hex();
    std::copy(hex.begin(), hex.end(), digits);
    return file;
}

} // namespace exhibit::test
