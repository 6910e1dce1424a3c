#include "desktop/Wording.h"

#include "core/Text.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>

namespace exhibit::desktop {

QString Wording::language() {
    //: The ISO 639-1 code of the language of this translation.
    return tr("en");
}

QString Wording::line(std::string_view text) {
    return QString::fromStdString(escapeForDisplay(text, EscapeStyle::Line));
}

QString Wording::block(std::string_view text) {
    return QString::fromStdString(escapeForDisplay(text, EscapeStyle::Block));
}

QString Wording::languageName(const QString& code) {
    // Qt says "American English" for what is meant for every country.
    return QLocale(code).nativeLanguageName().section(QLatin1Char(' '), -1);
}

QString Wording::dateTime(Instant instant) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(instant.seconds()), QLocale::ShortFormat);
}

QString Wording::wish(Wish wish) {
    switch (wish) {
    case Wish::Concern:
        return tr("Report the answer");
    case Wish::Erasure:
        return tr("Deletion");
    case Wish::Objection:
        return tr("Objection");
    case Wish::Rectification:
        return tr("Correction");
    case Wish::Access:
        return tr("Access");
    case Wish::Restriction:
        return tr("Restriction");
    }
    return {};
}

QString Wording::wishSentence(Wish wish) {
    switch (wish) {
    case Wish::Concern:
        return tr("Meta is to review AI answers that show my data. Its form for this asks for your prompts.");
    case Wish::Erasure:
        return tr("My data are to be deleted.");
    case Wish::Objection:
        return tr("My data are no longer to be used to develop and improve AI.");
    case Wish::Rectification:
        return tr("What is wrong about me is to be corrected.");
    case Wish::Access:
        return tr("I want to know what is stored about me, where it came from and who received it.");
    case Wish::Restriction:
        return tr("My data are not to be used until my request is decided.");
    }
    return {};
}

QString Wording::wishes(const std::vector<Wish>& wishes) {
    QStringList names;
    for (const Wish one : wishes)
        names.append(wish(one));
    return names.join(tr(", ", "between the items of a list"));
}

QString Wording::surface(Surface surface) {
    switch (surface) {
    case Surface::MetaAi:
        return tr("meta.ai (website)");
    case Surface::WhatsApp:
        return QStringLiteral("WhatsApp");
    case Surface::Instagram:
        return QStringLiteral("Instagram");
    case Surface::Messenger:
        return QStringLiteral("Messenger");
    case Surface::Facebook:
        return QStringLiteral("Facebook");
    case Surface::MetaAiApp:
        return tr("Meta AI app");
    case Surface::Glasses:
        return tr("AI glasses");
    case Surface::Other:
        return tr("another service");
    }
    return {};
}

QString Wording::role(Role role) {
    switch (role) {
    case Role::Prompt:
        return tr("Prompt");
    case Role::Response:
        return tr("Answer");
    case Role::Screenshot:
        return tr("Picture");
    case Role::Turn:
        return tr("Earlier turn");
    case Role::ConversationUrl:
        return tr("Address of the conversation");
    case Role::Account:
        return tr("Account");
    case Role::WindowTitle:
        return tr("Title of the window");
    case Role::AppTime:
        return tr("Time shown by the app");
    case Role::ModelLabel:
        return tr("AI model");
    case Role::PromptSource:
        return tr("Prompt copied from");
    case Role::Attachment:
        return tr("Attachment");
    case Role::Correspondence:
        return tr("Correspondence");
    case Role::Note:
        return tr("Note");
    }
    return {};
}

QString Wording::origin(Origin origin) {
    switch (origin) {
    case Origin::Typed:
        return tr("typed");
    case Origin::Clipboard:
        return tr("copied");
    case Origin::Page:
        return tr("read from the page");
    case Origin::Ocr:
        return tr("read from the picture");
    case Origin::File:
        return tr("from a file");
    case Origin::Screen:
        return tr("from the screen");
    case Origin::Program:
        return tr("made by this program");
    }
    return {};
}

QString Wording::method(std::string_view method) {
    if (method == "screen")
        return tr("picture of the screen");
    if (method == "window")
        return tr("picture of a window");
    if (method == "region")
        return tr("picture of a part of the screen");
    if (method == "portal")
        return tr("picture that was chosen in the desktop's dialog");
    if (method == "clipboard")
        return tr("copied picture");
    if (method == "import")
        return tr("files and texts added by hand");
    return line(method);
}

QString Wording::event(const CustodyEntry& entry) {
    struct Known {
        const char* event;
        const char* sentence;
    };
    static constexpr std::array kKnown{
        Known{"case-created", QT_TRANSLATE_NOOP("Wording", "The case was made.")},
        Known{"artifact-added", QT_TRANSLATE_NOOP("Wording", "A text or picture was stored with its SHA-256.")},
        Known{"artifact-derived", QT_TRANSLATE_NOOP("Wording", "A redacted copy was made; the original stayed.")},
        Known{"artifact-discarded", QT_TRANSLATE_NOOP("Wording", "A redacted copy was replaced.")},
        Known{"exhibit-added", QT_TRANSLATE_NOOP("Wording", "The exhibit was complete.")},
        Known{"exhibit-withdrawn",
              QT_TRANSLATE_NOOP("Wording", "The exhibit was withdrawn, and its content destroyed.")},
        Known{"details-changed", QT_TRANSLATE_NOOP("Wording", "Details of the case were changed.")},
        Known{"mark-added", QT_TRANSLATE_NOOP("Wording", "A mark was set.")},
        Known{"mark-removed", QT_TRANSLATE_NOOP("Wording", "A mark was removed.")},
        Known{"redaction-added", QT_TRANSLATE_NOOP("Wording", "Something was blacked out.")},
        Known{"redaction-removed", QT_TRANSLATE_NOOP("Wording", "A redaction was taken back.")},
        Known{"exported", QT_TRANSLATE_NOOP("Wording", "A dossier with it was made.")},
        Known{"sent", QT_TRANSLATE_NOOP("Wording", "You noted that a dossier was sent.")},
    };
    const auto* const known =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& one) { return entry.event == one.event; });
    return known == kKnown.end() ? line(entry.event) : tr(known->sentence);
}

