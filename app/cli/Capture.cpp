#include "cli/CaseAccess.h"
#include "cli/Child.h"
#include "cli/DetailsOptions.h"
#include "cli/ExhibitOptions.h"
#include "core/UnnamedFile.h"
#include "media/HelperProcess.h"
#include "media/PictureIntake.h"

namespace exhibit::cli {

namespace {

class CaptureVerb final : public Verb {
public:
    void declare(Options& options) override {
        options.argument("CASE", m_path, "The case file.");
        options.group("What to take");
        options.flag("--screen", m_screen, "The whole screen (this is the default).");
        options.text("--window", "TITLE", m_window, "The topmost window with these words in its title.");
        options.text("--region", "X,Y,W,H", m_region, "A part of the screen, in pixels.");
        options.text("--monitor", "NAME", m_monitor, "Only this monitor, such as HDMI-1.");
        options.text("--delay", "SECONDS", m_delay, "Wait before taking it, so that you can bring it to the front.");
        options.flag("--prompt-from-clipboard", m_promptFromClipboard,
                     "The prompt is in the clipboard (the default if no prompt is given).");
        options.flag("--response-from-clipboard", m_responseFromClipboard,
                     "The answer is in the clipboard; the prompt comes from --prompt or --prompt-file.");
        m_exhibit.declareTexts(options);
        m_exhibit.declareFiles(options);
        m_exhibit.declareFacts(options);
        options.group("Output");
        declareJson(options);
        options.example("capture my.exhibit17 --window \"Meta AI\" --delay 3");
        options.example("capture my.exhibit17 --region 0,80,1280,900 --response-file answer.txt");
    }

    Result<int> run(Context& context) override {
        EXHIBIT_TRY(checkOptions());
        // What it says to the person goes to standard error as it is.
        const std::filesystem::path program = context.folder / "exhibit17-capture";
        std::error_code ignored;
        if (!std::filesystem::exists(program, ignored)) {
            const Error error{ErrorCode::Unsupported,
                              "The part that takes screenshots isn't installed: it belongs beside exhibit17. A picture "
                              "that you took yourself goes in with: exhibit17 add CASE --screenshot FILE",
                              program.string()};
            return showError(context.console, *this, error, kUnavailable);
        }
        EXHIBIT_ASSIGN(const UnnamedFile output, UnnamedFile::open());
        // It loads its libraries while the case is opened, and is stopped if that fails.
        EXHIBIT_ASSIGN(Child child,
                       Child::start(program.string(), captureArguments(), {.output = output.descriptor()}));
        EXHIBIT_ASSIGN(CaseFile file, openCase(context, m_path, Access::Write));
        EXHIBIT_ASSIGN(const CaseDetails details, file.details());
        EXHIBIT_ASSIGN(const int status, child.wait());
        if (status != 0)
            return showError(context.console, *this,
                             {ErrorCode::Io, "Nothing was captured, and the case is as it was."},
                             status >= kUsage && status < 128 ? status : kIo);
        EXHIBIT_ASSIGN(const SharedSource bundle, output.source());
        EXHIBIT_ASSIGN(Capture taken, readBundle(bundle));
        taken.surface = details.surface;
        std::vector<std::string> notes;
        EXHIBIT_ASSIGN(const Capture capture, gated(context, taken, notes));
        noteWhatIsMissing(capture, notes);
        return storeAndReport(context, file, capture, notes, wantsJson());
    }

private:
    [[nodiscard]] Result<> checkOptions() const {
        const int places = (m_screen ? 1 : 0) + (m_window ? 1 : 0) + (m_region ? 1 : 0);
        if (places > 1)
            return fail(ErrorCode::InvalidArgument, "Say one of --screen, --window and --region.");
        if (m_promptFromClipboard && (m_exhibit.namesPrompt() || m_responseFromClipboard))
            return fail(ErrorCode::InvalidArgument,
                        "The clipboard holds one text: say once where the prompt comes from.");
        if (m_responseFromClipboard && m_exhibit.namesResponse())
            return fail(ErrorCode::InvalidArgument, "Say once where the answer comes from.");
        return {};
    }

    [[nodiscard]] std::vector<std::string> captureArguments() const {
        std::vector<std::string> words{m_window ? "window" : m_region ? "region" : "screen"};
        if (m_window)
            words.insert(words.end(), {"--window-title", *m_window});
        if (m_region)
            words.insert(words.end(), {"--region", *m_region});
        if (m_monitor)
            words.insert(words.end(), {"--monitor", *m_monitor});
        if (m_delay)
            words.insert(words.end(), {"--delay", *m_delay});
        if (m_responseFromClipboard)
            words.emplace_back("--clipboard-response");
        else if (m_promptFromClipboard || !m_exhibit.namesPrompt())
            words.emplace_back("--clipboard-prompt");
        return words;
    }

    /// The bundle's pictures through the gate, and what the command line adds.
    [[nodiscard]] Result<Capture> gated(Context& context, const Capture& taken, std::vector<std::string>& notes) const {
        Capture capture = taken;
        capture.items.clear();
        const media::HelperProcess helper(context.folder / "exhibit17-media");
        for (CapturedItem item : taken.items) {
            if (item.role != Role::Screenshot) {
                capture.items.push_back(std::move(item));
                continue;
            }
            EXHIBIT_TRY(media::takePicture(std::move(item), helper, capture.items, notes));
        }
        EXHIBIT_TRY(m_exhibit.collect(context, capture, notes));
        return capture;
    }

    std::string m_path;
    bool m_screen = false;
    bool m_promptFromClipboard = false;
    bool m_responseFromClipboard = false;
    std::optional<std::string> m_window, m_region, m_monitor, m_delay;
    ExhibitOptions m_exhibit;
};

} // namespace

std::unique_ptr<Verb> makeCapture() {
    return std::make_unique<CaptureVerb>();
}

} // namespace exhibit::cli
