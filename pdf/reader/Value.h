#pragma once
// PDF objects (ISO 32000-1 7.3) as values. A stream is its dictionary here; where its data lies is known to File.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace exhibit::pdf::reader {

struct Ref {
    std::uint32_t number = 0;
    std::uint32_t generation = 0;
    auto operator<=>(const Ref&) const = default;
};
struct Name {
    std::string text; ///< without the slash, #xx decoded
};
struct String {
    std::string bytes;
};

class Value;
struct Entry;
using Array = std::vector<Value>;

/// Entries sorted by key.
class Dictionary {
public:
    // Defined where Entry is known: clang 14 looks into std::vector<Entry> as soon as it sees a body.
    Dictionary();
    explicit Dictionary(std::vector<Entry> entries);
    Dictionary(const Dictionary& other);
    Dictionary(Dictionary&& other) noexcept;
    Dictionary& operator=(const Dictionary& other);
    Dictionary& operator=(Dictionary&& other) noexcept;
    ~Dictionary();
    /// nullptr if there is no such key.
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

class Value {
public:
    using Data = std::variant<std::monostate, bool, std::int64_t, double, Name, String, Ref, Array, Dictionary>;
    Value() = default;
    explicit Value(Data data) : m_data(std::move(data)) {}

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&m_data); }
    [[nodiscard]] const Name* name() const { return std::get_if<Name>(&m_data); }
    [[nodiscard]] const String* string() const { return std::get_if<String>(&m_data); }
    [[nodiscard]] const Ref* ref() const { return std::get_if<Ref>(&m_data); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&m_data); }
    [[nodiscard]] const Dictionary* dictionary() const { return std::get_if<Dictionary>(&m_data); }
    [[nodiscard]] bool isNumber() const { return integer() != nullptr || std::holds_alternative<double>(m_data); }
    /// 0 if it isn't a number.
    [[nodiscard]] double number() const;
    [[nodiscard]] bool isName(std::string_view text) const { return name() != nullptr && name()->text == text; }

private:
    Data m_data;
};

struct Entry {
    std::string key; ///< without the slash
    Value value;
};

inline Dictionary::Dictionary() = default;
inline Dictionary::Dictionary(std::vector<Entry> entries) : m_entries(std::move(entries)) {}
inline Dictionary::Dictionary(const Dictionary& other) = default;
inline Dictionary::Dictionary(Dictionary&& other) noexcept = default;
inline Dictionary& Dictionary::operator=(const Dictionary& other) = default;
inline Dictionary& Dictionary::operator=(Dictionary&& other) noexcept = default;
inline Dictionary::~Dictionary() = default;

inline const Value* Dictionary::find(std::string_view key) const {
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), key,
                                        [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; });
    return found != m_entries.end() && found->key == key ? &found->value : nullptr;
}

inline double Value::number() const {
    if (const std::int64_t* whole = integer())
        return static_cast<double>(*whole);
    const double* real = std::get_if<double>(&m_data);
    return real != nullptr ? *real : 0;
}

} // namespace exhibit::pdf::reader
