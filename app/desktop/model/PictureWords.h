#pragma once
// Reads the words in pictures beside the windows, one picture after the other, and remembers what it read.

#include "core/Capture.h"
#include "desktop/model/Work.h"
#include "ocr/PromptCheck.h"

#include <map>
#include <optional>

namespace exhibit::desktop {

/// What was read in each of several pictures, each in several ways.
using ReadPictures = std::vector<std::vector<ocr::Reading>>;

/// The PNG or JPEG of a picture that is looked at, of its frames and what was derived from them.
[[nodiscard]] SharedSource readablePicture(const std::vector<CapturedItem>& items);

/// Whether a prompt stands in one of the pictures.
[[nodiscard]] ocr::PromptCheck checkPrompt(const std::string& prompt, const ReadPictures& pictures);
/// What stands below the prompt, in the picture that has it and those after it; everything if none has it.
[[nodiscard]] std::string answerIn(const ReadPictures& pictures, const std::string& prompt);

class PictureWords final : public QObject {
    Q_OBJECT

public:
    /// What is being read and isn't among them is stopped, what is missing is read. Those that couldn't be read are
    /// tried again only by retry().
    void want(std::vector<SharedSource> pictures);
    void retry();
    [[nodiscard]] bool wants(const std::vector<SharedSource>& pictures) const { return pictures == m_wanted; }
    /// Nothing until all that is wanted is read.
    [[nodiscard]] std::shared_ptr<const ReadPictures> all() const;
    /// Why it isn't read.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

signals:
    /// In thousandths of all that is wanted.
    void progressed(int done);
    /// all() or problem() has an answer.
    void finished();

private:
    void readNext();
    void take(const Result<std::vector<ocr::Reading>>& readings);

    std::vector<SharedSource> m_wanted;
    std::map<SharedSource, std::vector<ocr::Reading>> m_read;
    SharedSource m_current; ///< that is being read
    std::optional<Error> m_problem;
    Work m_work;
};

} // namespace exhibit::desktop
