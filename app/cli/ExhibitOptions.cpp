#include "cli/ExhibitOptions.h"

#include "cli/DetailsOptions.h"
#include "cli/Names.h"
#include "core/JsonReader.h"
#include "core/Text.h"
#include "media/HelperProcess.h"
#include "media/PictureIntake.h"
#include "pdf/image/ImageScan.h"
#include "request/FormUrl.h"

#include <algorithm>
#include <array>

namespace exhibit::cli {

void ExhibitOptions::declareTexts(Options& options) {
    options.group("The conversation, word for word");
    options.text("--prompt", "TEXT", m_prompt, "What was asked; \"-\" reads standard input.");
    options.file("--prompt-file", m_promptFile, "The same from a file, kept byte for byte.");
    options.text("--response", "TEXT", m_response, "What the AI answered; \"-\" reads standard input.");
    options.file("--response-file", m_responseFile, "The same from a file, kept byte for byte.");
    options.files("--turn-file", m_turnFiles, "A turn of the conversation before the prompt, in order.");
    options.choice("--conversation", m_conversation, {"fresh", "continued"},
                   "Whether the prompt was the first of its conversation.");
    options.flag("--checked", m_checked, "You compared the texts with the screen, and they are right.");
}

void ExhibitOptions::declareFiles(Options& options) {
    options.group("Pictures and files");
    options.files("--screenshot", m_screenshots, "A picture of the answer (PNG, JPEG, WebP, HEIC).");
    options.files("--attach", m_attachments, "Any other file, stored as it is.");
}

void ExhibitOptions::declareFacts(Options& options) {
    options.group("Where and when");
    options.choice("--surface", m_surface, surfaceNames(), "Where it took place, if not where the case says.");
    options.text("--url", "URL", m_url, "The conversation's address (https).");
    options.text("--app-time", "TEXT", m_appTime, "The time that the app showed beside the answer, as shown.");
    options.text("--account", "TEXT", m_account, "The account's handle, or \"logged out\".");
    options.text("--window-title", "TEXT", m_windowTitle, "The window's title.");
    options.text("--model", "TEXT", m_model, "The AI model's name, if it was shown.");
    options.text("--note", "TEXT", m_note, "Your own words about this exhibit.");
}

Result<> ExhibitOptions::collectTexts(Input& input, Capture& capture) const {
    EXHIBIT_ASSIGN(auto prompt, input.text(Role::Prompt, m_prompt, m_promptFile));
    EXHIBIT_ASSIGN(auto response, input.text(Role::Response, m_response, m_responseFile));
    std::vector<CapturedItem> texts;
    for (auto* text : {&prompt, &response})
        if (*text)
            texts.push_back(*std::move(*text));
    for (const std::string& path : m_turnFiles) {
        EXHIBIT_ASSIGN(auto turn, input.text(Role::Turn, std::nullopt, path));
        texts.push_back(*std::move(turn));
    }
    for (CapturedItem& text : texts) {
        text.confirmed = text.confirmed || m_checked;
        capture.items.push_back(std::move(text));
    }
    if (m_conversation) {
        EXHIBIT_ASSIGN(capture.conversation, conversationFromName(*m_conversation));
    }
    return {};
}

namespace {

Result<> addFact(Capture& capture, Role role, const std::optional<std::string>& value, const char* option) {
    if (!value)
        return {};
    if (value->empty())
        return fail(ErrorCode::InvalidArgument, std::string(option) + " is empty.");
    EXHIBIT_ASSIGN(CapturedItem item, textItem(role, *value, Origin::Typed, true));
    capture.items.push_back(std::move(item));
    return {};
}

/// The address is stored as it was given; the check only refuses what no conversation has.
Result<> checkAddress(const std::string& text, std::vector<std::string>& notes) {
    auto checked = request::checkFormUrl(text);
    if (!checked)
        return fail(ErrorCode::InvalidArgument, "--url: " + checked.error().message);
    if (checked->punycode)
        notes.push_back("The address' host is written \"" + checked->host +
                        "\" for the Internet: it has letters that may look like others. Is it the right one?");
    return {};
}

} // namespace

Result<> ExhibitOptions::collectFacts(Capture& capture, std::vector<std::string>& notes) const {
    if (m_surface) {
        EXHIBIT_ASSIGN(capture.surface, surfaceFromName(*m_surface));
    }
    if (m_url) {
        EXHIBIT_TRY(checkAddress(*m_url, notes));
    }
    EXHIBIT_TRY(addFact(capture, Role::ConversationUrl, m_url, "--url"));
    EXHIBIT_TRY(addFact(capture, Role::Account, m_account, "--account"));
    EXHIBIT_TRY(addFact(capture, Role::WindowTitle, m_windowTitle, "--window-title"));
    EXHIBIT_TRY(addFact(capture, Role::AppTime, m_appTime, "--app-time"));
    EXHIBIT_TRY(addFact(capture, Role::ModelLabel, m_model, "--model"));
    EXHIBIT_TRY(addFact(capture, Role::Note, m_note, "--note"));
    return {};
}

namespace {

std::string attachmentType(const ByteSource& source) {
    std::array<std::uint8_t, image::kHeadSize> head{};
    const auto got = source.read(0, head);
    if (!got)
        return "application/octet-stream"; // storing it reads it again and says what is wrong
    const ByteView start = ByteView(head).first(*got);
    if (const auto format = image::recognise(start))
        return std::string(image::mediaType(*format));
    return textOf(start).starts_with("%PDF-") ? "application/pdf" : "application/octet-stream";
}

} // namespace

Result<> ExhibitOptions::collectFiles(Context& context, Input& input, Capture& capture,
                                      std::vector<std::string>& notes) const {
    const media::HelperProcess helper(context.folder / "exhibit17-media");
    for (const std::string& path : m_screenshots) {
        CapturedItem item;
        item.role = Role::Screenshot;
        item.origin = Origin::File;
        item.fileName = jsonText(plainName(path));
        EXHIBIT_ASSIGN(item.bytes, input.file(path));
        EXHIBIT_TRY(media::takePicture(std::move(item), helper, capture.items, notes));
    }
    for (const std::string& path : m_attachments) {
        CapturedItem item;
        item.role = Role::Attachment;
        item.origin = Origin::File;
        item.fileName = jsonText(plainName(path));
        EXHIBIT_ASSIGN(item.bytes, input.file(path));
        if (item.bytes->size() == 0)
            return fail(ErrorCode::Malformed, "This file is empty; there is nothing to keep.", path);
        item.mediaType = attachmentType(*item.bytes);
        capture.items.push_back(std::move(item));
    }
    return {};
}

Result<> ExhibitOptions::collect(Context& context, Capture& capture, std::vector<std::string>& notes) const {
    Input input(context);
    EXHIBIT_TRY(collectTexts(input, capture));
    EXHIBIT_TRY(collectFiles(context, input, capture, notes));
    return collectFacts(capture, notes);
}

// ---- what add and capture do with it ------------------------------------------------------------------------------

Capture emptyCapture(const Context& context, std::string method, Surface surface) {
    Capture capture;
    capture.method = std::move(method);
    capture.surface = surface;
    capture.time = context.clock.read();
    capture.tool = toolName();
    capture.operatingSystem = operatingSystemName();
    return capture;
}

void noteWhatIsMissing(const Capture& capture, std::vector<std::string>& notes) {
    const auto has = [&](Role role) {
        return std::ranges::any_of(capture.items, [&](const CapturedItem& item) { return item.role == role; });
    };
    if (!has(Role::Prompt))
        notes.emplace_back("There is no prompt. Meta's form asks for \"any prompts you entered\" and sets requests "
                           "without them aside; add it with --prompt-file.");
    if (!has(Role::Response) && !has(Role::Screenshot) && !has(Role::Attachment))
        notes.emplace_back("There is nothing of the answer. Meta's form asks for \"evidence of the response\"; add "
                           "it with --screenshot or --response-file.");
    else if (!has(Role::Screenshot))
        notes.emplace_back("There is no screenshot. A picture of the answer is stronger evidence than its text "
                           "alone.");
}

namespace {

/// The beginning of a prompt or an answer, so that a wrong file or clipboard is noticed at once.
std::string beginning(const CapturedItem& item) {
    constexpr std::size_t kShown = 60;
    if (item.role != Role::Prompt && item.role != Role::Response)
        return {};
    std::array<std::uint8_t, 4 * kShown> start{};
    const auto got = item.bytes->read(0, start);
    return got ? ": \"" + excerpt(textOf(ByteView(start).first(*got)), kShown) + "\"" : std::string();
}

std::string itemLine(const CapturedItem& item) {
    std::string label(name(item.role));
    label.resize(std::max<std::size_t>(label.size(), 16), ' ');
    std::string line = "  " + label + "  " + std::to_string(item.bytes->size()) + " bytes";
    if (item.picture)
        line += ", " + std::to_string(item.picture->width) + " x " + std::to_string(item.picture->height) + " pixels";
    if (!item.operation.empty())
        line += ", made from the original: " + item.operation;
    if (!item.fileName.empty())
        line += ", " + item.fileName;
    return escapeForDisplay(line, EscapeStyle::Line) + beginning(item);
}

Json itemJson(const CapturedItem& item) {
    Json json{{"role", name(item.role)},     {"mediaType", item.mediaType},         {"origin", name(item.origin)},
              {"confirmed", item.confirmed}, {"fileName", jsonText(item.fileName)}, {"size", item.bytes->size()},
              {"operation", item.operation}, {"derived", item.parent.has_value()},  {"discloses", item.discloses}};
    if (item.picture)
        json["picture"] = toJson(*item.picture);
    return json;
}

} // namespace

Result<int> storeAndReport(Context& context, CaseFile& file, const Capture& capture,
                           const std::vector<std::string>& notes, bool asJson) {
    EXHIBIT_ASSIGN(const int number, file.addExhibit(capture, context.console.progress("Adding")));
    const std::string path = file.path().string();
    if (asJson) {
        Json items = Json::array();
        for (const CapturedItem& item : capture.items)
            items.push_back(itemJson(item));
        printJson(context.console,
                  Json{{"case", jsonText(path)}, {"exhibit", number}, {"items", std::move(items)}, {"notes", notes}});
        return kOk;
    }
    const std::string shown = escapeForDisplay(path, EscapeStyle::Line);
    context.console.printLine(
        context.console.styled("Exhibit " + std::to_string(number) + " was added to " + shown + ".", Style::Bold));
    for (const CapturedItem& item : capture.items)
        context.console.printLine(itemLine(item));
    for (const std::string& note : notes)
        context.console.warn(note);
    context.console.printLine("Next: add more, or make the dossier: exhibit17 export " + shown + " dossier.pdf");
    return kOk;
}

} // namespace exhibit::cli
