// What a machine reads in the pictures of a new exhibit: whether the prompt is in them, and the answer to begin with.

#include "desktop/AddPage.h"

#include "desktop/ExactTextEdit.h"
#include "desktop/Message.h"
#include "desktop/PictureList.h"
#include "desktop/PictureWindow.h"
#include "desktop/PromptMatch.h"
#include "desktop/Wording.h"
#include "desktop/model/PictureWords.h"
#include "ocr/TextReader.h"

#include <QCheckBox>
#include <QPushButton>
#include <algorithm>
#include <array>

namespace exhibit::desktop {

namespace {

/// Whoever types isn't disturbed by every letter.
constexpr int kQuietTime = 600; // ms

/// For languages other than the library's own.
[[maybe_unused]] constexpr std::array kReadingSentences{
    QT_TRANSLATE_NOOP("Sentence", "The answer was read from the picture by a machine. Compare it with the picture, "
                                  "correct it and say that you did, or clear it: the picture is enough."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is too wide for its words to be read."),
};

} // namespace

void AddPage::connectReading() {
    m_words = new PictureWords;
    m_words->setParent(this);
    connect(m_words, &PictureWords::progressed, this, &AddPage::showReading);
    connect(m_words, &PictureWords::finished, this, &AddPage::readingEnded);
    connect(m_read, &QPushButton::clicked, this, &AddPage::readAnswer);
    connect(m_look, &QPushButton::clicked, this, [this] { showPictures(); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { showPictures(m_list->row(item)); });
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(kQuietTime);
    connect(&m_readTimer, &QTimer::timeout, this, &AddPage::readSoon);
    connect(this, &AddPage::changed, this, &AddPage::followChange);
}

std::vector<SharedSource> AddPage::readablePictures() const {
    std::vector<SharedSource> pictures;
    for (const TakenPicture& picture : m_list->pictures())
        if (SharedSource source = readablePicture(picture.items))
            pictures.push_back(std::move(source));
    return pictures;
}

AddPage::Comparison AddPage::compared() const {
    Comparison now{prompt(), response(), {}};
    for (const TakenPicture& picture : m_list->pictures())
        for (const CapturedItem& item : picture.items)
            now.pictures.push_back(item.bytes);
    return now;
}

bool AddPage::isComparedStill() const {
    const Comparison now = compared();
    return now.prompt == m_ticked.prompt && now.response == m_ticked.response &&
           std::ranges::all_of(m_ticked.pictures, [&](const SharedSource& picture) {
               return std::ranges::find(now.pictures, picture) != now.pictures.end();
           });
}

void AddPage::followChange() {
    if (m_checked->isChecked() && !isComparedStill())
        m_checked->setChecked(false);
    const bool isRead = m_response->value().origin == Origin::Ocr;
    m_checked->setText(isRead ? tr("I co&mpared both with the picture") : tr("I co&mpared both with the screen"));
    m_look->setVisible(isRead && m_list->count() > 0);
    if (m_list->count() == 0)
        m_answerWanted = false;
    if (!m_answerWanted)
        nameReading(tr("Read &it from the picture"));
    // What isn't true any more isn't shown any longer.
    if (prompt() != m_compared || !m_words->wants(readablePictures()))
        m_match->clear();
    m_comparing.drop();
    m_readTimer.start();
}

void AddPage::readSoon() {
    if (m_answerWanted || !prompt().empty() || m_list->count() == 0)
        m_words->want(readablePictures());
}

void AddPage::readingEnded() {
    const auto pictures = m_words->all();
    if (m_answerWanted && !pictures) {
        stopReading();
        const Error& problem = m_words->problem().value();
        if (problem.code != ErrorCode::Unsupported)
            return message().showProblem(
                tr("The words couldn't be read; nothing here was changed. %1").arg(Wording::problem(problem)));
        return message().showNote(
            tr("To read words in pictures, this computer needs the packages %1. Install them and press the button "
               "again. You can paste the answer instead, and the picture alone is enough.")
                .arg(QString::fromUtf8(ocr::kPackages.data(), static_cast<qsizetype>(ocr::kPackages.size()))));
    }
    if (!pictures || pictures->empty()) {
        stopReading();
        return m_match->clear();
    }
    if (m_answerWanted)
        m_work.start([pictures, prompt = prompt()](const Progress&) { return answerIn(*pictures, prompt); },
                     [this, exhibit = m_exhibit](const std::string& text) {
                         if (exhibit != m_exhibit || !m_answerWanted)
                             return; // it isn't wanted any more
                         stopReading();
                         takeReadAnswer(text);
                     });
    if (!prompt().empty())
        compareSoon();
}

void AddPage::stopReading() {
    m_answerWanted = false;
    nameReading(tr("Read &it from the picture"));
}

void AddPage::compareSoon() {
    m_comparing.start(
        [pictures = m_words->all(), prompt = prompt()](const Progress&) { return checkPrompt(prompt, *pictures); },
        [this, prompt = prompt()](const ocr::PromptCheck& check) {
            m_compared = prompt;
            m_match->show(check);
        });
}

void AddPage::readAnswer() {
    if (m_answerWanted) {
        m_answerWanted = false;
        m_words->want({});
        return followChange();
    }
    if (readablePictures().empty())
        return message().showNote(tr("First take a picture of the answer: its words are read from it."));
    m_answerWanted = true;
    message().hide();
    showReading(0);
    m_words->retry();
    m_words->want(readablePictures());
}

void AddPage::showReading(int done) {
    if (m_answerWanted)
        nameReading(tr("Stop read&ing (%1 %)").arg(done / 10));
}

void AddPage::nameReading(const QString& text) {
    if (text == m_read->text())
        return;
    m_read->setText(text);
    emit readingNamed(text);
}

void AddPage::takeReadAnswer(const std::string& text) {
    if (text.empty())
        return message().showNote(tr("No words were found in the picture; nothing here was changed."));
    addStep(tr("the answer that was read"), [this, before = m_response->value(), checked = m_checked->isChecked()] {
        m_response->setValue(before);
        m_checked->setChecked(checked);
    });
    m_checked->setChecked(false);
    m_response->setValue({text, Origin::Ocr, {}, false});
    message().showNote(
        tr("A machine read this answer and may be wrong. Compare it with the picture, correct it, remove "
           "what doesn't belong to it, and then tick that you compared it."));
    emit changed();
    keepAtOnce();
    m_response->setFocus();
}

QString AddPage::readingName() const {
    return m_read->text();
}

bool AddPage::mustCompare() const {
    return draft().mustBeCompared();
}

void AddPage::showPictures(int first) {
    std::vector<SharedSource> pictures = readablePictures();
    if (pictures.empty())
        return;
    if (m_pictures == nullptr)
        m_pictures = new PictureWindow(this);
    m_pictures->show(std::move(pictures), first);
}

} // namespace exhibit::desktop
