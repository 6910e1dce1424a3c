#pragma once
// The words of a case: what is asked, where it happened, who asks.

#include "core/Clock.h"
#include "core/Result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace exhibit {

/// What the person asks for. A case may have several; each has its own form and its own letter.
enum class Wish {
    Concern,       ///< a concern about an AI answer that shows personal data (the form that asks for prompts)
    Erasure,       ///< GDPR Art. 17
    Objection,     ///< GDPR Art. 21
    Rectification, ///< GDPR Art. 16
    Access,        ///< GDPR Art. 15
    Restriction,   ///< GDPR Art. 18
};

/// Where the conversation took place.
enum class Surface { MetaAi, WhatsApp, Instagram, Messenger, Facebook, MetaAiApp, Glasses, Other };

/// How a text came to the program. Typed by the person, read from page or clipboard, and read by OCR are three
/// different things; only `confirmed` says that the person looked at it.
enum class Origin { Typed, Clipboard, Page, Ocr, File, Screen, Program };

/// What an artifact is in its exhibit.
enum class Role {
    Prompt,
    Response,
    Screenshot,
    Turn, ///< a turn of the conversation before the prompt
    ConversationUrl,
    Account, ///< the account's handle, or "logged out"
    WindowTitle,
    AppTime,      ///< the time that the app showed beside the answer, as shown
    ModelLabel,   ///< the model's name, if shown
    PromptSource, ///< the address that the clipboard named as the prompt's source
    Attachment,   ///< another file
    Correspondence,
    Note, ///< the person's own words about the exhibit
};

/// Stable names, used in files and on the command line: "erasure", "meta.ai", "clipboard", "screenshot", ...
[[nodiscard]] std::string_view name(Wish wish);
[[nodiscard]] std::string_view name(Surface surface);
[[nodiscard]] std::string_view name(Origin origin);
[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] std::span<const Wish> allWishes();
[[nodiscard]] std::span<const Surface> allSurfaces();
[[nodiscard]] std::span<const Origin> allOrigins();
[[nodiscard]] std::span<const Role> allRoles();
/// InvalidArgument names the possible values.
[[nodiscard]] Result<Wish> wishFromName(std::string_view name);
[[nodiscard]] Result<Surface> surfaceFromName(std::string_view name);
[[nodiscard]] Result<Origin> originFromName(std::string_view name);
[[nodiscard]] Result<Role> roleFromName(std::string_view name);

/// A person and how to reach them. Everything but the name may be empty.
struct Person {
    std::string name;
    std::string email;
    std::string address; ///< may have several lines
    bool operator==(const Person&) const = default;
};

/// The form that the person used or means to use, as it stood then: a copy, since forms move.
struct FormUse {
    Wish wish = Wish::Concern; ///< what it is used for
    std::string id;            ///< its id in the form directory; empty for a link of the person's own
    std::string title;
    std::string url;
    std::string seen;        ///< date of the archived copy that the directory knows, ISO 8601
    std::string directory;   ///< version of the form directory
    bool overridden = false; ///< the person put in another link than the directory's
    bool operator==(const FormUse&) const = default;
};

/// A letter in the person's own words, in place of the one that the program writes.
struct OwnLetter {
    std::string kind;     ///< "concern", "erasure", ... (request::LetterKind)
    std::string language; ///< in which it is written
    std::string text;     ///< as request/LetterText.h reads it
    bool operator==(const OwnLetter&) const = default;
};

/// Everything about a case that isn't an exhibit. The person may correct it at any time; every change is logged.
struct CaseDetails {
    Person subject;        ///< the data subject (GDPR Art. 4(1)): whose data it is
    Person representative; ///< who acts for them (lawyer, parent); name empty if nobody does
    std::string country;   ///< residence of the data subject, ISO 3166-1 alpha-2
    Surface surface = Surface::MetaAi;
    std::vector<Wish> wishes;    ///< in the order of the enum, none twice
    std::string language = "en"; ///< of the letter and the dossier
    std::string reference;       ///< a lawyer's file number or the like
    std::vector<FormUse> forms;  ///< one a wish at most, in the order of the wishes
    /// Of an objection, in the person's own words: what about their situation speaks against the processing (GDPR
    /// Art. 21(1)). May be empty.
    std::string grounds;
    /// One a kind and language at most. They never stand in a manifest: what of them goes out is on the pages.
    std::vector<OwnLetter> letters;
    bool operator==(const CaseDetails&) const = default;
};

} // namespace exhibit
