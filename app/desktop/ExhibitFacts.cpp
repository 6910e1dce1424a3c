#include "desktop/ExhibitFacts.h"

#include "desktop/Wording.h"

#include <QDateTime>
#include <QLocale>

namespace exhibit::desktop {

namespace {

QString row(const QString& left, const QString& right) {
    return QStringLiteral("<tr><td style='padding-right:1em'><b>%1</b></td><td>%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString heading(const QString& text) {
    return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString& text) {
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString captureRows(const ExhibitView& view) {
    const CaptureRecord& record = view.record;
    QString rows = row(ExhibitFacts::tr("Taken"), Wording::dateTime(record.time.utc));
    rows +=
        row(ExhibitFacts::tr("Clock"),
            record.time.synchronised ? ExhibitFacts::tr("synchronised with a time service")
                                     : ExhibitFacts::tr("not synchronised: the time is what this computer believed"));
    rows += row(ExhibitFacts::tr("Where"), Wording::surface(record.surface));
    rows += row(ExhibitFacts::tr("How"), Wording::method(record.method));
    if (record.conversation == Conversation::Fresh)
        rows += row(ExhibitFacts::tr("Conversation"), ExhibitFacts::tr("fresh: the prompt was its first"));
    if (record.conversation == Conversation::Continued)
        rows += row(ExhibitFacts::tr("Conversation"), ExhibitFacts::tr("continued: something was said before"));
    for (const ShownText& text : view.texts)
        if (text.artifact.role != Role::Prompt && text.artifact.role != Role::Response &&
            text.artifact.role != Role::Note)
            rows += row(Wording::itemName(text.artifact.role, text.artifact.ordinal), Wording::line(text.text));
    return rows;
}

QString checkSentence(const ArtifactCheck& check) {
    const QString name = Wording::itemName(check.artifact.role, check.number);
    if (!check.unchanged)
        return ExhibitFacts::tr("✗ %1 isn't what was stored. Don't rely on it, and look for a backup of this case.")
            .arg(name);
    return ExhibitFacts::tr("✓ %1 has not changed since %2.", "what was stored, and when")
        .arg(name, Wording::dateTime(check.since));
}

QString checkHtml(const std::vector<ArtifactCheck>& checks) {
    QString html = heading(ExhibitFacts::tr("Is it still what was stored?"));
    if (checks.empty())
        return html + paragraph(ExhibitFacts::tr("This is being compared…"));
    QString lines;
    for (const ArtifactCheck& check : checks)
        lines += (lines.isEmpty() ? QString() : QStringLiteral("<br>")) + checkSentence(check).toHtmlEscaped();
    html += QStringLiteral("<p>%1</p>").arg(lines);
    for (const ArtifactCheck& check : checks)
        if (check.artifact.discloses)
            html += paragraph(ExhibitFacts::tr("%1 holds data about the place or the device where it was made. "
                                               "Dossiers get a copy without them.")
                                  .arg(Wording::itemName(check.artifact.role, check.number)));
    return html;
}

QString fingerprints(const std::vector<ArtifactCheck>& checks) {
    QString rows;
    for (const ArtifactCheck& check : checks) {
        const Artifact& artifact = check.artifact;
        QString about = ExhibitFacts::tr("%1, %2", "size, and where from")
                            .arg(Wording::size(artifact.size), Wording::origin(artifact.origin));
        if (!artifact.fileName.empty())
            about += QStringLiteral(", ") + Wording::line(artifact.fileName);
        rows += row(Wording::itemName(artifact.role, check.number), about);
        rows += QStringLiteral("<tr><td></td><td><code>%1</code></td></tr>")
                    .arg(QString::fromStdString(artifact.digest.hex()));
    }
    if (rows.isEmpty())
        return rows;
    return heading(ExhibitFacts::tr("Fingerprints")) +
           paragraph(ExhibitFacts::tr(
               "The fingerprint (SHA-256) of a file is the same as long as no bit of it changes. It was written down "
               "the moment that the file came in, so that anyone can check later that what you show is what you "
               "saved then.")) +
           QStringLiteral("<table>%1</table>").arg(rows);
}

QDateTime localTime(Instant instant) {
    return QDateTime::fromSecsSinceEpoch(instant.seconds());
}

} // namespace

QString ExhibitFacts::facts(const ExhibitView& view, const std::vector<ArtifactCheck>& checks) {
    return heading(tr("How it was captured")) +
           QStringLiteral("<table>%1</table>").arg(captureRows(view)) + checkHtml(checks) + fingerprints(checks);
}

QString ExhibitFacts::timeline(const ExhibitView& view) {
    QString html;
    QString rows;
    QDate day;
    const auto endDay = [&] {
        if (!rows.isEmpty())
            html +=
                heading(QLocale().toString(day, QLocale::LongFormat)) + QStringLiteral("<table>%1</table>").arg(rows);
        rows.clear();
    };
    for (const Happening& happening : view.history) {
        const QDateTime at = localTime(happening.entry.at);
        if (at.date() != day)
            endDay();
        day = at.date();
        rows += row(at.toString(QStringLiteral("HH:mm:ss")), Wording::event(happening));
    }
    endDay();
    return html + paragraph(tr("Each entry holds the fingerprint of the one before, so that none can be taken out or "
                               "changed unnoticed."));
}

} // namespace exhibit::desktop
