// What was pasted and typed becomes a capture.

#include "desktop/model/ExhibitDraft.h"

#include <catch2/catch.hpp>

using namespace exhibit;
using namespace exhibit::desktop;

namespace {

const FixedClock kClock(Instant{1});

const CapturedItem* find(const Capture& capture, Role role) {
    for (const CapturedItem& item : capture.items)
        if (item.role == role)
            return &item;
    return nullptr;
}

std::string text(const Capture& capture, Role role) {
    const CapturedItem* const item = find(capture, role);
    return item == nullptr ? "(none)" : std::string(textOf(item->bytes->readAll(1000).value()));
}

} // namespace

TEST_CASE("a text that was pasted keeps its bytes, its origin and the page that it is from") {
    ExhibitDraft draft;
    draft.prompt = {"Who is Erika?\r\n\xc2\xa0", Origin::Clipboard, "https://www.meta.ai/c/1", true};
    draft.response = {"I don't know.", Origin::Typed, {}, false};
    const auto capture = draft.capture(kClock);
    REQUIRE(capture);
    CHECK(text(*capture, Role::Prompt) == "Who is Erika?\r\n\xc2\xa0");
    CHECK(find(*capture, Role::Prompt)->origin == Origin::Clipboard);
    CHECK_FALSE(find(*capture, Role::Prompt)->confirmed);
    CHECK(find(*capture, Role::Response)->confirmed); // who typed it looked at it
    CHECK(text(*capture, Role::PromptSource) == "https://www.meta.ai/c/1");
    CHECK(text(*capture, Role::ConversationUrl) == "https://www.meta.ai/c/1");
    draft.checked = true;
    CHECK(find(*draft.capture(kClock), Role::Prompt)->confirmed);
}

TEST_CASE("an answer that a machine read is kept as such, once it was compared") {
    ExhibitDraft draft;
    draft.response = {"He lives in Lindau.", Origin::Ocr, {}, false};
    CHECK(draft.mustBeCompared());
    CHECK(draft.capture(kClock).error().code == ErrorCode::InvalidArgument);
    draft.checked = true;
    const auto capture = draft.capture(kClock);
    REQUIRE(capture);
    CHECK(find(*capture, Role::Response)->origin == Origin::Ocr);
    CHECK(find(*capture, Role::Response)->confirmed);
}

TEST_CASE("an address that the person gives goes before the clipboard's") {
    ExhibitDraft draft;
    draft.prompt = {"Who?", Origin::Clipboard, "https://www.meta.ai/", true};
    draft.address = "https://www.meta.ai/c/2";
    CHECK(text(*draft.capture(kClock), Role::ConversationUrl) == "https://www.meta.ai/c/2");
    draft.address = "javascript:alert(1)";
    CHECK_FALSE(draft.capture(kClock));
}

TEST_CASE("several pictures keep what was derived from each") {
    const auto item = [](std::optional<std::size_t> parent) {
        CapturedItem made;
        made.role = Role::Screenshot;
        made.bytes = std::make_shared<MemorySource>(std::string_view("x"));
        made.parent = parent;
        return made;
    };
    ExhibitDraft draft;
    draft.prompt.text = "Who?";
    draft.pictures = {{item(std::nullopt), item(0)}, {item(std::nullopt), item(0)}};
    const auto capture = draft.capture(kClock);
    REQUIRE(capture);
    REQUIRE(capture->items.size() == 5);
    CHECK(capture->items[2].parent == 1);
    CHECK(capture->items[4].parent == 3);
}

TEST_CASE("nothing isn't saved, and neither is what no chat can contain") {
    ExhibitDraft draft;
    draft.note = "only a note";
    CHECK(draft.capture(kClock).error().code == ErrorCode::InvalidArgument);
    draft.prompt.text = std::string("a\0b", 3);
    CHECK_FALSE(draft.capture(kClock));
}

TEST_CASE("a capture of the screen keeps its own time") {
    ExhibitDraft draft;
    draft.prompt.text = "Who?";
    CHECK(draft.capture(kClock)->time.utc == Instant{1});
    draft.time = FixedClock(Instant{7}).read();
    draft.method = "window";
    CHECK(draft.capture(kClock)->time.utc == Instant{7});
    CHECK(draft.capture(kClock)->method == "window");
}
