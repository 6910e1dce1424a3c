#include "cli/CaseAccess.h"
#include "cli/ExhibitOptions.h"

namespace exhibit::cli {

namespace {

class AddVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        m_exhibit.declareTexts(options);
        m_exhibit.declareFiles(options);
        m_exhibit.declareFacts(options);
        options.group("Output");
        declareJson(options);
        options.example("add my.exhibit17 --prompt-file prompt.txt --response-file answer.txt --screenshot a.png "
                        "--url https://www.meta.ai/c/123");
        options.example("add my.exhibit17 --prompt \"Who is Erika Muster?\" --screenshot a.png --screenshot b.jpg");
        options.example("add my.exhibit17 --prompt - --attach recording.mp4 < prompt.txt");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_path, Access::Write));
        EXHIBIT_ASSIGN(const CaseDetails details, file.details());
        Capture capture = emptyCapture(context, "import", details.surface);
        std::vector<std::string> notes;
        EXHIBIT_TRY(m_exhibit.collect(context, capture, notes));
        if (capture.items.empty())
            return fail(ErrorCode::InvalidArgument,
                        "There is nothing to add. An exhibit is made of the prompt (--prompt-file), the answer "
                        "(--response-file) and pictures of it (--screenshot).");
        noteWhatIsMissing(capture, notes);
        return storeAndReport(context, file, capture, notes, wantsJson());
    }

private:
    std::string m_path;
    ExhibitOptions m_exhibit;
};

} // namespace

std::unique_ptr<Verb> makeAdd() {
    return std::make_unique<AddVerb>();
}

} // namespace exhibit::cli
