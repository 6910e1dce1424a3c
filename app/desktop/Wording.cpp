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

} // namespace exhibit::desktop
