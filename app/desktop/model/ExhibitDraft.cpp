#include "desktop/model/ExhibitDraft.h"

#include "media/Stitch.h"
#include "request/FormUrl.h"

#include <algorithm>

namespace exhibit::desktop {

namespace {

Result<> addText(Capture& capture, Role role, const std::string& text, Origin origin, bool confirmed) {
    if (text.empty())
        return {};
    EXHIBIT_ASSIGN(CapturedItem item, textItem(role, text, origin, confirmed));
    capture.items.push_back(std::move(item));
    return {};
}

bool isOriginal(const CapturedItem& item) {
    return item.role == Role::Screenshot && !item.parent;
}

/// What was typed is what its writer means.
bool isConfirmed(const DraftText& text, bool checked) {
    return checked || text.origin == Origin::Typed;
}

/// The numbers of the pictures that a long one was put together from, behind its operation: "stitch:2-5". A derived
/// artifact names one parent by its commitment; the others are named by their places in the exhibit.
std::string namedParts(const CapturedItem& whole, const std::vector<CapturedItem>& items, std::ptrdiff_t before) {
    const auto parts = std::ranges::count_if(items, isOriginal);
    return whole.operation + ":" + std::to_string(before + 1) + "-" + std::to_string(before + parts);
}

void addPicture(Capture& capture, const std::vector<CapturedItem>& items) {
    const std::size_t first = capture.items.size();
    const auto before = std::ranges::count_if(capture.items, isOriginal);
    for (CapturedItem item : items) {
        if (item.operation == media::kStitchOperation)
            item.operation = namedParts(item, items, before);
        if (item.parent)
            item.parent = *item.parent + first;
        capture.items.push_back(std::move(item));
    }
}

} // namespace

bool ExhibitDraft::isEmpty() const {
    return prompt.text.empty() && response.text.empty() && pictures.empty();
}

ExhibitDraft ExhibitDraft::since(const ExhibitDraft& earlier) const {
    ExhibitDraft later;
    for (const auto text : {&ExhibitDraft::prompt, &ExhibitDraft::response})
        if ((this->*text).text != (earlier.*text).text)
            later.*text = this->*text;
    for (const auto field : {&ExhibitDraft::address, &ExhibitDraft::appTime, &ExhibitDraft::model,
                             &ExhibitDraft::account, &ExhibitDraft::note})
        if (this->*field != earlier.*field)
            later.*field = this->*field;
    if (conversation != earlier.conversation)
        later.conversation = conversation;
    std::ranges::copy_if(pictures, std::back_inserter(later.pictures), [&](const auto& picture) {
        return std::ranges::none_of(earlier.pictures,
                                    [&](const auto& other) { return other.front().bytes == picture.front().bytes; });
    });
    return later;
}

bool ExhibitDraft::mustBeCompared() const {
    return response.origin == Origin::Ocr && !response.text.empty() && !checked;
}

Result<Capture> ExhibitDraft::capture(const Clock& clock) const {
    if (isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    "There is nothing to save yet: paste your prompt, and add a picture of the answer.");
    if (mustBeCompared())
        return fail(ErrorCode::InvalidArgument,
                    "The answer was read from the picture by a machine. Compare it with the "
                    "picture, correct it and say that you did, or clear it: the picture "
                    "is enough.");
    if (!address.empty()) {
        EXHIBIT_TRY(request::checkFormUrl(address));
    }
    Capture capture;
    capture.method = method;
    capture.conversation = conversation;
    capture.time = time.value_or(clock.read());
    capture.tool = toolName();
    capture.operatingSystem = operatingSystemName();
    EXHIBIT_TRY(addText(capture, Role::Prompt, prompt.text, prompt.origin, isConfirmed(prompt, checked)));
    EXHIBIT_TRY(addText(capture, Role::Response, response.text, response.origin, isConfirmed(response, checked)));
    for (const auto& picture : pictures)
        addPicture(capture, picture);
    EXHIBIT_TRY(addText(capture, Role::PromptSource, prompt.source, Origin::Clipboard, false));
    if (address.empty() && prompt.isPage) {
        EXHIBIT_TRY(addText(capture, Role::ConversationUrl, prompt.source, Origin::Clipboard, false));
    }
    EXHIBIT_TRY(addText(capture, Role::ConversationUrl, address, Origin::Typed, true));
    EXHIBIT_TRY(addText(capture, Role::AppTime, appTime, Origin::Typed, true));
    EXHIBIT_TRY(addText(capture, Role::ModelLabel, model, Origin::Typed, true));
    EXHIBIT_TRY(addText(capture, Role::Account, account, Origin::Typed, true));
    EXHIBIT_TRY(addText(capture, Role::WindowTitle, windowTitle, Origin::Screen, false));
    EXHIBIT_TRY(addText(capture, Role::Note, note, Origin::Typed, true));
    return capture;
}

} // namespace exhibit::desktop
