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
    //: How Qt is to write a date and a time: https://doc.qt.io/qt-6/qdatetime.html#toString
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(instant.seconds()), tr("d MMM yyyy, HH:mm"));
}

QString Wording::size(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString Wording::wish(Wish wish) {
    switch (wish) {
    case Wish::Concern:
        return tr("Concern about an AI answer");
    case Wish::Erasure:
        return tr("Erasure");
    case Wish::Objection:
        return tr("Objection");
    case Wish::Rectification:
        return tr("Rectification");
    case Wish::Access:
        return tr("Access");
    case Wish::Restriction:
        return tr("Restriction of processing");
    }
    return {};
}

QString Wording::wishSentence(Wish wish, Surface surface) {
    switch (wish) {
    case Wish::Concern:
        if (surface == Surface::Other)
            return tr("The company is to review AI answers that show my data.");
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

QString Wording::itemName(Role role, int number) {
    const QString name = Wording::role(role);
    return role == Role::Screenshot || number > 1 ? tr("%1 %2", "picture 2").arg(name).arg(number) : name;
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
    if (method == "several")
        return tr("pictures taken in several ways");
    if (method == "clipboard")
        return tr("copied picture");
    if (method == "import")
        return tr("files and texts added by hand");
    return line(method);
}

namespace {

struct Known {
    std::string_view name;
    const char* words;
};

/// The words for a name that the libraries use; itself if it isn't known.
template <std::size_t N>
QString wordsFor(std::string_view name, const std::array<Known, N>& all) {
    const auto known = std::find_if(all.begin(), all.end(), [&](const Known& one) { return one.name == name; });
    return known == all.end() ? Wording::line(name) : Wording::tr(known->words);
}

} // namespace

QString Wording::category(std::string_view category) {
    static constexpr std::array kKnown{
        Known{"name", QT_TRANSLATE_NOOP("Wording", "Name")},
        Known{"birth", QT_TRANSLATE_NOOP("Wording", "Date or place of birth")},
        Known{"address", QT_TRANSLATE_NOOP("Wording", "Address")},
        Known{"location", QT_TRANSLATE_NOOP("Wording", "Whereabouts")},
        Known{"phone", QT_TRANSLATE_NOOP("Wording", "Phone number")},
        Known{"email", QT_TRANSLATE_NOOP("Wording", "E-mail address")},
        Known{"account", QT_TRANSLATE_NOOP("Wording", "Account or user name")},
        Known{"employer", QT_TRANSLATE_NOOP("Wording", "Employer or profession")},
        Known{"education", QT_TRANSLATE_NOOP("Wording", "Education")},
        Known{"family", QT_TRANSLATE_NOOP("Wording", "Family and relationships")},
        Known{"finance", QT_TRANSLATE_NOOP("Wording", "Finances")},
        Known{"health", QT_TRANSLATE_NOOP("Wording", "Health")},
        Known{"photo", QT_TRANSLATE_NOOP("Wording", "Picture of the person")},
        Known{"character", QT_TRANSLATE_NOOP("Wording", "Character or behaviour")},
        Known{"offence", QT_TRANSLATE_NOOP("Wording", "Offences or convictions")},
        Known{"other", QT_TRANSLATE_NOOP("Wording", "Other personal data")},
    };
    return wordsFor(category, kKnown);
}

QString Wording::special(std::string_view special) {
    static constexpr std::array kKnown{
        Known{"", QT_TRANSLATE_NOOP("Wording", "no")},
        Known{"origin", QT_TRANSLATE_NOOP("Wording", "Racial or ethnic origin")},
        Known{"politics", QT_TRANSLATE_NOOP("Wording", "Political opinions")},
        Known{"religion", QT_TRANSLATE_NOOP("Wording", "Religious or philosophical beliefs")},
        Known{"union", QT_TRANSLATE_NOOP("Wording", "Trade union membership")},
        Known{"genetic", QT_TRANSLATE_NOOP("Wording", "Genetic data")},
        Known{"biometric", QT_TRANSLATE_NOOP("Wording", "Biometric data")},
        Known{"health", QT_TRANSLATE_NOOP("Wording", "Data concerning health")},
        Known{"sex-life", QT_TRANSLATE_NOOP("Wording", "Sex life or sexual orientation")},
        Known{"offence", QT_TRANSLATE_NOOP("Wording", "Criminal convictions and offences")},
    };
    return wordsFor(special, kKnown);
}

QString Wording::truth(Truth truth) {
    switch (truth) {
    case Truth::True:
        return tr("right");
    case Truth::False:
        return tr("wrong");
    case Truth::Unknown:
        break;
    }
    return tr("not sure");
}

QString Wording::shortened(std::string_view text) {
    constexpr int kLongest = 60;
    std::string flat(text); // a line's end isn't worth an escape here
    std::ranges::replace_if(
        flat, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    const QString whole = line(flat).simplified();
    return whole.size() <= kLongest ? whole : whole.left(kLongest - 1) + QStringLiteral("…");
}

QString Wording::event(const Happening& happening) {
    const CustodyEntry& entry = happening.entry;
    const QString number = QString::number(happening.number);
    const bool isRedacted = happening.artifact && happening.artifact->operation == kRedactOperation;
    if (entry.event == "artifact-added" && happening.artifact)
        return tr("Stored, and its fingerprint written down: %1.")
            .arg(itemName(happening.artifact->role, happening.number));
    if (entry.event == "artifact-derived" && happening.artifact)
        return (isRedacted ? tr("A covered copy was made: %1. The original stayed.")
                           : tr("A copy for dossiers was made: %1. The original stayed."))
            .arg(itemName(happening.artifact->role, happening.number));
    if (entry.event == "mark-added")
        return tr("Mark %1 was set.").arg(number);
    if (entry.event == "mark-removed")
        return tr("Mark %1 was taken away.").arg(number);
    static constexpr std::array kKnown{
        Known{"case-created", QT_TRANSLATE_NOOP("Wording", "The case was made.")},
        Known{"artifact-added", QT_TRANSLATE_NOOP("Wording", "A text or picture was stored.")},
        Known{"artifact-derived", QT_TRANSLATE_NOOP("Wording", "A covered copy was made; the original stayed.")},
        Known{"artifact-discarded", QT_TRANSLATE_NOOP("Wording", "A covered copy was replaced; the original stayed.")},
        Known{"exhibit-added", QT_TRANSLATE_NOOP("Wording", "The exhibit was complete.")},
        Known{"exhibit-withdrawn",
              QT_TRANSLATE_NOOP("Wording", "The exhibit was withdrawn, and its content destroyed.")},
        Known{"details-changed", QT_TRANSLATE_NOOP("Wording", "Details of the case were changed.")},
        Known{"note-added", QT_TRANSLATE_NOOP("Wording", "A note was written.")},
        Known{"note-removed", QT_TRANSLATE_NOOP("Wording", "A note was removed.")},
        Known{"redaction-added", QT_TRANSLATE_NOOP("Wording", "Something was covered.")},
        Known{"redaction-removed", QT_TRANSLATE_NOOP("Wording", "A cover was taken away.")},
        Known{"exported", QT_TRANSLATE_NOOP("Wording", "A dossier with this exhibit was made.")},
        Known{"sent", QT_TRANSLATE_NOOP("Wording", "You noted that a dossier was sent.")},
        Known{"sent-withdrawn", QT_TRANSLATE_NOOP("Wording", "You noted that it wasn't sent after all.")},
    };
    return wordsFor(entry.event, kKnown);
}

QString Wording::repeated(const PromptGroup& group) {
    const int count = static_cast<int>(group.runs.size());
    const int same = group.sameAnswers();
    const QString asked = tr("Asked %n time(s)", nullptr, count);
    if (same == 0)
        return asked;
    if (same == count)
        return tr("%1, the same answer each time").arg(asked);
    if (same > 1)
        return tr("%1, the same answer %2").arg(asked, tr("%n time(s)", "how often", same));
    return group.hasAllAnswers() ? tr("%1, another answer each time").arg(asked) : asked;
}

namespace {

QString stateOf(const CaseSummary& summary) {
    const QString sentAt = summary.sentAt ? Wording::dateTime(*summary.sentAt) : QString();
    if (summary.sentAt && summary.changedSinceDossier)
        return Wording::tr("Sent on %1; changed since the dossier was made").arg(sentAt);
    switch (summary.waits) {
    case Waits::Exhibit:
        return Wording::tr("Needs the first exhibit: your prompt and the answer");
    case Waits::Picture:
        return Wording::tr("Needs a picture of the answer");
    case Waits::Dossier:
        return summary.madeAt ? Wording::tr("Changed since the dossier was made")
                              : Wording::tr("Ready for the dossier");
    case Waits::Sending:
        return summary.sentAt
                   ? Wording::tr("The new dossier is made: send it; an earlier one was sent on %1").arg(sentAt)
                   : Wording::tr("The dossier is made: send it");
    case Waits::Answer:
        return Wording::tr("Sent on %1: wait for the answer").arg(sentAt);
    }
    return {};
}

} // namespace

QString Wording::waits(const CaseSummary& summary) {
    QStringList parts;
    if (summary.hasUnsavedExhibit)
        parts << tr("An exhibit isn't saved yet");
    if (!summary.hasUnsavedExhibit || summary.exhibits > 0 || summary.sentAt)
        parts << stateOf(summary);
    return parts.join(QStringLiteral(" · "));
}

} // namespace exhibit::desktop
