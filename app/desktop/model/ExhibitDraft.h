#pragma once
// An exhibit before it is saved: what the person pasted, typed and dropped so far.

#include "core/Capture.h"

namespace exhibit::desktop {

struct DraftText {
    std::string text; ///< the exact bytes
    Origin origin = Origin::Typed;
    std::string source;  ///< the address that the clipboard named; may be empty
    bool isPage = false; ///< `source` is the conversation and not only its site
};

struct ExhibitDraft {
    std::string method = "import";
    Conversation conversation = Conversation::Unknown;
    std::optional<TimeReading> time; ///< of the capture; without it, that of the saving
    DraftText prompt;
    DraftText response;
    bool checked = false; ///< the person compared the texts with the screen
    /// Each the original and what was derived from it, as Desk::takePicture answers them.
    std::vector<std::vector<CapturedItem>> pictures;
    std::string address; ///< of the conversation; empty: that of the prompt's source, if it is a page
    std::string appTime;
    std::string model;
    std::string account;
    std::string windowTitle;
    std::string note;

    [[nodiscard]] bool isEmpty() const;
    /// What was entered since this draft was `earlier`: nothing in place of what is the same in both.
    [[nodiscard]] ExhibitDraft since(const ExhibitDraft& earlier) const;
    /// The answer was read by a machine, and the person didn't compare it.
    [[nodiscard]] bool mustBeCompared() const;
    /// The capture to store. InvalidArgument if there is nothing in it, for a text that no chat can contain, and as
    /// mustBeCompared().
    [[nodiscard]] Result<Capture> capture(const Clock& clock) const;
};

} // namespace exhibit::desktop
