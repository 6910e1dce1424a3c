#pragma once
// Changes a file of the writer as an attacker would who knows everything: objects are replaced, added or taken away,
// and the whole is put together anew with right offsets and a right integrity digest. The reader has to see the change
// itself.

#include "core/Bytes.h"

#include <map>
#include <string>

namespace exhibit::test {

class PdfEditor {
public:
    explicit PdfEditor(const Bytes& file);

    /// The number of the first object whose value holds `part`; fails the test if there is none.
    [[nodiscard]] int find(std::string_view part) const;
    /// Replaces the first occurrence in the object; fails the test if there is none.
    void replace(int number, std::string_view old, std::string_view now);
    /// A new last object; answers its number.
    int add(const std::string& value);
    int addStream(const std::string& entries, const std::string& data);
    void set(int number, const std::string& value) { m_objects.at(number) = value; }
    void remove(int number) { m_objects.erase(number); }
    [[nodiscard]] const std::string& value(int number) const { return m_objects.at(number); }
    /// A stream's data, inflated if need be.
    [[nodiscard]] std::string streamText(int number) const;
    /// Replaces a stream's data, uncompressed, and its length.
    void setStreamText(int number, const std::string& data);
    void addToTrailer(const std::string& entries) { m_trailerEntries += entries; }
    /// The object that holds the operators of a page, from 1.
    [[nodiscard]] int contentOf(int page) const;

    /// With offsets, length and digest that fit. Objects that were removed leave a free entry.
    [[nodiscard]] Bytes file() const;

private:
    std::map<int, std::string> m_objects; ///< without "n 0 obj" and "endobj"
    std::string m_trailer;                ///< from "/Root" to the integrity mark
    std::string m_trailerEntries;
};

/// The integrity digest of a file that was changed in place is made right.
[[nodiscard]] Bytes resealed(Bytes file);

} // namespace exhibit::test
