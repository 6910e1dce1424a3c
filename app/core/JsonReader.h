#pragma once
// Strict access to the members of a JSON object from a stranger. Every error names its place as a JSON pointer
// (RFC 6901), and nothing is taken for granted: type, range, presence and unknown members are checked.

#include "core/Artifact.h"
#include "core/Json.h"

#include <initializer_list>
#include <limits>
#include <type_traits>
#include <vector>

namespace exhibit {

/// Numbers of exhibits stay below this.
inline constexpr std::int64_t kMaxExhibitNumber = 1'000'000'000;

/// A view of one JSON object; the value must outlive it.
class JsonReader {
public:
    static Result<JsonReader> open(const Json& value, std::string pointer = "");

    [[nodiscard]] bool has(const char* name) const { return m_value->contains(name); }
    /// Malformed if there is a member of another name.
    [[nodiscard]] Result<> only(std::initializer_list<std::string_view> names) const;
    /// Malformed unless the member is exactly this string: schema and version names. Another version is Unsupported.
    [[nodiscard]] Result<> literal(const char* name, std::string_view expected) const;
    [[nodiscard]] Result<std::string> string(const char* name) const;
    [[nodiscard]] Result<std::vector<std::string>> strings(const char* name) const;
    [[nodiscard]] Result<bool> boolean(const char* name) const;
    [[nodiscard]] Result<std::int64_t> integer(const char* name, std::int64_t smallest, std::int64_t largest) const;
    /// A decimal string, as integers beyond 2^53 are written.
    [[nodiscard]] Result<std::int64_t> longInteger(const char* name) const;
    [[nodiscard]] Result<JsonReader> object(const char* name) const;
    /// An array of objects.
    [[nodiscard]] Result<std::vector<JsonReader>> array(const char* name) const;
    [[nodiscard]] const Json& value() const { return *m_value; }
    [[nodiscard]] std::string place(const char* name) const { return m_pointer + "/" + name; }

    /// A string member through a function that reads it, such as Digest::fromHex.
    template <class Function>
    [[nodiscard]] auto converted(const char* name, Function&& function) const
        -> std::invoke_result_t<Function, std::string_view> {
        EXHIBIT_ASSIGN(const std::string text, string(name));
        auto result = function(std::string_view(text));
        if (!result)
            return fail(ErrorCode::Malformed, result.error().message, place(name));
        return result;
    }

private:
    JsonReader(const Json& value, std::string pointer) : m_value(&value), m_pointer(std::move(pointer)) {}
    [[nodiscard]] Result<const Json*> member(const char* name) const;

    const Json* m_value;
    std::string m_pointer;
};

// The pieces that several of our JSON files share.
[[nodiscard]] Json toJson(const PictureFacts& picture);
[[nodiscard]] Result<PictureFacts> readPictureFacts(const JsonReader& in);
[[nodiscard]] Json toJson(const TimeReading& time);
[[nodiscard]] Result<TimeReading> readTimeReading(const JsonReader& in);
[[nodiscard]] Json toJson(const Person& person);
[[nodiscard]] Result<Person> readPerson(const JsonReader& in);
[[nodiscard]] Json toJson(const FormUse& form);
[[nodiscard]] Result<FormUse> readFormUse(const JsonReader& in);
[[nodiscard]] Json toJson(const CaseDetails& details);
[[nodiscard]] Result<CaseDetails> readCaseDetails(const JsonReader& in);

} // namespace exhibit
