#include "cli/Input.h"
#include "cli/MarkupOptions.h"
#include "core/Text.h"
#include "dossier/Notes.h"

namespace exhibit::cli {

namespace {

class NoteVerb final : public Verb {
public:
    void declare(Options& options) override {
        m_target.declareTarget(options, "The exhibit's number; may be left out with --list.");
        options.text("--text", "TEXT", m_text, "The note; \"-\" reads it from standard input.");
        options.text("--file", "FILE", m_file, "A text file with the note.");
        options.group("Notes there are");
        options.flag("--list", m_list, "List those that were written after the capture.");
        options.text("--remove", "NOTE", m_remove, "Destroy the note of this number.");
        declareJson(options);
        options.example("note my.exhibit17 1 --text \"I asked again two days later and got the same answer.\"");
        options.example("note my.exhibit17 --list");
    }

    Result<int> run(Context& context) override {
        if (m_list)
            return list(context);
        EXHIBIT_ASSIGN(const int exhibit, m_target.exhibit());
        if (m_remove)
            return remove(context, exhibit);
        Input input(context);
        EXHIBIT_ASSIGN(const std::optional<CapturedItem> note, input.text(Role::Note, m_text, m_file));
        if (!note)
            return fail(ErrorCode::InvalidArgument, "Write the note: --text TEXT or --file FILE.");
        EXHIBIT_ASSIGN(const Bytes bytes, note->bytes->readAll(kLargestText));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_target.path(), Access::Write));
        EXHIBIT_ASSIGN(const int number, dossier::addNote(file, exhibit, textOf(bytes)));
        if (wantsJson())
            printJson(context.console, Json{{"exhibit", exhibit}, {"note", number}});
        else
            context.console.printLine("Note " + std::to_string(number) + " of exhibit " + std::to_string(exhibit) +
                                      ": the dossier shows it, and that it was written after the capture.");
        return kOk;
    }

private:
    Result<int> remove(Context& context, int exhibit) const {
        EXHIBIT_ASSIGN(const int number, markupNumber(*m_remove));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_target.path(), Access::Write));
        EXHIBIT_TRY(dossier::removeNote(file, exhibit, number));
        if (wantsJson())
            printJson(context.console, Json{{"exhibit", exhibit}, {"removed", number}});
        else
            context.console.printLine("Note " + std::to_string(number) + " of exhibit " + std::to_string(exhibit) +
                                      " was destroyed; the log keeps that there was one.");
        return kOk;
    }

    Result<int> list(Context& context) const {
        EXHIBIT_ASSIGN(const CaseFile file, openCase(context, m_target.path(), Access::Read));
        EXHIBIT_ASSIGN(const std::vector<int> exhibits, m_target.exhibits(file));
        Json all = Json::array();
        for (const int exhibit : exhibits) {
            EXHIBIT_ASSIGN(const auto notes, dossier::laterNotes(file, exhibit));
            for (const dossier::LaterNote& note : notes) {
                EXHIBIT_ASSIGN(const SharedSource source, file.bytes(note.artifact));
                EXHIBIT_ASSIGN(const Bytes bytes, source->readAll(kLargestText));
                all.push_back(Json{{"exhibit", exhibit},
                                   {"note", note.number},
                                   {"writtenAt", note.writtenAt.iso()},
                                   {"text", jsonText(textOf(bytes))}});
                if (!wantsJson())
                    context.console.printLine("exhibit " + std::to_string(exhibit) + ", note " +
                                              std::to_string(note.number) + ", " + note.writtenAt.iso() + ": " +
                                              escapeForDisplay(textOf(bytes), EscapeStyle::Line));
            }
        }
        if (wantsJson())
            printJson(context.console, Json{{"notes", std::move(all)}});
        else if (all.empty())
            context.console.printLine("No note was written after a capture.");
        return kOk;
    }

    MarkupOptions m_target;
    std::optional<std::string> m_text, m_file, m_remove;
    bool m_list = false;
};

} // namespace

std::unique_ptr<Verb> makeNote() {
    return std::make_unique<NoteVerb>();
}

} // namespace exhibit::cli