QString Wording::waits(const CaseSummary& summary) {
    switch (summary.waits) {
    case Waits::Exhibit:
        return tr("Needs the first exhibit: your prompt and the answer");
    case Waits::Picture:
        return tr("Needs a picture of the answer");
    case Waits::Dossier:
        return tr("Ready for the dossier");
    case Waits::Sending:
        return tr("The dossier is made: send it");
    case Waits::Answer:
        return tr("Sent on %1: wait for the answer").arg(dateTime(summary.changedAt));
    }
    return {};
}

namespace {

/// For languages into which the libraries' own sentences aren't translated: the kind of failure, by its code.
const char* kindOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return QT_TRANSLATE_NOOP("Wording", "Something in what was entered can't be used.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("Wording", "The file isn't there any more. Was it moved or renamed?");
    case ErrorCode::AlreadyExists:
        return QT_TRANSLATE_NOOP("Wording", "There is a file of this name already. Choose another name.");
    case ErrorCode::PermissionDenied:
        return QT_TRANSLATE_NOOP("Wording",
                                 "You may not read or write this file. Choose another folder, or ask whoever "
                                 "looks after this computer.");
    case ErrorCode::Io:
        return QT_TRANSLATE_NOOP("Wording", "The disk reported an error. Try again, or use another disk.");
    case ErrorCode::NoSpace:
        return QT_TRANSLATE_NOOP("Wording", "The disk is full. Make room and try again.");
    case ErrorCode::Busy:
        return QT_TRANSLATE_NOOP("Wording", "Another program is using this case. Close it there and try again.");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("Wording", "This program can't do that with this file or on this system.");
    case ErrorCode::Malformed:
        return QT_TRANSLATE_NOOP("Wording", "The file is damaged, or not what its name says.");
    case ErrorCode::LimitExceeded:
        return QT_TRANSLATE_NOOP("Wording", "This is too large.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("Wording", "The case isn't as this program wrote it. Work with a backup of it.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Wording", "Stopped.");
    case ErrorCode::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP("Wording", "This should not happen: the program has a defect.");
}

/// The libraries' own sentences that people meet most. What isn't listed here stays English.
[[maybe_unused]] constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("Sentence", "Whose data is it about? The letter needs a name."),
    QT_TRANSLATE_NOOP("Sentence", "This isn't an e-mail address."),
    QT_TRANSLATE_NOOP("Sentence", "Who acts for this person? The letter needs a name."),
    QT_TRANSLATE_NOOP("Sentence", "Where does the person live? The country decides which form applies."),
    QT_TRANSLATE_NOOP("Sentence", "What do you want? Choose at least one."),
    QT_TRANSLATE_NOOP("Sentence", "There is nothing to save yet: paste your prompt, and add a picture of the answer."),
    QT_TRANSLATE_NOOP("Sentence",
                      "Consistent in itself, but without trusted time: every file, text and picture in this "
                      "dossier agrees with all the others, yet anyone could have built it anew at any time. "
                      "It doesn't show when it was made or by whom."),
    QT_TRANSLATE_NOOP("Sentence", "Intact: everything in this dossier agrees, and trusted time shows since when it "
                                  "hasn't been changed."),
    QT_TRANSLATE_NOOP("Sentence", "Changed: something in this dossier is not what the dossier itself says it is. Don't "
                                  "rely on it."),
    QT_TRANSLATE_NOOP("Sentence",
                      "Undecided: something in this dossier could not be checked, so that nothing is proven "
                      "about it."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This is not a dossier of this program, so that there is nothing to check it against."),
    QT_TRANSLATE_NOOP("Sentence", "There is no trusted time stamp: all times are those of the recording computer."),
    QT_TRANSLATE_NOOP("Sentence", "There is no signature: nothing shows who made this."),
};

} // namespace

QString Wording::sentence(const std::string& english) {
    return QCoreApplication::translate("Sentence", english.c_str());
}

QString Wording::problem(const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        return tr(kindOf(error.code));
    const QString english = QString::fromStdString(error.message);
    const QString sentence = Wording::sentence(error.message);
    const QString shown = line(sentence.toStdString());
    if (sentence != english || language() == QStringLiteral("en"))
        return shown;
    //: A kind of problem, and the exact words, which exist in English alone.
    return tr("%1 (In English: %2)").arg(tr(kindOf(error.code)), shown);
}

QString Wording::finding(const Finding& finding) {
    const QString message = line(sentence(finding.message).toStdString());
    return finding.object.empty() ? message : tr("%1 (%2)").arg(message, line(finding.object));
}

} // namespace exhibit::desktop
