// What Wording says when something went wrong. The libraries' own sentences are English.

#include "desktop/SentencePatterns.h"
#include "desktop/Wording.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace exhibit::desktop {

namespace {

/// What went wrong and what to do, by the kind of failure alone.
const char* kindOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return QT_TRANSLATE_NOOP("Wording", "Something in what was entered can't be used. Change it and try again.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("Wording", "The file isn't there any more. Was it moved or renamed?");
    case ErrorCode::AlreadyExists:
        return QT_TRANSLATE_NOOP("Wording", "There is a file of this name already. Choose another name.");
    case ErrorCode::PermissionDenied:
        return QT_TRANSLATE_NOOP(
            "Wording",
            "You may not read or write this file. Choose another folder, or ask whoever looks after this computer.");
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
        return QT_TRANSLATE_NOOP("Wording", "This is too large. Use something smaller, or a part of it.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("Wording", "The case isn't as this program wrote it. Work with a backup of it.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Wording", "Stopped.");
    case ErrorCode::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP("Wording", "This should not happen: the program has a defect. Please report it.");
}

/// What findings whose code begins with a word are about.
struct Area {
    std::string_view word;
    const char* sentence;
};
constexpr std::array kAreas{
    Area{"attachment",
         QT_TRANSLATE_NOOP("Wording", "An attached file isn't what the dossier says about it, or can't be checked.")},
    Area{"artifact",
         QT_TRANSLATE_NOOP("Wording",
                           "The bytes of a text or picture aren't those that were recorded, or can't be checked.")},
    Area{"custody", QT_TRANSLATE_NOOP("Wording", "The log of what was done isn't whole, or contradicts itself.")},
    Area{"commitment",
         QT_TRANSLATE_NOOP("Wording", "A value that was fixed when it was recorded isn't the same any more.")},
    Area{"exhibit", QT_TRANSLATE_NOOP("Wording", "What is said about an exhibit contradicts itself.")},
    Area{"record", QT_TRANSLATE_NOOP("Wording", "The record of a capture isn't the one that was made then.")},
    Area{"manifest",
         QT_TRANSLATE_NOOP("Wording", "The dossier's list of its content isn't whole, or contradicts itself.")},
    Area{"summary", QT_TRANSLATE_NOOP("Wording", "The summary doesn't say what the dossier holds.")},
    Area{"sums", QT_TRANSLATE_NOOP("Wording", "The list of the fingerprints isn't whole, or contradicts the files.")},
    Area{"integrity", QT_TRANSLATE_NOOP("Wording", "The dossier's own fingerprint is missing or doesn't match.")},
    Area{"text", QT_TRANSLATE_NOOP("Wording", "A text on the pages isn't the one that is attached.")},
    Area{"picture", QT_TRANSLATE_NOOP("Wording", "A picture on the pages isn't the one that is attached.")},
    Area{"reduced", QT_TRANSLATE_NOOP("Wording", "A picture on the pages isn't the one that is attached.")},
    Area{"redaction", QT_TRANSLATE_NOOP("Wording", "Something about what was blacked out isn't as it should be.")},
    Area{"mark", QT_TRANSLATE_NOOP("Wording", "What is marked isn't what the log recorded.")},
    Area{"hidden", QT_TRANSLATE_NOOP("Wording", "There is something on the pages that nobody can see.")},
    Area{"invisible", QT_TRANSLATE_NOOP("Wording", "There is something on the pages that nobody can see.")},
    Area{"page", QT_TRANSLATE_NOOP("Wording", "A page isn't made as this program makes pages.")},
};
constexpr const char* kElsewhere =
    QT_TRANSLATE_NOOP("Wording", "The file isn't built as this program builds dossiers, or can't be checked.");

const char* areaOf(std::string_view code) {
    const auto* const area =
        std::find_if(kAreas.begin(), kAreas.end(), [&](const Area& one) { return code.starts_with(one.word); });
    return area == kAreas.end() ? kElsewhere : area->sentence;
}

/// The libraries' own sentences that people meet most; ScreenTaker has those about pictures of the screen. For the
/// others the kind of failure must do.
[[maybe_unused]] constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("Sentence", "Whose data is it about? The letter needs a name."),
    QT_TRANSLATE_NOOP("Sentence", "This isn't an e-mail address."),
    QT_TRANSLATE_NOOP("Sentence", "Who acts for this person? The letter needs a name."),
    QT_TRANSLATE_NOOP("Sentence", "Where does the person live? The country decides which form applies."),
    QT_TRANSLATE_NOOP("Sentence", "What do you want? Choose at least one."),
    QT_TRANSLATE_NOOP("Sentence", "There is nothing to save yet: paste your prompt, and add a picture of the answer."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "Consistent in itself, but without trusted time: every file, text and picture in this dossier agrees with all "
        "the others, yet anyone could have built it anew at any time. It doesn't show when it was made or by whom."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "Intact: everything in this dossier agrees, and trusted time shows since when it hasn't been changed."),
    QT_TRANSLATE_NOOP(
        "Sentence", "Changed: something in this dossier is not what the dossier itself says it is. Don't rely on it."),
    QT_TRANSLATE_NOOP("Sentence",
                      "Undecided: something in this dossier could not be checked, so that nothing is proven about it."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This is not a dossier of this program, so that there is nothing to check it against."),
    QT_TRANSLATE_NOOP("Sentence", "There is no trusted time stamp: all times are those of the recording computer."),
    QT_TRANSLATE_NOOP("Sentence", "There is no signature: nothing shows who made this."),
    QT_TRANSLATE_NOOP("Sentence", "Parts were redacted before this dossier was made. It says where and why, and names "
                                  "the originals by their commitments."),
    QT_TRANSLATE_NOOP("Sentence", "The end of the file is missing: it was cut off or damaged."),
    QT_TRANSLATE_NOOP("Sentence", "The file became shorter while it was read."),
    QT_TRANSLATE_NOOP("Sentence", "This names a folder; a file name is needed."),
    QT_TRANSLATE_NOOP("Sentence", "There is already something of this name. Choose another name."),
    QT_TRANSLATE_NOOP("Sentence", "What has this name is not a regular file and is left alone. Choose another name."),
    QT_TRANSLATE_NOOP("Sentence", "The case was opened for reading only."),
    QT_TRANSLATE_NOOP("Sentence", "This file isn't an Exhibit 17 case."),
    QT_TRANSLATE_NOOP("Sentence", "Other people can read this case, and it belongs to another user, so that this can't "
                                  "be changed. Copy it to a folder of your own."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This case was written by a newer version of Exhibit 17. Install the newest version to open it."),
    QT_TRANSLATE_NOOP("Sentence", "Another program has changed how this case is stored."),
    QT_TRANSLATE_NOOP("Sentence", "The tables in this file aren't those of an Exhibit 17 case: it was damaged, or "
                                  "another program has changed it."),
    QT_TRANSLATE_NOOP("Sentence", "There is no such file."),
    QT_TRANSLATE_NOOP("Sentence", "This name is a link to another file. Use the case's own name to change it."),
    QT_TRANSLATE_NOOP("Sentence", "The letter needs the name of the person whose data it is."),
    QT_TRANSLATE_NOOP("Sentence", "This letter rests on the GDPR and is only for people who live in the European "
                                  "Economic Area. Set the country of residence, or send the concern letter."),
    QT_TRANSLATE_NOOP("Sentence", "No addressee is known for this service and country. Set the country of residence "
                                  "(--country). To a company other than Meta write the letter yourself; the dossier "
                                  "goes with it."),
    QT_TRANSLATE_NOOP("Sentence", "An exhibit needs at least one text, picture or file."),
    QT_TRANSLATE_NOOP("Sentence", "The case has as many exhibits as it can have. Make a new case."),
    QT_TRANSLATE_NOOP("Sentence", "Something else was done in the case at the same time. Try again."),
    QT_TRANSLATE_NOOP("Sentence", "This exhibit was withdrawn."),
    QT_TRANSLATE_NOOP("Sentence",
                      "A part of this exhibit is missing: it was withdrawn in the meantime, or the case is damaged."),
    QT_TRANSLATE_NOOP("Sentence", "A part of this exhibit is damaged."),
    QT_TRANSLATE_NOOP("Sentence", "This exhibit was withdrawn before."),
    QT_TRANSLATE_NOOP("Sentence", "The file can't be overwritten; it was not deleted."),
    QT_TRANSLATE_NOOP(
        "Sentence", "The case file is damaged. Go back to a copy of it, or check it to see which exhibits are whole."),
    QT_TRANSLATE_NOOP("Sentence", "Another program is using this case. Close it or try again in a moment."),
    QT_TRANSLATE_NOOP("Sentence", "The disk is full. The case is as it was before; make room and try again."),
    QT_TRANSLATE_NOOP("Sentence",
                      "The case can only be read: the file or its folder is protected against writing. Copy "
                      "it to a folder of your own and open the copy."),
    QT_TRANSLATE_NOOP("Sentence", "The log of this case doesn't name this dossier: it was made from another case, or "
                                  "the log couldn't be written then."),
    QT_TRANSLATE_NOOP("Sentence", "The case's log doesn't say that this dossier was sent."),
    QT_TRANSLATE_NOOP("Sentence", "The case can't be opened. Check that you may read and write in its folder."),
    QT_TRANSLATE_NOOP("Sentence", "The disk reported an error while the case was read or written. The case is as it "
                                  "was before; check the disk and try again."),
    QT_TRANSLATE_NOOP("Sentence", "There is not enough memory for this."),
    QT_TRANSLATE_NOOP("Sentence", "Every pixel of the picture has the same colour: it shows nothing. Take it again."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is empty: its file has no bytes."),
    QT_TRANSLATE_NOOP("Sentence", "This is not a PNG, JPEG, WebP or HEIC picture, whatever its name says."),
    QT_TRANSLATE_NOOP("Sentence", "The picture's file is too large."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is too large for its kind."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is too large once it is decoded."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is damaged: its data can't be unpacked."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is damaged or cut off: its data can't be unpacked."),
    QT_TRANSLATE_NOOP("Sentence", "The picture can't be read: its decoder gave up on it."),
    QT_TRANSLATE_NOOP("Sentence", "The picture can't be read: decoding it takes too long."),
    QT_TRANSLATE_NOOP("Sentence", "There isn't enough memory for the picture."),
    QT_TRANSLATE_NOOP("Sentence", "The picture is too large for this computer's memory."),
    QT_TRANSLATE_NOOP("Sentence", "The window is minimised. Open it and capture again."),
    QT_TRANSLATE_NOOP("Sentence", "The window was closed before it could be captured."),
    QT_TRANSLATE_NOOP("Sentence", "The window could not be brought up. Open it and capture again."),
    QT_TRANSLATE_NOOP("Sentence", "The monitor was disconnected before it could be captured."),
    QT_TRANSLATE_NOOP("Sentence", "The display doesn't answer, or doesn't let this program in. Run this in a terminal "
                                  "on the desktop that shows the chat, as the same user."),
    QT_TRANSLATE_NOOP("Sentence", "The dossier was changed while it was read."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This desktop doesn't let a program hear keys while you are in another window. Click the button instead."),
    QT_TRANSLATE_NOOP("Sentence", "The keyboard has no such key. Click the button instead."),
    QT_TRANSLATE_NOOP("Sentence", "Another program uses this key already. Click the button instead."),
};

bool isEnglish() {
    return Wording::language() == QStringLiteral("en");
}

} // namespace

QString Wording::sentence(const std::string& english) {
    const QString said = QCoreApplication::translate("Sentence", english.c_str());
    return said == QString::fromStdString(english) ? sentenceByPattern(said) : said;
}

QString Wording::problem(const Error& error) {
    // The system's own words, in whatever language it has.
    if (error.message.ends_with(": " + std::string(std::strerror(EROFS)) + "."))
        return tr("Nothing can be written there: this disk, stick or folder is protected against writing. Choose "
                  "another place, or take the protection off and try again.");
    const QString sentence = Wording::sentence(error.message);
    const bool isKnown = isEnglish() || sentence != QString::fromStdString(error.message);
    return isKnown ? line(sentence.toStdString()) : tr(kindOf(error.code));
}

QString Wording::finding(const Finding& finding) {
    const QString sentence = Wording::sentence(finding.message);
    const bool isKnown = isEnglish() || sentence != QString::fromStdString(finding.message);
    const QString message = isKnown ? line(sentence.toStdString()) : tr(areaOf(finding.code));
    return finding.object.empty() ? message : tr("%1 (%2)").arg(message, line(finding.object));
}

} // namespace exhibit::desktop
