#pragma once
// The options about an exhibit that "add" and "capture" share, and what becomes of them.

#include "cli/Input.h"
#include "cli/Options.h"
#include "core/Capture.h"
#include "store/CaseFile.h"

namespace exhibit::cli {

class ExhibitOptions {
public:
    void declareTexts(Options& options);
    void declareFiles(Options& options);
    void declareFacts(Options& options);

    [[nodiscard]] bool namesPrompt() const { return m_prompt || m_promptFile; }
    [[nodiscard]] bool namesResponse() const { return m_response || m_responseFile; }

    /// Reads everything that was named and adds it to the capture. Notes are sentences for the person.
    [[nodiscard]] Result<> collect(Context& context, Capture& capture, std::vector<std::string>& notes) const;

private:
    [[nodiscard]] Result<> collectTexts(Input& input, Capture& capture) const;
    [[nodiscard]] Result<> collectFacts(Capture& capture, std::vector<std::string>& notes) const;
    [[nodiscard]] Result<> collectFiles(Context& context, Input& input, Capture& capture,
                                        std::vector<std::string>& notes) const;

    std::optional<std::string> m_prompt, m_promptFile, m_response, m_responseFile;
    std::vector<std::string> m_turnFiles, m_screenshots, m_attachments;
    std::optional<std::string> m_surface, m_url, m_appTime, m_account, m_windowTitle, m_model, m_conversation, m_note;
    bool m_checked = false;
};

/// What Meta's form asks for and the capture doesn't have.
void noteWhatIsMissing(const Capture& capture, std::vector<std::string>& notes);

/// Adds the capture to the case and reports its number and the next step.
[[nodiscard]] Result<int> storeAndReport(Context& context, CaseFile& file, const Capture& capture,
                                         const std::vector<std::string>& notes, bool asJson);

/// A capture of this moment on this computer, with nothing in it yet.
[[nodiscard]] Capture emptyCapture(const Context& context, std::string method, Surface surface);

} // namespace exhibit::cli
