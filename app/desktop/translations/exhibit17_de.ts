<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ExhibitFacts</name>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>synchronised with a time service</source>
        <translation>mit einem Zeitdienst abgeglichen</translation>
    </message>
    <message>
        <source>not synchronised: the time is what this computer believed</source>
        <translation>nicht abgeglichen: Es gilt, was dieser Computer für die Zeit hielt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>fresh: the prompt was its first</source>
        <translation>neu: Die Eingabe war die erste</translation>
    </message>
    <message>
        <source>continued: something was said before</source>
        <translation>fortgesetzt: Vorher wurde schon etwas gesagt</translation>
    </message>
    <message>
        <source>✗ %1 isn&apos;t what was stored. Don&apos;t rely on it, and look for a backup of this case.</source>
        <translation>✗ %1 ist nicht mehr das, was gespeichert wurde. Verlassen Sie sich nicht darauf, und suchen Sie eine Sicherung dieses Falls.</translation>
    </message>
    <message>
        <source>✓ %1 has not changed since %2.</source>
        <comment>what was stored, and when</comment>
        <translation>✓ %1: seit %2 unverändert.</translation>
    </message>
    <message>
        <source>Is it still what was stored?</source>
        <translation>Ist es noch das, was gespeichert wurde?</translation>
    </message>
    <message>
        <source>This is being compared…</source>
        <translation>Das wird gerade verglichen …</translation>
    </message>
    <message>
        <source>%1 holds data about the place or the device where it was made. Dossiers get a copy without them.</source>
        <translation>%1 enthält Angaben über den Ort oder das Gerät, wo es entstand. Dossiers bekommen eine Kopie ohne sie.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size, and where from</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Fingerabdrücke</translation>
    </message>
    <message>
        <source>The fingerprint (SHA-256) of a file is the same as long as no bit of it changes. It was written down the moment that the file came in, so that anyone can check later that what you show is what you saved then.</source>
        <translation>Der Fingerabdruck (SHA-256) einer Datei bleibt gleich, solange sich kein Bit an ihr ändert. Er wurde in dem Moment festgehalten, in dem die Datei hereinkam. So kann jeder später prüfen, dass Sie das zeigen, was Sie damals gespeichert haben.</translation>
    </message>
    <message>
        <source>How it was captured</source>
        <translation>Wie es aufgenommen wurde</translation>
    </message>
    <message>
        <source>Each entry holds the fingerprint of the one before, so that none can be taken out or changed unnoticed.</source>
        <translation>Jeder Eintrag enthält den Fingerabdruck des vorigen. So kann keiner unbemerkt entfernt oder geändert werden.</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Whose data is it about? The letter needs a name.</source>
        <translation>Um wessen Daten geht es? Das Schreiben braucht einen Namen.</translation>
    </message>
    <message>
        <source>This isn&apos;t an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Who acts for this person? The letter needs a name.</source>
        <translation>Wer handelt für diese Person? Das Schreiben braucht einen Namen.</translation>
    </message>
    <message>
        <source>Where does the person live? The country decides which form applies.</source>
        <translation>Wo lebt die Person? Vom Land hängt ab, welches Formular gilt.</translation>
    </message>
    <message>
        <source>What do you want? Choose at least one.</source>
        <translation>Was möchten Sie? Wählen Sie mindestens eines.</translation>
    </message>
    <message>
        <source>There is nothing to save yet: paste your prompt, and add a picture of the answer.</source>
        <translation>Es gibt noch nichts zu speichern: Fügen Sie Ihre Eingabe und ein Bild der Antwort ein.</translation>
    </message>
    <message>
        <source>Consistent in itself, but without trusted time: every file, text and picture in this dossier agrees with all the others, yet anyone could have built it anew at any time. It doesn&apos;t show when it was made or by whom.</source>
        <translation>In sich stimmig, aber ohne vertrauenswürdige Zeit: Alle Dateien, Texte und Bilder in diesem Dossier stimmen miteinander überein, doch könnte es jeder jederzeit neu erstellt haben. Es zeigt nicht, wann und von wem es erstellt wurde.</translation>
    </message>
    <message>
        <source>Intact: everything in this dossier agrees, and trusted time shows since when it hasn&apos;t been changed.</source>
        <translation>Unversehrt: Alles in diesem Dossier stimmt überein, und eine vertrauenswürdige Zeit zeigt, seit wann es unverändert ist.</translation>
    </message>
    <message>
        <source>Changed: something in this dossier is not what the dossier itself says it is. Don&apos;t rely on it.</source>
        <translation>Verändert: Etwas in diesem Dossier ist nicht das, was das Dossier selbst darüber sagt. Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>Undecided: something in this dossier could not be checked, so that nothing is proven about it.</source>
        <translation>Unentschieden: Etwas in diesem Dossier konnte nicht geprüft werden; deshalb ist nichts darüber bewiesen.</translation>
    </message>
    <message>
        <source>This is not a dossier of this program, so that there is nothing to check it against.</source>
        <translation>Das ist kein Dossier dieses Programms; deshalb gibt es nichts, woran es sich prüfen ließe.</translation>
    </message>
    <message>
        <source>There is no trusted time stamp: all times are those of the recording computer.</source>
        <translation>Es gibt keinen vertrauenswürdigen Zeitstempel: Alle Zeiten sind die des aufzeichnenden Computers.</translation>
    </message>
    <message>
        <source>There is no signature: nothing shows who made this.</source>
        <translation>Es gibt keine Signatur: Nichts zeigt, wer das erstellt hat.</translation>
    </message>
    <message>
        <source>The picture is all one colour, so it shows nothing. Is the screen locked, or the page not drawn yet? Bring the chat to the front and capture again.</source>
        <translation>Das Bild ist einfarbig und zeigt daher nichts. Ist der Bildschirm gesperrt oder die Seite noch nicht aufgebaut? Holen Sie den Chat nach vorn und nehmen Sie das Bild noch einmal auf.</translation>
    </message>
    <message>
        <source>The system handed over no picture. Is the screen locked? Capture again, or take the screenshot with your system&apos;s own tool and add the file.</source>
        <translation>Das System hat kein Bild übergeben. Ist der Bildschirm gesperrt? Nehmen Sie das Bild noch einmal auf, oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems und fügen Sie die Datei hinzu.</translation>
    </message>
    <message>
        <source>This desktop has no window manager that lists its windows, so a window can&apos;t be found. Capture the screen or a region instead.</source>
        <translation>Diese Arbeitsumgebung führt keine Liste ihrer Fenster, daher kann kein Fenster gefunden werden. Nehmen Sie stattdessen den Bildschirm oder einen Ausschnitt auf.</translation>
    </message>
    <message>
        <source>No window is active. Name the one to capture by a part of its title. %1</source>
        <translation>Kein Fenster ist aktiv. Klicken Sie zuerst in das Fenster mit dem Chat. %1</translation>
    </message>
    <message>
        <source>The part that takes pictures of the screen can&apos;t be started.</source>
        <translation>Der Teil des Programms, der Bilder vom Bildschirm aufnimmt, kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The region lies partly outside the monitors; the picture shows what can be seen.</source>
        <translation>Der Ausschnitt liegt teilweise außerhalb der Bildschirme; das Bild zeigt, was zu sehen ist.</translation>
    </message>
    <message>
        <source>The window lies partly outside the monitors; the picture shows what can be seen.</source>
        <translation>Das Fenster liegt teilweise außerhalb der Bildschirme; das Bild zeigt, was zu sehen ist.</translation>
    </message>
    <message>
        <source>Part of the window is covered, and what covers it is in the picture: %1. Move it away and capture again.</source>
        <translation>Ein Teil des Fensters ist verdeckt, und was ihn verdeckt, ist im Bild: %1. Schieben Sie es zur Seite und nehmen Sie das Bild noch einmal auf.</translation>
    </message>
    <message>
        <source>Your desktop also keeps this picture as %1. Delete it there if you don&apos;t want it.</source>
        <translation>Ihre Arbeitsumgebung bewahrt dieses Bild auch als %1 auf. Löschen Sie es dort, wenn Sie es nicht möchten.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal for screenshots can&apos;t be reached, since there is no session bus. Start this program in the desktop&apos;s own session. Or take the screenshot with your system&apos;s own tool (often the Print key), and paste it or add its file.</source>
        <translation>Die Arbeitsumgebung kann nicht um ein Bild gebeten werden, da es keinen Sitzungsbus gibt. Starten Sie dieses Programm in der Sitzung der Arbeitsumgebung. Oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems (oft die Taste „Druck“), und fügen Sie es hier ein oder fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal for screenshots ended while it was asked. Capture again. Or take the screenshot with your system&apos;s own tool (often the Print key), and paste it or add its file.</source>
        <translation>Der Dienst der Arbeitsumgebung für Bildschirmfotos (das Portal) endete, während er gefragt wurde. Nehmen Sie das Bild noch einmal auf. Oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems (oft die Taste „Druck“), und fügen Sie es hier ein oder fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>This desktop has no portal for screenshots. Install the one that belongs to it: xdg-desktop-portal with xdg-desktop-portal-gnome, -kde or -wlr. Or take the screenshot with your system&apos;s own tool (often the Print key), and paste it or add its file.</source>
        <translation>Diese Arbeitsumgebung hat keinen Dienst für Bildschirmfotos (kein Portal). Installieren Sie den passenden: xdg-desktop-portal mit xdg-desktop-portal-gnome, -kde oder -wlr. Oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems (oft die Taste „Druck“), und fügen Sie es hier ein oder fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>No picture was taken: the desktop&apos;s question was answered with no, or closed. Capture again and allow it. Or take the screenshot with your system&apos;s own tool (often the Print key), and paste it or add its file.</source>
        <translation>Es wurde kein Bild aufgenommen: Die Rückfrage der Arbeitsumgebung wurde verneint oder geschlossen. Nehmen Sie das Bild noch einmal auf und erlauben Sie es. Oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems (oft die Taste „Druck“), und fügen Sie es hier ein oder fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>The desktop couldn&apos;t take the picture. Capture again. Or take the screenshot with your system&apos;s own tool (often the Print key), and paste it or add its file.</source>
        <translation>Die Arbeitsumgebung konnte das Bild nicht aufnehmen. Versuchen Sie es noch einmal. Oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems (oft die Taste „Druck“), und fügen Sie es hier ein oder fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>The desktop didn&apos;t answer. Does a question of it wait behind another window? Capture again and allow it. Or take the screenshot with your system&apos;s own tool (often the Print key), and paste it or add its file.</source>
        <translation>Die Arbeitsumgebung hat nicht geantwortet. Wartet eine Rückfrage hinter einem anderen Fenster? Nehmen Sie das Bild noch einmal auf und erlauben Sie es. Oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems (oft die Taste „Druck“), und fügen Sie es hier ein oder fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>The desktop took a picture that can&apos;t be read. Capture again, or take the screenshot with your system&apos;s own tool and add its file.</source>
        <translation>Die Arbeitsumgebung hat ein Bild aufgenommen, das nicht gelesen werden kann. Versuchen Sie es noch einmal, oder machen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems und fügen Sie seine Datei hinzu.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This names a folder; a file name is needed.</source>
        <translation>Das ist der Name eines Ordners; gebraucht wird ein Dateiname.</translation>
    </message>
    <message>
        <source>There is already something of this name. Choose another name.</source>
        <translation>Unter diesem Namen gibt es schon etwas. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>What has this name is not a regular file and is left alone. Choose another name.</source>
        <translation>Unter diesem Namen gibt es etwas, das keine gewöhnliche Datei ist; es bleibt unberührt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The case was opened for reading only.</source>
        <translation>Der Fall wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>This file isn&apos;t an Exhibit 17 case.</source>
        <translation>Diese Datei ist kein Fall von Exhibit 17.</translation>
    </message>
    <message>
        <source>Other people can read this case, and it belongs to another user, so that this can&apos;t be changed. Copy it to a folder of your own.</source>
        <translation>Andere können diesen Fall lesen, und weil er jemand anderem gehört, lässt sich das nicht ändern. Kopieren Sie ihn in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>This case was written by a newer version of Exhibit 17. Install the newest version to open it.</source>
        <translation>Diesen Fall hat eine neuere Version von Exhibit 17 geschrieben. Installieren Sie die neueste Version, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>Another program has changed how this case is stored.</source>
        <translation>Ein anderes Programm hat verändert, wie dieser Fall gespeichert ist. Arbeiten Sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The tables in this file aren&apos;t those of an Exhibit 17 case: it was damaged, or another program has changed it.</source>
        <translation>Die Tabellen in dieser Datei sind nicht die eines Falls von Exhibit 17: Sie wurde beschädigt, oder ein anderes Programm hat sie verändert.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This name is a link to another file. Use the case&apos;s own name to change it.</source>
        <translation>Dieser Name verweist auf eine andere Datei. Öffnen Sie den Fall unter seinem eigenen Namen, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>An exhibit needs at least one text, picture or file.</source>
        <translation>Ein Beweisstück braucht wenigstens einen Text, ein Bild oder eine Datei.</translation>
    </message>
    <message>
        <source>The case has as many exhibits as it can have. Make a new case.</source>
        <translation>Der Fall hat so viele Beweisstücke, wie er haben kann. Legen Sie einen neuen Fall an.</translation>
    </message>
    <message>
        <source>Something else was done in the case at the same time. Try again.</source>
        <translation>Im Fall geschah gleichzeitig etwas anderes. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This exhibit was withdrawn.</source>
        <translation>Dieses Beweisstück wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>A part of this exhibit is missing: it was withdrawn in the meantime, or the case is damaged.</source>
        <translation>Ein Teil dieses Beweisstücks fehlt: Es wurde inzwischen zurückgezogen, oder der Fall ist beschädigt.</translation>
    </message>
    <message>
        <source>A part of this exhibit is damaged.</source>
        <translation>Ein Teil dieses Beweisstücks ist beschädigt. Arbeiten Sie mit einer Sicherung des Falls.</translation>
    </message>
    <message>
        <source>This exhibit was withdrawn before.</source>
        <translation>Dieses Beweisstück wurde schon früher zurückgezogen.</translation>
    </message>
    <message>
        <source>The file can&apos;t be overwritten; it was not deleted.</source>
        <translation>Die Datei lässt sich nicht überschreiben; sie wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The case file is damaged. Go back to a copy of it, or check it to see which exhibits are whole.</source>
        <translation>Die Datei des Falls ist beschädigt. Nehmen Sie eine Sicherung, oder prüfen Sie, welche Beweisstücke noch ganz sind.</translation>
    </message>
    <message>
        <source>Another program is using this case. Close it or try again in a moment.</source>
        <translation>Ein anderes Programm benutzt diesen Fall. Schließen Sie es, oder versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full. The case is as it was before; make room and try again.</source>
        <translation>Der Datenträger ist voll. Der Fall ist, wie er war; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The case can&apos;t be opened. Check that you may read and write in its folder.</source>
        <translation>Der Fall lässt sich nicht öffnen. Sehen Sie nach, ob Sie in seinem Ordner lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk reported an error while the case was read or written. The case is as it was before; check the disk and try again.</source>
        <translation>Der Datenträger meldete einen Fehler beim Lesen oder Schreiben des Falls. Der Fall ist, wie er war; prüfen Sie den Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Every pixel of the picture has the same colour: it shows nothing. Take it again.</source>
        <translation>Jeder Bildpunkt hat dieselbe Farbe: Das Bild zeigt nichts. Nehmen Sie es noch einmal auf.</translation>
    </message>
    <message>
        <source>The picture is empty: its file has no bytes.</source>
        <translation>Das Bild ist leer: Seine Datei enthält kein einziges Byte.</translation>
    </message>
    <message>
        <source>This is not a PNG, JPEG, WebP or HEIC picture, whatever its name says.</source>
        <translation>Das ist kein Bild im Format PNG, JPEG, WebP oder HEIC, auch wenn der Name anders klingt.</translation>
    </message>
    <message>
        <source>The picture&apos;s file is too large.</source>
        <translation>Die Bilddatei ist zu groß.</translation>
    </message>
    <message>
        <source>The picture is too large for its kind.</source>
        <translation>Das Bild ist für sein Format zu groß.</translation>
    </message>
    <message>
        <source>The picture is too large once it is decoded.</source>
        <translation>Ausgepackt ist das Bild zu groß.</translation>
    </message>
    <message>
        <source>The picture is damaged: its data can&apos;t be unpacked.</source>
        <translation>Das Bild ist beschädigt: Seine Daten lassen sich nicht auspacken.</translation>
    </message>
    <message>
        <source>The picture is damaged or cut off: its data can&apos;t be unpacked.</source>
        <translation>Das Bild ist beschädigt oder abgeschnitten: Seine Daten lassen sich nicht auspacken.</translation>
    </message>
    <message>
        <source>The picture can&apos;t be read: its decoder gave up on it.</source>
        <translation>Das Bild lässt sich nicht lesen. Vermutlich ist es beschädigt.</translation>
    </message>
    <message>
        <source>The picture can&apos;t be read: decoding it takes too long.</source>
        <translation>Das Bild lässt sich nicht lesen: Das Auspacken dauert zu lange.</translation>
    </message>
    <message>
        <source>There isn&apos;t enough memory for the picture.</source>
        <translation>Für dieses Bild reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>The picture is too large for this computer&apos;s memory.</source>
        <translation>Für dieses Bild reicht der Arbeitsspeicher dieses Computers nicht.</translation>
    </message>
    <message>
        <source>The window is minimised. Open it and capture again.</source>
        <translation>Das Fenster ist minimiert. Öffnen Sie es und nehmen Sie noch einmal auf.</translation>
    </message>
    <message>
        <source>The window was closed before it could be captured.</source>
        <translation>Das Fenster wurde geschlossen, bevor es aufgenommen werden konnte.</translation>
    </message>
    <message>
        <source>The window could not be brought up. Open it and capture again.</source>
        <translation>Das Fenster ließ sich nicht nach vorn holen. Öffnen Sie es und nehmen Sie noch einmal auf.</translation>
    </message>
    <message>
        <source>The monitor was disconnected before it could be captured.</source>
        <translation>Der Bildschirm wurde getrennt, bevor er aufgenommen werden konnte.</translation>
    </message>
    <message>
        <source>The display doesn&apos;t answer, or doesn&apos;t let this program in. Run this in a terminal on the desktop that shows the chat, as the same user.</source>
        <translation>Die Anzeige antwortet nicht oder lässt dieses Programm nicht zu. Starten Sie es auf der Arbeitsfläche, die den Chat zeigt, mit demselben Benutzerkonto.</translation>
    </message>
    <message>
        <source>The dossier was changed while it was read.</source>
        <translation>Das Dossier wurde verändert, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>This desktop doesn&apos;t let a program hear keys while you are in another window. Click the button instead.</source>
        <translation>Diese Arbeitsumgebung lässt ein Programm keine Tasten hören, während Sie in einem anderen Fenster sind. Klicken Sie stattdessen auf die Schaltfläche.</translation>
    </message>
    <message>
        <source>The keyboard has no such key. Click the button instead.</source>
        <translation>Die Tastatur hat diese Taste nicht. Klicken Sie stattdessen auf die Schaltfläche.</translation>
    </message>
    <message>
        <source>Another program uses this key already. Click the button instead.</source>
        <translation>Ein anderes Programm verwendet diese Tasten (Strg+Alt+E) bereits. Klicken Sie stattdessen auf die Schaltfläche.</translation>
    </message>
    <message>
        <source>Two of the pictures have no part in common that is sure. Take only the part that scrolls, and scroll by less than its height.</source>
        <translation>Zwei der Bilder haben keinen Teil, der sicher gemeinsam ist. Nehmen Sie nur den Teil auf, der scrollt, und scrollen Sie um weniger als seine Höhe.</translation>
    </message>
    <message>
        <source>The pictures are all the same. Scroll between them.</source>
        <translation>Die Bilder sind alle gleich. Scrollen Sie zwischen den Aufnahmen.</translation>
    </message>
    <message>
        <source>The pictures differ in their width. Take the same part each time.</source>
        <translation>Die Bilder sind verschieden breit. Nehmen Sie jedes Mal denselben Ausschnitt auf.</translation>
    </message>
    <message>
        <source>The pictures are too many for one long picture.</source>
        <translation>Es sind zu viele Bilder für ein einziges langes Bild.</translation>
    </message>
    <message>
        <source>The answer was read from the picture by a machine. Compare it with the picture, correct it and say that you did, or clear it: the picture is enough.</source>
        <translation>Die Antwort wurde maschinell aus dem Bild gelesen. Vergleichen Sie sie mit dem Bild, berichtigen Sie sie und bestätigen Sie das, oder leeren Sie das Feld: Das Bild genügt.</translation>
    </message>
    <message>
        <source>The picture is too wide for its words to be read.</source>
        <translation>Das Bild ist zu breit, um seine Wörter zu lesen.</translation>
    </message>
    <message>
        <source>The picture shows all monitors, since it can&apos;t be told where each of them is in it.</source>
        <translation>Das Bild zeigt alle Bildschirme, denn es lässt sich nicht feststellen, wo jeder davon darin liegt.</translation>
    </message>
    <message>
        <source>If the file would be too large, pictures are reduced and other files left out. This list is without that: nothing more than it names goes out.</source>
        <translation>Würde die Datei zu groß, werden Bilder verkleinert und andere Dateien weggelassen. Diese Liste berücksichtigt das nicht: Mehr als das, was hier steht, geht nicht hinaus.</translation>
    </message>
    <message>
        <source>The case can&apos;t be written, so that its log doesn&apos;t name this dossier.</source>
        <translation>Der Fall ist schreibgeschützt; deshalb steht dieses Dossier nicht in seinem Verlauf.</translation>
    </message>
    <message>
        <source>The dossier was written, but the case&apos;s log couldn&apos;t be told: %1</source>
        <translation>Das Dossier ist geschrieben, konnte aber nicht im Verlauf des Falls vermerkt werden.</translation>
    </message>
    <message>
        <source>%1 was left out: a picture of %2 couldn&apos;t be read.</source>
        <translation>%1 wurde weggelassen: Auf einem Bild von %2 wäre nichts zu lesen.</translation>
    </message>
    <message>
        <source>%1 shows the first %2 pages of %3 alone.</source>
        <translation>%1 zeigt nur die ersten %2 von %3 Seiten.</translation>
    </message>
    <message>
        <source>%1 is attached, but can’t be shown on a page: %2</source>
        <translation>%1 ist beigefügt, lässt sich aber nicht auf einer Seite zeigen.</translation>
    </message>
    <message>
        <source>Exhibit %1: the %2 number %3 tells place, time or device and has no cleaned copy, so that it isn&apos;t in the dossier.</source>
        <translation>Beweisstück %1: %2 %3 verrät Ort, Zeit oder Gerät, und es gibt keine bereinigte Kopie; deshalb fehlt es im Dossier.</translation>
    </message>
    <message>
        <source>Exhibit %1 holds words that were redacted in exhibit %2.</source>
        <translation>Beweisstück %1 enthält Wörter, die in Beweisstück %2 geschwärzt sind.</translation>
    </message>
    <message>
        <source>Words that were redacted in exhibit %1 stand in the case&apos;s own details (names, addresses, reference), which the dossier prints.</source>
        <translation>Wörter, die in Beweisstück %1 geschwärzt sind, stehen in den Angaben zum Fall (Namen, Anschriften, Aktenzeichen), die das Dossier zeigt.</translation>
    </message>
    <message>
        <source>Exhibit %1: %2 file stays here, since nobody can tell whether it holds what was redacted.</source>
        <translation>Beweisstück %1: %2 Datei bleibt hier, da niemand sagen kann, ob sie Geschwärztes enthält.</translation>
    </message>
    <message>
        <source>Exhibit %1: %2 files stay here, since nobody can tell whether they hold what was redacted.</source>
        <translation>Beweisstück %1: %2 Dateien bleiben hier, da niemand sagen kann, ob sie Geschwärztes enthalten.</translation>
    </message>
    <message>
        <source>Exhibit %1: words were taken out of its texts, and nothing of screenshot %2. Look whether it shows them.</source>
        <translation>Beweisstück %1: In den Texten sind Wörter geschwärzt, in Bild %2 nichts. Sehen Sie nach, ob sie darin zu lesen sind.</translation>
    </message>
    <message>
        <source>There is no letter for %1 under the law of this country yet. The concern letter stands in its place, and doesn&apos;t ask for it: add your own words with &quot;exhibit17 letter&quot;.</source>
        <translation>%1: Nach dem Recht dieses Landes gibt es dafür noch keinen Brief. An seiner Stelle steht der Brief, der die Antwort meldet; er verlangt das nicht. Ergänzen Sie ihn mit eigenen Worten.</translation>
    </message>
    <message>
        <source>Exhibit %1 has no prompt, and the letters say that prompts are enclosed. Record it once more with its prompt if you can, or change the letters&apos; words.</source>
        <translation>Beweisstück %1 hat keine Eingabe, und die Briefe sagen, dass die Eingaben beiliegen. Halten Sie es noch einmal mit der Eingabe fest, wenn Sie können, oder ändern Sie die Worte der Briefe.</translation>
    </message>
    <message>
        <source>Your own letter &quot;%1&quot; isn&apos;t in the dossier, since the case doesn&apos;t ask for it in this country.</source>
        <translation>Ihr eigener Brief „%1“ ist nicht im Dossier, denn der Fall verlangt ihn in diesem Land nicht.</translation>
    </message>
    <message>
        <source>Your own letter &quot;%1&quot; is in another language than this dossier, which has the program&apos;s letter in its place.</source>
        <translation>Ihr eigener Brief „%1“ ist in einer anderen Sprache verfasst als dieses Dossier; an seiner Stelle enthält es den Brief des Programms.</translation>
    </message>
    <message>
        <source>No letter &quot;%1&quot; was written: %2</source>
        <translation>Der Brief „%1“ wurde nicht geschrieben. %2</translation>
    </message>
    <message>
        <source>A font can&apos;t be used, and another takes its place: %1</source>
        <translation>Eine Schriftart lässt sich nicht verwenden; eine andere tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>No installed font has %1 of the characters (for example %2). They are shown as boxes with their numbers. The packages fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji hold the fonts that are used.</source>
        <translation>%1 Zeichen fehlen in allen installierten Schriftarten (zum Beispiel %2). Sie erscheinen als Kästchen mit ihren Nummern. Die nötigen Schriftarten enthalten die Pakete fonts-noto-core, fonts-noto-cjk und fonts-noto-color-emoji.</translation>
    </message>
    <message>
        <source>Parts were redacted before this dossier was made. It says where and why, and names the originals by their commitments.</source>
        <translation>Teile wurden geschwärzt, bevor dieses Dossier erstellt wurde. Es sagt, wo und warum, und benennt die Originale durch ihre Prüfwerte.</translation>
    </message>
    <message>
        <source>The case can only be read: the file or its folder is protected against writing. Copy it to a folder of your own and open the copy.</source>
        <translation>Der Fall lässt sich nur lesen: Die Datei oder ihr Ordner ist schreibgeschützt. Kopieren Sie ihn in einen eigenen Ordner und öffnen Sie die Kopie.</translation>
    </message>
    <message>
        <source>The log of this case doesn&apos;t name this dossier: it was made from another case, or the log couldn&apos;t be written then.</source>
        <translation>Das Protokoll dieses Falls nennt dieses Dossier nicht: Es wurde aus einem anderen Fall erstellt, oder das Protokoll ließ sich damals nicht schreiben.</translation>
    </message>
    <message>
        <source>The case&apos;s log doesn&apos;t say that this dossier was sent.</source>
        <translation>Im Protokoll des Falls steht nicht, dass dieses Dossier abgeschickt wurde.</translation>
    </message>
    <message>
        <source>The letter needs the name of the person whose data it is.</source>
        <translation>Der Brief braucht den Namen der Person, um deren Daten es geht.</translation>
    </message>
    <message>
        <source>This letter rests on the GDPR and is only for people who live in the European Economic Area. Set the country of residence, or send the concern letter.</source>
        <translation>Dieser Brief stützt sich auf die DSGVO und ist nur für Menschen, die im Europäischen Wirtschaftsraum leben. Prüfen Sie, ob das Land stimmt, oder schicken Sie den Brief, der die Antwort meldet.</translation>
    </message>
    <message>
        <source>No addressee is known for this service and country. Set the country of residence (--country). To a company other than Meta write the letter yourself; the dossier goes with it.</source>
        <translation>Für diesen Dienst und dieses Land ist kein Empfänger bekannt. Prüfen Sie, ob das Land stimmt: „Name, Ort oder Anliegen ändern …“ auf der Seite des Falls. An ein anderes Unternehmen als Meta schreiben Sie den Brief selbst; das Dossier legen Sie bei.</translation>
    </message>
    <message>
        <source>The dossier doesn&apos;t fit into %1. Without any picture it has about %2: letters, texts, fonts and the log. Choose fewer exhibits and make several dossiers, or a limit of at least %3.</source>
        <translation>Das Dossier passt nicht in %1. Schon ohne Bilder ist es etwa %2 groß: Briefe, Texte, Schriftarten und Protokoll. Wählen Sie weniger Beweisstücke und machen Sie mehrere Dossiers, oder erlauben Sie bei „Höchstens“ mindestens %3.</translation>
    </message>
    <message>
        <source>The dossier doesn&apos;t fit into %1. With every picture as small as its text stays legible it has about %2; the most are the pictures of exhibit %3. Choose fewer exhibits and make several dossiers, or a limit of at least %4.</source>
        <translation>Das Dossier passt nicht in %1. Auch wenn jedes Bild so klein ist, dass man seinen Text gerade noch lesen kann, ist es etwa %2 groß; das meiste davon sind die Bilder von Beweisstück %3. Wählen Sie weniger Beweisstücke und machen Sie mehrere Dossiers, oder erlauben Sie bei „Höchstens“ mindestens %4.</translation>
    </message>
    <message>
        <source>The dossier doesn&apos;t fit into %1. With every picture as small as its text stays legible it has about %2. Choose fewer exhibits and make several dossiers, or a limit of at least %3.</source>
        <translation>Das Dossier passt nicht in %1. Auch wenn jedes Bild so klein ist, dass man seinen Text gerade noch lesen kann, ist es etwa %2 groß. Wählen Sie weniger Beweisstücke und machen Sie mehrere Dossiers, oder erlauben Sie bei „Höchstens“ mindestens %3.</translation>
    </message>
    <message>
        <source>The end of the file is missing: it was cut off or damaged.</source>
        <translation>Das Ende der Datei fehlt: Sie wurde abgeschnitten oder beschädigt.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>en</source>
        <extracomment>The ISO 639-1 code of the language of this translation.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Auskunft</translation>
    </message>
    <message>
        <source>Meta is to review AI answers that show my data. Its form for this asks for your prompts.</source>
        <translation>Meta soll KI-Antworten prüfen, die meine Daten zeigen. Das Formular dafür fragt nach Ihren Eingaben.</translation>
    </message>
    <message>
        <source>My data are to be deleted.</source>
        <translation>Meine Daten sollen gelöscht werden.</translation>
    </message>
    <message>
        <source>My data are no longer to be used to develop and improve AI.</source>
        <translation>Meine Daten sollen nicht mehr genutzt werden, um KI zu entwickeln und zu verbessern.</translation>
    </message>
    <message>
        <source>What is wrong about me is to be corrected.</source>
        <translation>Was über mich falsch ist, soll berichtigt werden.</translation>
    </message>
    <message>
        <source>I want to know what is stored about me, where it came from and who received it.</source>
        <translation>Ich möchte wissen, was über mich gespeichert ist, woher es stammt und wer es bekommen hat.</translation>
    </message>
    <message>
        <source>My data are not to be used until my request is decided.</source>
        <translation>Meine Daten sollen nicht genutzt werden, bis über meinen Antrag entschieden ist.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>meta.ai (website)</source>
        <translation>meta.ai (Website)</translation>
    </message>
    <message>
        <source>Meta AI app</source>
        <translation>Meta-AI-App</translation>
    </message>
    <message>
        <source>AI glasses</source>
        <translation>KI-Brille</translation>
    </message>
    <message>
        <source>another service</source>
        <translation>ein anderer Dienst</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Earlier turn</source>
        <translation>Früherer Beitrag</translation>
    </message>
    <message>
        <source>Address of the conversation</source>
        <translation>Adresse des Chats</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Title of the window</source>
        <translation>Titel des Fensters</translation>
    </message>
    <message>
        <source>Time shown by the app</source>
        <translation>Uhrzeit in der App</translation>
    </message>
    <message>
        <source>AI model</source>
        <translation>KI-Modell</translation>
    </message>
    <message>
        <source>Prompt copied from</source>
        <translation>Eingabe kopiert von</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Correspondence</source>
        <translation>Schriftwechsel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>read from the page</source>
        <translation>von der Seite gelesen</translation>
    </message>
    <message>
        <source>read from the picture</source>
        <translation>aus dem Bild gelesen</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>from the screen</source>
        <translation>vom Bildschirm</translation>
    </message>
    <message>
        <source>made by this program</source>
        <translation>von diesem Programm erzeugt</translation>
    </message>
    <message>
        <source>picture of the screen</source>
        <translation>Bild des Bildschirms</translation>
    </message>
    <message>
        <source>picture of a window</source>
        <translation>Bild eines Fensters</translation>
    </message>
    <message>
        <source>picture of a part of the screen</source>
        <translation>Bild eines Ausschnitts</translation>
    </message>
    <message>
        <source>copied picture</source>
        <translation>kopiertes Bild</translation>
    </message>
    <message>
        <source>files and texts added by hand</source>
        <translation>von Hand hinzugefügte Dateien und Texte</translation>
    </message>
    <message>
        <source>The case was made.</source>
        <translation>Der Fall wurde angelegt.</translation>
    </message>
    <message>
        <source>The exhibit was complete.</source>
        <translation>Das Beweisstück wurde gespeichert.</translation>
    </message>
    <message>
        <source>The exhibit was withdrawn, and its content destroyed.</source>
        <translation>Das Beweisstück wurde zurückgezogen und sein Inhalt vernichtet.</translation>
    </message>
    <message>
        <source>Details of the case were changed.</source>
        <translation>Angaben des Falls wurden geändert.</translation>
    </message>
    <message>
        <source>Needs the first exhibit: your prompt and the answer</source>
        <translation>Braucht das erste Beweisstück: Ihre Eingabe und die Antwort</translation>
    </message>
    <message>
        <source>Needs a picture of the answer</source>
        <translation>Braucht ein Bild der Antwort</translation>
    </message>
    <message>
        <source>Ready for the dossier</source>
        <translation>Bereit für das Dossier</translation>
    </message>
    <message>
        <source>The dossier is made: send it</source>
        <translation>Das Dossier ist fertig: abschicken</translation>
    </message>
    <message>
        <source>The file isn&apos;t there any more. Was it moved or renamed?</source>
        <translation>Die Datei ist nicht mehr da. Wurde sie verschoben oder umbenannt?</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Es gibt schon eine Datei mit diesem Namen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>You may not read or write this file. Choose another folder, or ask whoever looks after this computer.</source>
        <translation>Sie dürfen diese Datei nicht lesen oder schreiben. Wählen Sie einen anderen Ordner oder fragen Sie, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>The disk reported an error. Try again, or use another disk.</source>
        <translation>Das Laufwerk hat einen Fehler gemeldet. Versuchen Sie es noch einmal oder nehmen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again.</source>
        <translation>Das Laufwerk ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another program is using this case. Close it there and try again.</source>
        <translation>Ein anderes Programm benutzt diesen Fall. Schließen Sie ihn dort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This program can&apos;t do that with this file or on this system.</source>
        <translation>Das kann dieses Programm mit dieser Datei oder auf diesem System nicht.</translation>
    </message>
    <message>
        <source>The file is damaged, or not what its name says.</source>
        <translation>Die Datei ist beschädigt oder nicht das, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>The case isn&apos;t as this program wrote it. Work with a backup of it.</source>
        <translation>Der Fall ist nicht so, wie dieses Programm ihn geschrieben hat. Arbeiten Sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>picture that was chosen in the desktop&apos;s dialog</source>
        <translation>Bild, das im Dialog der Arbeitsumgebung ausgewählt wurde</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>picture 2</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date or place of birth</source>
        <translation>Geburtsdatum oder Geburtsort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Whereabouts</source>
        <translation>Aufenthaltsort</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Account or user name</source>
        <translation>Konto oder Benutzername</translation>
    </message>
    <message>
        <source>Employer or profession</source>
        <translation>Arbeitgeber oder Beruf</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Ausbildung</translation>
    </message>
    <message>
        <source>Family and relationships</source>
        <translation>Familie und Beziehungen</translation>
    </message>
    <message>
        <source>Finances</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Picture of the person</source>
        <translation>Bild der Person</translation>
    </message>
    <message>
        <source>Character or behaviour</source>
        <translation>Charakter oder Verhalten</translation>
    </message>
    <message>
        <source>Offences or convictions</source>
        <translation>Straftaten oder Verurteilungen</translation>
    </message>
    <message>
        <source>Other personal data</source>
        <translation>Andere personenbezogene Daten</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Racial or ethnic origin</source>
        <translation>Rassische oder ethnische Herkunft</translation>
    </message>
    <message>
        <source>Political opinions</source>
        <translation>Politische Meinungen</translation>
    </message>
    <message>
        <source>Religious or philosophical beliefs</source>
        <translation>Religiöse oder weltanschauliche Überzeugungen</translation>
    </message>
    <message>
        <source>Trade union membership</source>
        <translation>Gewerkschaftszugehörigkeit</translation>
    </message>
    <message>
        <source>Genetic data</source>
        <translation>Genetische Daten</translation>
    </message>
    <message>
        <source>Biometric data</source>
        <translation>Biometrische Daten</translation>
    </message>
    <message>
        <source>Data concerning health</source>
        <translation>Gesundheitsdaten</translation>
    </message>
    <message>
        <source>Sex life or sexual orientation</source>
        <translation>Sexualleben oder sexuelle Orientierung</translation>
    </message>
    <message>
        <source>Criminal convictions and offences</source>
        <translation>Strafrechtliche Verurteilungen und Straftaten</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Stored, and its fingerprint written down: %1.</source>
        <translation>Gespeichert und mit einem Fingerabdruck festgehalten: %1.</translation>
    </message>
    <message>
        <source>A covered copy was made: %1. The original stayed.</source>
        <translation>Eine geschwärzte Kopie wurde erstellt: %1. Das Original blieb.</translation>
    </message>
    <message>
        <source>A copy for dossiers was made: %1. The original stayed.</source>
        <translation>Eine Kopie für Dossiers wurde erstellt: %1. Das Original blieb.</translation>
    </message>
    <message>
        <source>Mark %1 was set.</source>
        <translation>Markierung %1 wurde gesetzt.</translation>
    </message>
    <message>
        <source>Mark %1 was taken away.</source>
        <translation>Markierung %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>A text or picture was stored.</source>
        <translation>Ein Text oder Bild wurde gespeichert.</translation>
    </message>
    <message>
        <source>A covered copy was made; the original stayed.</source>
        <translation>Eine geschwärzte Kopie wurde erstellt; das Original blieb.</translation>
    </message>
    <message>
        <source>A covered copy was replaced; the original stayed.</source>
        <translation>Eine geschwärzte Kopie wurde ersetzt; das Original blieb.</translation>
    </message>
    <message>
        <source>Something was covered.</source>
        <translation>Etwas wurde geschwärzt.</translation>
    </message>
    <message>
        <source>A cover was taken away.</source>
        <translation>Eine Schwärzung wurde entfernt.</translation>
    </message>
    <message>
        <source>A dossier with this exhibit was made.</source>
        <translation>Ein Dossier mit diesem Beweisstück wurde erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s)</source>
        <translation>
            <numerusform>Einmal gefragt</numerusform>
            <numerusform>%n-mal gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the same answer each time</source>
        <translation>%1, jedes Mal dieselbe Antwort</translation>
    </message>
    <message>
        <source>%1, the same answer %2</source>
        <translation>%1, %2 dieselbe Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>how often</comment>
        <translation>
            <numerusform>einmal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, another answer each time</source>
        <translation>%1, jedes Mal eine andere Antwort</translation>
    </message>
    <message>
        <source>You noted that a dossier was sent.</source>
        <translation>Sie haben vermerkt, dass ein Dossier abgeschickt wurde.</translation>
    </message>
    <message>
        <source>Sent on %1: wait for the answer</source>
        <translation>Abgeschickt am %1: Warten Sie auf die Antwort</translation>
    </message>
    <message>
        <source>Something in what was entered can&apos;t be used. Change it and try again.</source>
        <translation>Etwas an den Eingaben lässt sich nicht verwenden. Ändern Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is too large. Use something smaller, or a part of it.</source>
        <translation>Das ist zu groß. Nehmen Sie etwas Kleineres oder einen Teil davon.</translation>
    </message>
    <message>
        <source>This should not happen: the program has a defect. Please report it.</source>
        <translation>Das sollte nicht vorkommen: Das Programm hat einen Fehler. Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>An attached file isn&apos;t what the dossier says about it, or can&apos;t be checked.</source>
        <translation>Eine angehängte Datei ist nicht das, was das Dossier über sie sagt, oder sie lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The bytes of a text or picture aren&apos;t those that were recorded, or can&apos;t be checked.</source>
        <translation>Die Bytes eines Textes oder Bildes sind nicht die, die festgehalten wurden, oder sie lassen sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The log of what was done isn&apos;t whole, or contradicts itself.</source>
        <translation>Das Protokoll der Arbeitsschritte ist unvollständig oder widerspricht sich.</translation>
    </message>
    <message>
        <source>A value that was fixed when it was recorded isn&apos;t the same any more.</source>
        <translation>Ein Wert, der beim Festhalten gesichert wurde, ist nicht mehr derselbe.</translation>
    </message>
    <message>
        <source>What is said about an exhibit contradicts itself.</source>
        <translation>Die Angaben zu einem Beweisstück widersprechen sich.</translation>
    </message>
    <message>
        <source>The record of a capture isn&apos;t the one that was made then.</source>
        <translation>Die Aufzeichnung einer Aufnahme ist nicht die, die damals entstand.</translation>
    </message>
    <message>
        <source>The dossier&apos;s list of its content isn&apos;t whole, or contradicts itself.</source>
        <translation>Das Inhaltsverzeichnis des Dossiers ist unvollständig oder widerspricht sich.</translation>
    </message>
    <message>
        <source>The summary doesn&apos;t say what the dossier holds.</source>
        <translation>Die Übersicht nennt nicht das, was das Dossier enthält.</translation>
    </message>
    <message>
        <source>The list of the fingerprints isn&apos;t whole, or contradicts the files.</source>
        <translation>Die Liste der Prüfsummen ist unvollständig oder widerspricht den Dateien.</translation>
    </message>
    <message>
        <source>The dossier&apos;s own fingerprint is missing or doesn&apos;t match.</source>
        <translation>Die eigene Prüfsumme des Dossiers fehlt oder stimmt nicht.</translation>
    </message>
    <message>
        <source>A text on the pages isn&apos;t the one that is attached.</source>
        <translation>Ein Text auf den Seiten ist nicht der angehängte.</translation>
    </message>
    <message>
        <source>A picture on the pages isn&apos;t the one that is attached.</source>
        <translation>Ein Bild auf den Seiten ist nicht das angehängte.</translation>
    </message>
    <message>
        <source>Something about what was blacked out isn&apos;t as it should be.</source>
        <translation>An den Schwärzungen ist etwas nicht so, wie es sein muss.</translation>
    </message>
    <message>
        <source>What is marked isn&apos;t what the log recorded.</source>
        <translation>Die Markierungen sind nicht die, die das Protokoll nennt.</translation>
    </message>
    <message>
        <source>There is something on the pages that nobody can see.</source>
        <translation>Auf den Seiten ist etwas, das niemand sehen kann.</translation>
    </message>
    <message>
        <source>A page isn&apos;t made as this program makes pages.</source>
        <translation>Eine Seite ist nicht so aufgebaut, wie dieses Programm Seiten aufbaut.</translation>
    </message>
    <message>
        <source>The file isn&apos;t built as this program builds dossiers, or can&apos;t be checked.</source>
        <translation>Die Datei ist nicht so aufgebaut, wie dieses Programm Dossiers aufbaut, oder sie lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>A note was written.</source>
        <translation>Eine Notiz wurde geschrieben.</translation>
    </message>
    <message>
        <source>A note was removed.</source>
        <translation>Eine Notiz wurde entfernt.</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>How Qt is to write a date and a time: https://doc.qt.io/qt-6/qdatetime.html#toString</extracomment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Concern about an AI answer</source>
        <translation>Meldung einer KI-Antwort</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Löschung</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Restriction of processing</source>
        <translation>Einschränkung der Verarbeitung</translation>
    </message>
    <message>
        <source>Sent on %1; changed since the dossier was made</source>
        <translation>Abgeschickt am %1; seit dem Erstellen des Dossiers geändert</translation>
    </message>
    <message>
        <source>Changed since the dossier was made</source>
        <translation>Seit dem Erstellen des Dossiers geändert</translation>
    </message>
    <message>
        <source>The new dossier is made: send it; an earlier one was sent on %1</source>
        <translation>Das neue Dossier ist fertig: abschicken; ein früheres ging am %1 ab</translation>
    </message>
    <message>
        <source>An exhibit isn&apos;t saved yet</source>
        <translation>Ein Beweisstück ist noch nicht gespeichert</translation>
    </message>
    <message>
        <source>You noted that it wasn&apos;t sent after all.</source>
        <translation>Sie haben vermerkt, dass es doch nicht abgeschickt wurde.</translation>
    </message>
    <message>
        <source>pictures taken in several ways</source>
        <translation>auf mehrere Weisen aufgenommene Bilder</translation>
    </message>
    <message>
        <source>Nothing can be written there: this disk, stick or folder is protected against writing. Choose another place, or take the protection off and try again.</source>
        <translation>Dort lässt sich nichts speichern: Diese Platte, dieser Stick oder dieser Ordner ist schreibgeschützt. Wählen Sie einen anderen Ort, oder heben Sie den Schreibschutz auf und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The company is to review AI answers that show my data.</source>
        <translation>Das Unternehmen soll KI-Antworten prüfen, die meine Daten zeigen.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::AddPage</name>
    <message>
        <source>‹ &amp;Back to the case</source>
        <translation>‹ &amp;Zurück zum Fall</translation>
    </message>
    <message>
        <source>A new exhibit</source>
        <translation>Ein neues Beweisstück</translation>
    </message>
    <message>
        <source>One question and its answer. What you paste or drop is kept byte for byte.</source>
        <translation>Eine Frage und ihre Antwort. Was Sie einfügen oder hierher ziehen, bleibt Byte für Byte erhalten.</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>&amp;Save the exhibit</source>
        <translation>Beweisstück &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;1. What you asked</source>
        <translation>&amp;1. Ihre Eingabe</translation>
    </message>
    <message>
        <source>Copy your prompt in the chat with Ctrl+C, then press “Paste the prompt”.</source>
        <translation>Kopieren Sie Ihre Eingabe im Chat mit Strg+C, dann drücken Sie „Eingabe einfügen“.</translation>
    </message>
    <message>
        <source>Paste the &amp;prompt</source>
        <translation>&amp;Eingabe einfügen</translation>
    </message>
    <message>
        <source>&amp;2. What it answered</source>
        <translation>&amp;2. Die Antwort</translation>
    </message>
    <message>
        <source>Copy the answer and paste it here. If you can&apos;t, the picture is enough.</source>
        <translation>Kopieren Sie die Antwort und fügen Sie sie hier ein. Geht das nicht, genügt das Bild.</translation>
    </message>
    <message>
        <source>Paste the ans&amp;wer</source>
        <translation>An&amp;twort einfügen</translation>
    </message>
    <message>
        <source>&amp;3. Pictures of the answer</source>
        <translation>&amp;3. Bilder der Antwort</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Dateien …</translation>
    </message>
    <message>
        <source>Paste a pict&amp;ure</source>
        <translation>B&amp;ild einfügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>weiß ich nicht</translation>
    </message>
    <message>
        <source>fresh: the prompt was its first</source>
        <translation>neu: die Eingabe war die erste</translation>
    </message>
    <message>
        <source>continued: something was said before</source>
        <translation>fortgesetzt: vorher wurde schon etwas geschrieben</translation>
    </message>
    <message>
        <source>Con&amp;versation:</source>
        <translation>Chat-Be&amp;ginn:</translation>
    </message>
    <message>
        <source>Time shown b&amp;y the app:</source>
        <translation>&amp;Uhrzeit in der App:</translation>
    </message>
    <message>
        <source>AI mod&amp;el shown:</source>
        <translation>KI-&amp;Modell:</translation>
    </message>
    <message>
        <source>Accou&amp;nt, or “logged out”:</source>
        <translation>K&amp;onto oder „abgemeldet“:</translation>
    </message>
    <message>
        <source>Your note:</source>
        <translation>Ihre Notiz:</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>Weitere Angaben</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>, typed or changed by hand</source>
        <translation>, getippt oder von Hand geändert</translation>
    </message>
    <message>
        <source>, exactly as copied</source>
        <translation>, genau wie kopiert</translation>
    </message>
    <message>
        <source> from %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>. It has characters that can&apos;t be seen; they are kept.</source>
        <translation>. Darin sind unsichtbare Zeichen; sie bleiben erhalten.</translation>
    </message>
    <message>
        <source>No text is copied. Select it in the chat, press Ctrl+C, and come back; nothing here was changed.</source>
        <translation>Es ist kein Text kopiert. Markieren Sie ihn im Chat, drücken Sie Strg+C und kommen Sie zurück; hier hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>No picture is copied. Take a screenshot and copy it, or add a file; nothing here was changed.</source>
        <translation>Es ist kein Bild kopiert. Kopieren Sie ein Bildschirmfoto oder fügen Sie eine Datei hinzu; hier hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.heic *.heif);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.heic *.heif);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be added; everything else is still here. %2</source>
        <translation>„%1“ kann nicht hinzugefügt werden; alles andere ist noch da. %2</translation>
    </message>
    <message>
        <source>This picture isn&apos;t taken; everything else is still here. %1</source>
        <translation>Dieses Bild wird nicht angenommen; alles andere ist noch da. %1</translation>
    </message>
    <message>
        <source>This picture tells more than it shows, such as the place, the time or the device. The dossier gets a cleaned copy; the original stays in the case.</source>
        <translation>Dieses Bild verrät mehr, als es zeigt, zum Beispiel Ort, Zeit oder Gerät. Ins Dossier kommt eine bereinigte Kopie; das Original bleibt im Fall.</translation>
    </message>
    <message>
        <source>Not saved yet; everything you entered is still here. %1</source>
        <translation>Noch nicht gespeichert; alles, was Sie eingegeben haben, ist noch da. %1</translation>
    </message>
    <message>
        <source>Und&amp;o</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>I co&amp;mpared both with the screen</source>
        <translation>Ich habe beides mit dem Bildschirm &amp;verglichen</translation>
    </message>
    <message>
        <source>saving exhibit %1</source>
        <translation>das Speichern von Beweisstück %1</translation>
    </message>
    <message>
        <source>Exhibit %1 can&apos;t be taken back; what was in it is here as well. %2</source>
        <translation>Beweisstück %1 kann nicht zurückgenommen werden; was darin war, ist auch hier. %2</translation>
    </message>
    <message>
        <source>Exhibit %1 is taken back: what was in it is here again. The next one gets a new number, and the case&apos;s history tells of both.</source>
        <translation>Beweisstück %1 ist zurückgenommen: Was darin war, ist wieder hier. Das nächste bekommt eine neue Nummer, und der Verlauf des Falls nennt beide.</translation>
    </message>
    <message>
        <source>clearing everything</source>
        <translation>alles geleert</translation>
    </message>
    <message>
        <source>What wasn&apos;t saved when the program ended can&apos;t be read. %1</source>
        <translation>Was beim Ende des Programms nicht gespeichert war, kann nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>This exhibit wasn&apos;t saved yet when the program ended. Everything that you had taken is here again: save it, or clear it.</source>
        <translation>Dieses Beweisstück war noch nicht gespeichert, als das Programm endete. Alles, was Sie aufgenommen hatten, ist wieder da: Speichern Sie es, oder leeren Sie die Seite.</translation>
    </message>
    <message>
        <source>What you enter here is lost should the program end before you save it. %1</source>
        <translation>Was Sie hier eingeben, geht verloren, falls das Programm vor dem Speichern endet. %1</translation>
    </message>
    <message>
        <source>Takes back: %1</source>
        <translation>Nimmt zurück: %1</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>What you had copied is an address: it is kept as that of the conversation. Now copy the text itself.</source>
        <translation>Was Sie kopiert hatten, ist eine Adresse: Sie wurde als die des Chats übernommen. Kopieren Sie nun den Text selbst.</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>die Adresse</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>die Eingabe</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>die Antwort</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>removing the picture</source>
        <translation>das Entfernen des Bildes</translation>
    </message>
    <message>
        <source>The parts stay separate pictures. %1</source>
        <translation>Die Teile bleiben einzelne Bilder. %1</translation>
    </message>
    <message>
        <source>The parts are one long picture; each part is kept as it was taken.</source>
        <translation>Die Teile sind nun ein langes Bild; jeder Teil bleibt so erhalten, wie er aufgenommen wurde.</translation>
    </message>
    <message>
        <source>putting the parts together</source>
        <translation>das Zusammensetzen der Teile</translation>
    </message>
    <message>
        <source>Show the picture lar&amp;ge</source>
        <translation>Bild groß anzeigen</translation>
    </message>
    <message>
        <source>, read from the picture by a machine, which may be wrong</source>
        <translation>, maschinell aus dem Bild gelesen und vielleicht fehlerhaft</translation>
    </message>
    <message>
        <source>I co&amp;mpared both with the picture</source>
        <translation>Ich habe beides mit dem Bild &amp;verglichen</translation>
    </message>
    <message>
        <source>Read &amp;it from the picture</source>
        <translation>Aus dem &amp;Bild lesen</translation>
    </message>
    <message>
        <source>The words couldn&apos;t be read; nothing here was changed. %1</source>
        <translation>Die Wörter ließen sich nicht lesen; hier wurde nichts geändert. %1</translation>
    </message>
    <message>
        <source>To read words in pictures, this computer needs the packages %1. Install them and press the button again. You can paste the answer instead, and the picture alone is enough.</source>
        <translation>Um Wörter in Bildern zu lesen, braucht dieser Computer die Pakete %1. Installieren Sie sie und klicken Sie dann noch einmal. Sie können die Antwort stattdessen einfügen, und auch das Bild allein genügt.</translation>
    </message>
    <message>
        <source>First take a picture of the answer: its words are read from it.</source>
        <translation>Nehmen Sie zuerst ein Bild der Antwort auf: Aus ihm werden die Wörter gelesen.</translation>
    </message>
    <message>
        <source>Stop read&amp;ing (%1 %)</source>
        <translation>Lesen sto&amp;ppen (%1 %)</translation>
    </message>
    <message>
        <source>No words were found in the picture; nothing here was changed.</source>
        <translation>Im Bild wurden keine Wörter gefunden; hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>the answer that was read</source>
        <translation>die gelesene Antwort</translation>
    </message>
    <message>
        <source>A machine read this answer and may be wrong. Compare it with the picture, correct it, remove what doesn&apos;t belong to it, and then tick that you compared it.</source>
        <translation>Diese Antwort ist maschinell gelesen und kann Fehler haben. Vergleichen Sie sie mit dem Bild, berichtigen Sie sie, löschen Sie, was nicht dazugehört, und setzen Sie dann das Häkchen bei „verglichen“.</translation>
    </message>
    <message>
        <source>. Only its beginning is shown; all of it is kept.</source>
        <translation>. Gezeigt wird nur der Anfang; aufbewahrt wird alles.</translation>
    </message>
    <message>
        <source>. It is too long to be changed here; paste another one instead.</source>
        <translation>. Der Text ist zu lang, um hier geändert zu werden; fügen Sie stattdessen einen anderen ein.</translation>
    </message>
    <message>
        <source>Cap&amp;ture beside the chat</source>
        <translation>Neben dem &amp;Chat aufnehmen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>A small window stays beside the chat and takes your prompt, the picture and the answer, step by step. Or enter them here.</source>
        <translation>Ein kleines Fenster bleibt neben dem Chat und übernimmt Schritt für Schritt Ihre Eingabe, das Bild und die Antwort. Oder Sie fügen alles hier ein.</translation>
    </message>
    <message>
        <source>A&amp;ddress of the chat:</source>
        <translation>&amp;Adresse des Chats:</translation>
    </message>
    <message>
        <source>Your last exhibit was saved before the program ended. Here is room for another.</source>
        <translation>Ihr letztes Beweisstück war schon gespeichert, als das Programm endete. Hier ist Platz für ein neues.</translation>
    </message>
    <message numerus="yes">
        <source>This exhibit wasn&apos;t saved yet when the program ended. %n picture(s) of it can&apos;t be read any more; everything else is here again.</source>
        <translation>
            <numerusform>Dieses Beweisstück war noch nicht gespeichert, als das Programm endete. %n Bild davon ist nicht mehr lesbar; alles andere ist wieder da.</numerusform>
            <numerusform>Dieses Beweisstück war noch nicht gespeichert, als das Programm endete. %n Bilder davon sind nicht mehr lesbar; alles andere ist wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is copied is your prompt. Select the answer in the chat, press Ctrl+C, and come back; nothing here was changed.</source>
        <translation>Kopiert ist noch Ihr Prompt. Markieren Sie im Chat die Antwort, drücken Sie Strg+C und kommen Sie zurück; hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>What is copied is the answer. Select your prompt in the chat, press Ctrl+C, and come back; nothing here was changed.</source>
        <translation>Kopiert ist noch die Antwort. Markieren Sie im Chat Ihren Prompt, drücken Sie Strg+C und kommen Sie zurück; hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The answer is still being read from the picture. Save when it is there, or stop the reading first.</source>
        <translation>Die Antwort wird noch aus dem Bild gelesen. Speichern Sie, wenn sie da ist, oder halten Sie das Lesen vorher an.</translation>
    </message>
    <message>
        <source>Your prompt is missing. The form asks for its exact words, and a request without them may not be looked at. Copy it in the chat and take it; if you can&apos;t, save once more.</source>
        <translation>Ihr Prompt fehlt. Das Formular fragt nach dem genauen Wortlaut, und ein Antrag ohne ihn wird vielleicht nicht geprüft. Kopieren Sie ihn im Chat und übernehmen Sie ihn; wenn das nicht geht, speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>The parts stay separate pictures, since they were changed.</source>
        <translation>Die Teile bleiben einzelne Bilder, da sie geändert wurden.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files can&apos;t be added; everything else is still here.</source>
        <translation>
            <numerusform>Eine Datei kann nicht hinzugefügt werden; alles andere ist noch hier.</numerusform>
            <numerusform>%n Dateien können nicht hinzugefügt werden; alles andere ist noch hier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::CaptureBar</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>&amp;1. Take the prompt</source>
        <translation>&amp;1. Eingabe übernehmen</translation>
    </message>
    <message>
        <source>First copy it in the chat with Ctrl+C.</source>
        <translation>Kopieren Sie sie vorher im Chat mit Strg+C.</translation>
    </message>
    <message>
        <source>2. Take the picture</source>
        <translation>2. Bild aufnehmen</translation>
    </message>
    <message>
        <source>The &amp;window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>A &amp;part</source>
        <translation>&amp;Ausschnitt</translation>
    </message>
    <message>
        <source>The sc&amp;reen</source>
        <translation>Bildsc&amp;hirm</translation>
    </message>
    <message>
        <source>&amp;3. Take the answer</source>
        <translation>&amp;3. Antwort übernehmen</translation>
    </message>
    <message>
        <source>First copy it in the chat with Ctrl+C. If you can&apos;t, the picture is enough.</source>
        <translation>Kopieren Sie sie vorher im Chat mit Strg+C. Geht das nicht, genügt das Bild.</translation>
    </message>
    <message>
        <source>&amp;Save the exhibit</source>
        <translation>Beweisstück &amp;speichern</translation>
    </message>
    <message>
        <source>Exhibit %1 is saved. Ready for the next one.</source>
        <translation>Beweisstück %1 ist gespeichert. Bereit für das nächste.</translation>
    </message>
    <message>
        <source>No picture was taken; everything else is still here. %1</source>
        <translation>Es wurde kein Bild aufgenommen; alles andere ist noch da. %1</translation>
    </message>
    <message>
        <source>Copy your prompt in the chat first (Ctrl+C).</source>
        <translation>Kopieren Sie zuerst Ihre Eingabe im Chat (Strg+C).</translation>
    </message>
    <message>
        <source>Copy the answer too if you can.</source>
        <translation>Kopieren Sie möglichst auch die Antwort.</translation>
    </message>
    <message>
        <source>With your prompt, the whole answer and the address bar in it.</source>
        <translation>Mit Ihrer Eingabe, der ganzen Antwort und der Adresszeile.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken.</source>
        <translation>
            <numerusform>%n Bild aufgenommen.</numerusform>
            <numerusform>%n Bilder aufgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Und&amp;o</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>Noch ein&amp;mal</translation>
    </message>
    <message>
        <source>When the picture is taken</source>
        <translation>Wann das Bild aufgenommen wird</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>in %1 seconds</source>
        <translation>in %1 Sekunden</translation>
    </message>
    <message>
        <source>The same way as before, of the same place.</source>
        <translation>Auf dieselbe Weise wie zuvor, von derselben Stelle.</translation>
    </message>
    <message>
        <source>Takes back: %1</source>
        <translation>Nimmt zurück: %1</translation>
    </message>
    <message>
        <source>&amp;Long chat</source>
        <translation>&amp;Langer Chat</translation>
    </message>
    <message>
        <source>Part by part while you scroll, put together as one long picture.</source>
        <translation>Teil für Teil, während Sie scrollen, zusammengesetzt zu einem langen Bild.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n new picture(s) from the folder</source>
        <translation>
            <numerusform>Das neue Bild aus dem Ordner übernehmen</numerusform>
            <numerusform>%n neue Bilder aus dem Ordner übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Alt+E does it in any window.</source>
        <translation>Strg+Alt+E tut das in jedem Fenster.</translation>
    </message>
    <message>
        <source>&amp;Compare the answer with the picture…</source>
        <translation>Antwort mit dem Bild &amp;vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Back to the large window</source>
        <translation>&amp;Zurück zum großen Fenster</translation>
    </message>
    <message>
        <source>New exhibit – %1</source>
        <translation>Neues Beweisstück – %1</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::CasePage</name>
    <message>
        <source>without a prompt</source>
        <translation>ohne Eingabe</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>‹ &amp;All cases</source>
        <translation>‹ &amp;Alle Fälle</translation>
    </message>
    <message>
        <source>A&amp;dd an exhibit</source>
        <translation>Beweisstück hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;Make the dossier</source>
        <translation>&amp;Dossier erstellen</translation>
    </message>
    <message>
        <source>No exhibit yet</source>
        <translation>Noch kein Beweisstück</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Beweisstücke</translation>
    </message>
    <message>
        <source>&amp;Withdraw this exhibit…</source>
        <translation>Beweisstück zu&amp;rückziehen …</translation>
    </message>
    <message>
        <source>This case can&apos;t be shown; its file was not changed. %1</source>
        <translation>Dieser Fall kann nicht angezeigt werden; seine Datei wurde nicht verändert. %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of an exhibit and its prompt</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Exhibit %1 can&apos;t be shown; nothing was changed. %2</source>
        <translation>Beweisstück %1 kann nicht angezeigt werden; nichts wurde verändert. %2</translation>
    </message>
    <message>
        <source>Withdraw an exhibit</source>
        <translation>Beweisstück zurückziehen</translation>
    </message>
    <message>
        <source>Withdraw exhibit %1 and destroy its content?</source>
        <translation>Beweisstück %1 zurückziehen und seinen Inhalt vernichten?</translation>
    </message>
    <message>
        <source>Its texts and pictures are overwritten in the case. The log keeps that it existed. To leave it out of one dossier only, choose the exhibits when you make the dossier.</source>
        <translation>Seine Texte und Bilder werden im Fall überschrieben. Im Protokoll bleibt, dass es da war. Wollen Sie es nur aus einem Dossier weglassen, wählen Sie die Beweisstücke beim Erstellen des Dossiers aus.</translation>
    </message>
    <message>
        <source>&amp;Withdraw for good</source>
        <translation>Endgültig &amp;zurückziehen</translation>
    </message>
    <message>
        <source>&amp;Keep the exhibit</source>
        <translation>Beweisstück &amp;behalten</translation>
    </message>
    <message>
        <source>Exhibit %1 was withdrawn.</source>
        <translation>Beweisstück %1 wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>Chan&amp;ge name, place or wishes…</source>
        <translation>Name, Ort oder Anliegen &amp;ändern …</translation>
    </message>
    <message>
        <source>Send it…</source>
        <translation>&amp;Jetzt abschicken …</translation>
    </message>
    <message>
        <source>An exhibit is one question and its answer: your exact prompt, and a picture of what the AI said. Have the chat on the screen and press “Add an exhibit”: it goes on from there, step by step.</source>
        <translation>Ein Beweisstück ist eine Frage mit ihrer Antwort: Ihre genaue Eingabe und ein Bild dessen, was die KI gesagt hat. Öffnen Sie den Chat und drücken Sie „Beweisstück hinzufügen“: Von dort geht es Schritt für Schritt weiter.</translation>
    </message>
    <message>
        <source>Answer %1 · %2</source>
        <comment>which of several different answers an exhibit has, and its line</comment>
        <translation>Antwort %1 · %2</translation>
    </message>
    <message>
        <source>Make the dossier anew, so that it holds the change.</source>
        <translation>Erstellen Sie das Dossier neu, damit die Änderung darin steht.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::Countdown</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Picture in %1 s</source>
        <translation>Bild in %1 s</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::DataPanel</name>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1 · %2: “%3”</source>
        <comment>kind of data, where it stands, the words</comment>
        <translation>%1 · %2: „%3“</translation>
    </message>
    <message>
        <source> The pictures couldn&apos;t all be read. %1</source>
        <translation> Nicht alle Bilder ließen sich lesen. %1</translation>
    </message>
    <message>
        <source> To look through pictures, this computer needs the packages %1.</source>
        <translation> Um Bilder zu durchsuchen, braucht dieser Computer die Pakete %1.</translation>
    </message>
    <message>
        <source>Nothing was found that isn&apos;t marked already. Look yourself, too.</source>
        <translation>Es wurde nichts gefunden, was nicht schon markiert ist. Sehen Sie auch selbst nach.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) may be about you. Pictures were read by a machine, which may be wrong: look at each one.</source>
        <translation>
            <numerusform>%n Stelle könnte Sie betreffen. Bilder wurden maschinell gelesen, vielleicht fehlerhaft: Sehen Sie sich die Stelle an.</numerusform>
            <numerusform>%n Stellen könnten Sie betreffen. Bilder wurden maschinell gelesen, vielleicht fehlerhaft: Sehen Sie sich jede an.</numerusform>
        </translation>
    </message>
    <message>
        <source>What may be about you</source>
        <translation>Was Sie betreffen könnte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking for your data in texts and pictures… %1 %</source>
        <translation>Ihre Daten werden in Texten und Bildern gesucht … %1 %</translation>
    </message>
    <message>
        <source>Look for m&amp;y data</source>
        <translation>Meine Daten s&amp;uchen</translation>
    </message>
    <message>
        <source>Look for what may be about you, to mark it</source>
        <translation>Suchen, was Sie betreffen könnte, um es zu markieren</translation>
    </message>
    <message>
        <source>Stop look&amp;ing</source>
        <translation>Suche anha&amp;lten</translation>
    </message>
    <message>
        <source>Mark noth&amp;ing</source>
        <translation>Nichts markieren</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n p&amp;lace(s)</source>
        <translation>
            <numerusform>%n Ste&amp;lle markieren</numerusform>
            <numerusform>%n Ste&amp;llen markieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::DossierPage</name>
    <message>
        <source>%1. %2</source>
        <comment>number of an exhibit and its prompt</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>without a prompt</source>
        <translation>ohne Eingabe</translation>
    </message>
    <message>
        <source>‹ &amp;Back to the case</source>
        <translation>‹ &amp;Zurück zum Fall</translation>
    </message>
    <message>
        <source>Make the dossier</source>
        <translation>Dossier erstellen</translation>
    </message>
    <message>
        <source>One PDF with the letter and all evidence. Nothing is sent: you read it first, and send it yourself.</source>
        <translation>Ein PDF mit dem Schreiben und allen Beweisen. Nichts wird verschickt: Sie lesen es zuerst und schicken es selbst ab.</translation>
    </message>
    <message>
        <source>The &amp;letter</source>
        <translation>Das &amp;Schreiben</translation>
    </message>
    <message>
        <source>What it &amp;tells about you</source>
        <translation>Was es über Sie &amp;verrät</translation>
    </message>
    <message>
        <source>&amp;Exhibits</source>
        <translation>&amp;Beweisstücke</translation>
    </message>
    <message>
        <source>Exhibits that go into the dossier</source>
        <translation>Beweisstücke für das Dossier</translation>
    </message>
    <message>
        <source>Attach &amp;originals with place or device</source>
        <translation>&amp;Originale mit Ort oder Gerät anhängen</translation>
    </message>
    <message>
        <source>Without this, a picture that tells where or with what it was taken goes in as a cleaned copy, and the original is only named by its fingerprint.</source>
        <translation>Sonst kommt ein Bild, das verrät, wo oder womit es aufgenommen wurde, als bereinigte Kopie hinein, und vom Original steht nur der Fingerabdruck da.</translation>
    </message>
    <message>
        <source>La&amp;nguage:</source>
        <translation>S&amp;prache:</translation>
    </message>
    <message>
        <source>The words of the letter</source>
        <translation>Text des Schreibens</translation>
    </message>
    <message>
        <source>What the dossier tells</source>
        <translation>Was das Dossier verrät</translation>
    </message>
    <message>
        <source>Save else&amp;where…</source>
        <translation>And&amp;erswo speichern …</translation>
    </message>
    <message>
        <source>Progress of the dossier</source>
        <translation>Fortschritt des Dossiers</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Make the dossier</source>
        <translation>&amp;Dossier erstellen</translation>
    </message>
    <message>
        <source>Choose at least one exhibit.</source>
        <translation>Wählen Sie mindestens ein Beweisstück.</translation>
    </message>
    <message>
        <source>%1 (your own words)</source>
        <translation>%1 (Ihre eigenen Worte)</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>Your words aren&apos;t kept yet; they are still in the field. %1</source>
        <translation>Ihr Text ist noch nicht gespeichert; er steht noch im Feld. %1</translation>
    </message>
    <message>
        <source>Your words are kept. They stand in every dossier in this language from now on.</source>
        <translation>Ihr Text ist gespeichert. Er steht von jetzt an in jedem Dossier in dieser Sprache.</translation>
    </message>
    <message>
        <source>Save the dossier as</source>
        <translation>Dossier speichern unter</translation>
    </message>
    <message>
        <source>Dossiers (*.pdf)</source>
        <translation>Dossiers (*.pdf)</translation>
    </message>
    <message>
        <source>Saves as %1</source>
        <translation>Wird gespeichert als %1</translation>
    </message>
    <message>
        <source>The &amp;pages</source>
        <translation>Die Se&amp;iten</translation>
    </message>
    <message>
        <source>Complete (recommended)</source>
        <translation>Vollständig (empfohlen)</translation>
    </message>
    <message>
        <source>Every original is attached. Anybody can check it with common programs.</source>
        <translation>Jedes Original ist beigefügt. Jeder kann es mit gängigen Programmen prüfen.</translation>
    </message>
    <message>
        <source>Half the size</source>
        <translation>Halb so groß</translation>
    </message>
    <message>
        <source>Each picture is in it once. Nothing is lost, but checking it without this program takes more steps.</source>
        <translation>Jedes Bild ist einmal darin. Nichts geht verloren, aber die Prüfung ohne dieses Programm braucht mehr Schritte.</translation>
    </message>
    <message>
        <source>Small, for a form</source>
        <translation>Klein, für ein Formular</translation>
    </message>
    <message>
        <source>Pictures are made smaller if they must be, never below what can be read; the originals stay here. Beside it comes a folder with a picture of each exhibit, for forms that take only pictures.</source>
        <translation>Bilder werden nur wenn nötig verkleinert und bleiben immer lesbar; die Originale bleiben hier. Daneben entsteht ein Ordner mit einem Bild von jedem Beweisstück, für Formulare, die nur Bilder annehmen.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>Ar&amp;t:</translation>
    </message>
    <message>
        <source>At mo&amp;st:</source>
        <translation>Höchste&amp;ns:</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The pages are being set…</source>
        <translation>Die Seiten werden aufgebaut …</translation>
    </message>
    <message>
        <source>The pages can&apos;t be shown. %1</source>
        <translation>Die Seiten können nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>Which letter:</source>
        <translation>Welches Schreiben:</translation>
    </message>
    <message>
        <source>%1 Take your words along: copy them from the field.</source>
        <translation>%1 Nehmen Sie Ihren Text mit: Kopieren Sie ihn aus dem Feld.</translation>
    </message>
    <message>
        <source>Bring my wo&amp;rds back</source>
        <translation>&amp;Meinen Text zurückholen</translation>
    </message>
    <message>
        <source>Back to the or&amp;iginal letter</source>
        <translation>Z&amp;um ursprünglichen Schreiben</translation>
    </message>
    <message>
        <source>Takes the letter that the program writes. Your own words can be brought back.</source>
        <translation>Nimmt das Schreiben, das das Programm verfasst. Ihr eigener Text lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>This is the original letter again. Until you close the program, “Bring my words back” brings your own words back.</source>
        <translation>Dies ist wieder das ursprüngliche Schreiben. Bis Sie das Programm schließen, holt „Meinen Text zurückholen“ Ihren eigenen Text zurück.</translation>
    </message>
    <message>
        <source>The original letter is a template filled from the case, and no legal advice. Read it, change what doesn&apos;t fit, and ask a lawyer or your data protection authority if much depends on it.</source>
        <translation>Das ursprüngliche Schreiben ist eine Vorlage, die aus dem Fall ausgefüllt wurde, und keine Rechtsberatung. Lesen Sie es, ändern Sie, was nicht passt, und fragen Sie eine Anwältin, einen Anwalt oder Ihre Datenschutzbehörde, wenn viel davon abhängt.</translation>
    </message>
    <message>
        <source>Your words for the letter of %1 aren&apos;t kept yet; they are in the field again when you go back to its dossier before you close the program. %2</source>
        <translation>Ihr Text für das Schreiben von „%1“ ist noch nicht gespeichert; er steht wieder im Feld, wenn Sie zu diesem Dossier zurückkehren, bevor Sie das Programm schließen. %2</translation>
    </message>
    <message>
        <source>Dossier of %1: %p %</source>
        <translation>Dossier von %1: %p %</translation>
    </message>
    <message>
        <source>Change what you like; it is kept as you write. The first line is the subject. A line like “# Reasons” becomes a heading, lines like “- one” become a list. Where “[exhibits]” stands, the table of your exhibits goes. Sender, addressee and date are added.</source>
        <translation>Ändern Sie, was Sie möchten; es wird beim Schreiben gespeichert. Die erste Zeile ist der Betreff. Eine Zeile wie „# Gründe“ wird eine Überschrift, Zeilen wie „- erstens“ werden eine Liste. Wo „[exhibits]“ steht, kommt die Tabelle Ihrer Beweisstücke hin. Absender, Empfänger und Datum kommen von selbst dazu.</translation>
    </message>
    <message>
        <source>No dossier was made: your own words for the letter can&apos;t be kept in the case, and it would go out without them. They are still in the field. %1</source>
        <translation>Es wurde kein Dossier erstellt: Ihr eigener Text für das Schreiben lässt sich nicht im Fall speichern, und das Dossier ginge ohne ihn hinaus. Er steht noch im Feld. %1</translation>
    </message>
    <message>
        <source>No new dossier was made; your case and what you made before are as they were. %1</source>
        <translation>Es wurde kein neues Dossier erstellt; Ihr Fall und was Sie früher erstellt haben sind unverändert. %1</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::ExhibitPane</name>
    <message>
        <source>&amp;Picture</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>Prompt and a&amp;nswer</source>
        <translation>&amp;Eingabe und Antwort</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>&amp;Facts</source>
        <translation>Anga&amp;ben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hi&amp;story</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>No&amp;tes</source>
        <translation>No&amp;tizen</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::FolderOffer</name>
    <message>
        <source>New pictures in it are offered here, such as screenshots that your phone sends. None is taken without you.</source>
        <translation>Neue Bilder darin werden hier angeboten, zum Beispiel Bildschirmfotos, die Ihr Telefon sendet. Keines wird ohne Sie übernommen.</translation>
    </message>
    <message>
        <source>Ta&amp;ke them</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The folder “%1” isn&apos;t there any more, so that it isn&apos;t watched. Choose it again when it is back.</source>
        <translation>Der Ordner „%1“ ist nicht mehr da und wird daher nicht beobachtet. Wählen Sie ihn neu, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Which folder do new pictures come to?</source>
        <translation>In welchen Ordner kommen neue Bilder?</translation>
    </message>
    <message numerus="yes">
        <source>%n new picture(s) in the folder: %1</source>
        <translation>
            <numerusform>Ein neues Bild im Ordner: %1</numerusform>
            <numerusform>%n neue Bilder im Ordner: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>New pictures in “%1” are offered here.</source>
        <translation>Neue Bilder in „%1“ werden hier angeboten.</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Nicht übernehmen</translation>
    </message>
    <message>
        <source>Stop w&amp;atching the folder</source>
        <translation>Ord&amp;ner nicht mehr beobachten</translation>
    </message>
    <message>
        <source>W&amp;atch a folder…</source>
        <translation>Ord&amp;ner beobachten …</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::LongChatPanel</name>
    <message>
        <source>&amp;Next part</source>
        <translation>&amp;Nächster Teil</translation>
    </message>
    <message>
        <source>Ctrl+Alt+E does it in any window.</source>
        <translation>Strg+Alt+E tut das in jedem Fenster.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Long chat</source>
        <translation>Langer Chat</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) taken.</source>
        <translation>
            <numerusform>Ein Teil aufgenommen.</numerusform>
            <numerusform>%n Teile aufgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>They go together.</source>
        <translation>Sie passen aneinander.</translation>
    </message>
    <message>
        <source>Scroll on by less than what you took, so that a few lines stay in sight. Then take the next part.</source>
        <translation>Scrollen Sie weiter, aber um weniger als den aufgenommenen Teil, sodass einige Zeilen sichtbar bleiben. Nehmen Sie dann den nächsten Teil auf.</translation>
    </message>
    <message>
        <source>Scroll back a little and take this part again. Or press “Done”: the parts then stay separate pictures.</source>
        <translation>Scrollen Sie ein Stück zurück und nehmen Sie diesen Teil noch einmal auf. Oder drücken Sie „Fertig“: Dann bleiben die Teile einzelne Bilder.</translation>
    </message>
    <message>
        <source>This part a&amp;gain</source>
        <translation>Diesen Teil noch ein&amp;mal</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::MainWindow</name>
    <message>
        <source>Exhibit 17</source>
        <translation>Exhibit 17</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Fall</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>&amp;Neuer Fall</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;All cases</source>
        <translation>&amp;Alle Fälle</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;How to ask</source>
        <translation>So &amp;fragen Sie</translation>
    </message>
    <message>
        <source>&amp;Check a dossier…</source>
        <translation>Dossier &amp;prüfen …</translation>
    </message>
    <message>
        <source>&amp;About Exhibit 17</source>
        <translation>Ü&amp;ber Exhibit 17</translation>
    </message>
    <message>
        <source>About Exhibit 17</source>
        <translation>Über Exhibit 17</translation>
    </message>
    <message>
        <source>Exhibit 17 %1

Turns what an AI answered about you into evidence that you can send with a request to delete it. Everything stays on this computer.

This is no legal advice. Licence: GPL-3.0-or-later.</source>
        <translation>Exhibit 17 %1

Macht aus dem, was eine KI über Sie geantwortet hat, Beweise, die Sie mit einem Löschantrag verschicken können. Alles bleibt auf diesem Computer.

Dies ist keine Rechtsberatung. Lizenz: GPL-3.0-or-later.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cases and dossiers (*.exhibit17 *.pdf);;All files (*)</source>
        <translation>Fälle und Dossiers (*.exhibit17 *.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Exhibit %1 is saved. Whatever is changed about it from now on will show.</source>
        <translation>Beweisstück %1 ist gespeichert. Jede spätere Änderung daran würde auffallen.</translation>
    </message>
    <message>
        <source>Exhibit %1 of “%2” is saved.</source>
        <translation>Beweisstück %1 von „%2“ ist gespeichert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a case and a message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The dossier of %1 is made: %2</source>
        <translation>Das Dossier von %1 ist erstellt: %2</translation>
    </message>
    <message>
        <source>Open the case that this belongs to, and drop it there: it becomes an exhibit.</source>
        <translation>Öffnen Sie den Fall, zu dem das gehört, und legen Sie es dort ab: Es wird ein Beweisstück.</translation>
    </message>
    <message>
        <source>Exhibit %1 is saved. What you entered since is the beginning of the next one.</source>
        <translation>Beweisstück %1 ist gespeichert. Was Sie seither eingegeben haben, ist der Anfang des nächsten.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::MarkupEditor</name>
    <message>
        <source>%1 (%2)</source>
        <comment>role of a text, and how often words stand in it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Covered. The original stays in the case; dossiers get only the covered picture.</source>
        <translation>Geschwärzt. Das Original bleibt im Fall; Dossiers bekommen nur das geschwärzte Bild.</translation>
    </message>
    <message>
        <source> What you have sent already still shows it.</source>
        <translation> Was Sie schon verschickt haben, zeigt es weiterhin.</translation>
    </message>
    <message>
        <source>Mark %1 is removed. Ctrl+Z brings it back.</source>
        <translation>Markierung %1 ist entfernt. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>The cover is removed: the next dossier shows what was under it. Ctrl+Z brings it back.</source>
        <translation>Die Schwärzung ist entfernt: Das nächste Dossier zeigt, was darunter war. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>Nothing was marked there, since it wasn&apos;t chosen what that is. Mark it again, and choose.</source>
        <translation>Dort ist nichts markiert, denn es wurde nicht gewählt, was es ist. Markieren Sie es noch einmal und wählen Sie es aus.</translation>
    </message>
    <message>
        <source>That isn&apos;t there: nothing was changed.</source>
        <translation>Das gibt es dort nicht: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>These words stand in no text that was looked through. Pictures can&apos;t be searched: draw a box over them there.</source>
        <translation>Diese Wörter stehen in keinem der durchsuchten Texte. Bilder lassen sich nicht durchsuchen: Ziehen Sie dort einen Kasten darüber.</translation>
    </message>
    <message>
        <source>exhibit %1: %2</source>
        <translation>Beweisstück %1: %2</translation>
    </message>
    <message>
        <source>Covered in %1. The originals stay in the case; dossiers get only the covered texts. Pictures may show the words too: draw a box over them there.</source>
        <translation>Geschwärzt in %1. Die Originale bleiben im Fall; Dossiers bekommen nur die geschwärzten Texte. Auch Bilder können die Wörter zeigen: Ziehen Sie dort einen Kasten darüber.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the items of a list that have commas</comment>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) made. Ctrl+Z takes them away.</source>
        <translation>
            <numerusform>%n Markierung gesetzt. Strg+Z nimmt sie zurück.</numerusform>
            <numerusform>%n Markierungen gesetzt. Strg+Z nimmt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::MarkupLegend</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Marks and covers</source>
        <translation>Markierungen und Schwärzungen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind of data, and whether it is right</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Mark %1: %2. %3</source>
        <translation>Markierung %1: %2. %3</translation>
    </message>
    <message>
        <source>Covered in picture %1</source>
        <translation>In Bild %1 geschwärzt</translation>
    </message>
    <message>
        <source>Covered: %1</source>
        <translation>Geschwärzt: %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>in all texts of this exhibit</source>
        <translation>in allen Texten dieses Beweisstücks</translation>
    </message>
    <message>
        <source>right would be: %1</source>
        <translation>richtig wäre: %1</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::MarkupPanel</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What it is:</source>
        <translation>Was es ist:</translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation>Stimmt es?</translation>
    </message>
    <message>
        <source>Data that the GDPR protects more than others (Art. 9 and 10).</source>
        <translation>Daten, die die DSGVO stärker schützt als andere (Art. 9 und 10).</translation>
    </message>
    <message>
        <source>Especially protected:</source>
        <translation>Besonders geschützt:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>in your own words, if you like</source>
        <translation>wenn Sie möchten, in eigenen Worten</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Notiz:</translation>
    </message>
    <message>
        <source>Words to cover</source>
        <translation>Wörter, die geschwärzt werden</translation>
    </message>
    <message>
        <source>Words:</source>
        <translation>Wörter:</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Wo:</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>another person, for example</source>
        <translation>zum Beispiel: eine andere Person</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Warum:</translation>
    </message>
    <message>
        <source>in all texts of this exhibit</source>
        <translation>in allen Texten dieses Beweisstücks</translation>
    </message>
    <message>
        <source>in all exhibits of this case</source>
        <translation>in allen Beweisstücken dieses Falls</translation>
    </message>
    <message>
        <source>in this text alone</source>
        <translation>nur in diesem Text</translation>
    </message>
    <message>
        <source>Cover it</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation>„%1“ markieren</translation>
    </message>
    <message>
        <source>Mark what is about you</source>
        <translation>Markieren, was Sie betrifft</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>Markierung %1</translation>
    </message>
    <message>
        <source>Cover what nobody else should see</source>
        <translation>Schwärzen, was niemand sonst sehen soll</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Geschwärzt</translation>
    </message>
    <message>
        <source>However they are written: in capitals or not, with other spaces between them.</source>
        <translation>Gleich wie sie geschrieben sind: groß oder klein, mit anderen Abständen dazwischen.</translation>
    </message>
    <message>
        <source>Make the box larger than the words: their width can give them away. The original stays in the case.</source>
        <translation>Ziehen Sie den Kasten größer als die Wörter: Schon ihre Breite kann sie verraten. Das Original bleibt im Fall.</translation>
    </message>
    <message>
        <source>What is right instead</source>
        <translation>Was stattdessen richtig ist</translation>
    </message>
    <message>
        <source>for the letter, if you like</source>
        <translation>für den Brief, wenn Sie mögen</translation>
    </message>
    <message>
        <source>Right would be:</source>
        <translation>Richtig wäre:</translation>
    </message>
    <message>
        <source>Choose what it is</source>
        <translation>Wählen Sie, was es ist</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::MarkupTools</name>
    <message>
        <source>Cover w&amp;ords…</source>
        <translation>&amp;Wörter schwärzen …</translation>
    </message>
    <message>
        <source>Cover words in all texts, however they are written</source>
        <translation>Wörter in allen Texten schwärzen, gleich wie sie geschrieben sind</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>Undo the last mark or cover (Ctrl+Z)</source>
        <translation>Die letzte Markierung oder Schwärzung rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Loo&amp;k</source>
        <translation>An&amp;sehen</translation>
    </message>
    <message>
        <source>Move the picture; click on a mark to choose it</source>
        <translation>Das Bild verschieben; ein Klick auf eine Markierung wählt sie aus</translation>
    </message>
    <message>
        <source>Ma&amp;rk</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Draw a box around what is about you (Insert makes one without the mouse)</source>
        <translation>Einen Kasten um das ziehen, was Sie betrifft (Einfg macht einen ohne Maus)</translation>
    </message>
    <message>
        <source>Co&amp;ver</source>
        <translation>S&amp;chwärzen</translation>
    </message>
    <message>
        <source>Draw a box over what nobody else should see (Insert makes one without the mouse)</source>
        <translation>Einen Kasten über das ziehen, was niemand sonst sehen soll (Einfg macht einen ohne Maus)</translation>
    </message>
    <message>
        <source>Mark the chosen words as being about you</source>
        <translation>Markieren, dass die ausgewählten Wörter Sie betreffen</translation>
    </message>
    <message>
        <source>Cover the chosen words</source>
        <translation>Die ausgewählten Wörter schwärzen</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>V&amp;orher</translation>
    </message>
    <message>
        <source>As it was captured: it stays so in the case</source>
        <translation>Wie es aufgenommen wurde: So bleibt es im Fall</translation>
    </message>
    <message>
        <source>Aft&amp;er</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>As dossiers have it: without what is covered</source>
        <translation>Wie es in Dossiers steht: ohne das Geschwärzte</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::Message</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::NotesPart</name>
    <message>
        <source>(Only the beginning is shown here. The dossier has all of it.)</source>
        <translation>(Hier steht nur der Anfang. Das Dossier enthält alles.)</translation>
    </message>
    <message>
        <source>What came to mind later: how you found it, what it means for you, what happened since.</source>
        <translation>Was Ihnen später einfällt: wie Sie es gefunden haben, was es für Sie bedeutet, was seither geschah.</translation>
    </message>
    <message>
        <source>The dossier shows your note and the time at which you wrote it.</source>
        <translation>Das Dossier zeigt Ihre Notiz und den Zeitpunkt, zu dem Sie sie geschrieben haben.</translation>
    </message>
    <message>
        <source>&amp;Bring the removed note back</source>
        <translation>Entfernte Notiz zurückh&amp;olen</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>So lassen, wie sie war</translation>
    </message>
    <message>
        <source>There is no note about this exhibit yet.</source>
        <translation>Zu diesem Beweisstück gibt es noch keine Notiz.</translation>
    </message>
    <message>
        <source>Note %1</source>
        <translation>Notiz %1</translation>
    </message>
    <message>
        <source>Written on %1</source>
        <translation>Geschrieben am %1</translation>
    </message>
    <message>
        <source>Captured with the exhibit</source>
        <translation>Mit dem Beweisstück aufgenommen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change note %1</source>
        <translation>Notiz %1 ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove note %1</source>
        <translation>Notiz %1 entfernen</translation>
    </message>
    <message>
        <source>You are writing a new note. Add it first, or clear it; then change the other one.</source>
        <translation>Sie schreiben gerade eine neue Notiz. Fügen Sie sie zuerst hinzu oder leeren Sie das Feld; ändern Sie dann die andere.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Sa&amp;ve the change</source>
        <translation>Änderung s&amp;peichern</translation>
    </message>
    <message>
        <source>Add the n&amp;ote</source>
        <translation>Notiz ei&amp;ntragen</translation>
    </message>
    <message>
        <source>Your note is in the case.</source>
        <translation>Ihre Notiz ist im Fall.</translation>
    </message>
    <message>
        <source>The note was removed. The log keeps that there was one.</source>
        <translation>Die Notiz wurde entfernt. Im Verlauf bleibt, dass es eine gab.</translation>
    </message>
    <message>
        <source>The note is back, with the time of now.</source>
        <translation>Die Notiz ist wieder da, mit dem Zeitpunkt von jetzt.</translation>
    </message>
    <message>
        <source>What you are writing can&apos;t be kept until you add it. %1</source>
        <translation>Was Sie schreiben, kann nicht zwischengespeichert werden, bis Sie es hinzufügen. %1</translation>
    </message>
    <message>
        <source>Notes about this exhibit</source>
        <translation>Notizen zu diesem Beweisstück</translation>
    </message>
    <message>
        <source>You are changing another note. Save that change first, or leave the note as it was.</source>
        <translation>Sie ändern gerade eine andere Notiz. Speichern Sie zuerst diese Änderung, oder lassen Sie die Notiz, wie sie war.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::Page</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PagesView</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>Seiten des Dossiers</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Page %1 can&apos;t be drawn here; it is in the dossier.</source>
        <translation>Seite %1 kann hier nicht gezeichnet werden; im Dossier ist sie enthalten.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PictureList</name>
    <message numerus="yes">
        <source>long chat of %n part(s)</source>
        <translation>
            <numerusform>langer Chat aus einem Teil</numerusform>
            <numerusform>langer Chat aus %n Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
%2 × %3 pixels</source>
        <translation>%1
%2 × %3 Pixel</translation>
    </message>
    <message>
        <source>Pictures of the answer</source>
        <translation>Bilder der Antwort</translation>
    </message>
    <message>
        <source>Drop screenshots here, or anywhere on this page</source>
        <translation>Bildschirmfotos hierher ziehen, oder irgendwohin auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PicturePart</name>
    <message>
        <source>Which picture</source>
        <translation>Welches Bild</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>One pixel for one (0)</source>
        <translation>Ein Pixel für eines (0)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Fit into the window (F)</source>
        <translation>Ins Fenster einpassen (F)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Fit the width (W)</source>
        <translation>In der Breite einpassen (W)</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>This exhibit has no picture.</source>
        <translation>Dieses Beweisstück hat kein Bild.</translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown here; it is stored as it came in.</source>
        <translation>Dieses Bild lässt sich hier nicht anzeigen; gespeichert ist es so, wie es hereinkam.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) and cover(s)</source>
        <translation>
            <numerusform>%n Markierung oder Schwärzung</numerusform>
            <numerusform>%n Markierungen und Schwärzungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PictureWindow</name>
    <message>
        <source>Picture of the answer</source>
        <translation>Bild der Antwort</translation>
    </message>
    <message>
        <source>Which picture</source>
        <translation>Welches Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown here; it is stored as it came in.</source>
        <translation>Dieses Bild lässt sich hier nicht anzeigen; gespeichert ist es so, wie es hereinkam.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PromptMatch</name>
    <message>
        <source>“%1” is missing in the picture.</source>
        <translation>„%1“ fehlt im Bild.</translation>
    </message>
    <message>
        <source>“%1” stands only in the picture.</source>
        <translation>„%1“ steht nur im Bild.</translation>
    </message>
    <message>
        <source>“%1” was read as “%2”.</source>
        <translation>„%1“ wurde als „%2“ gelesen.</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source> Read by a machine, which may be wrong.</source>
        <translation> Maschinell gelesen und vielleicht fehlerhaft.</translation>
    </message>
    <message>
        <source>Your prompt couldn&apos;t be found in the picture.</source>
        <translation>Ihre Eingabe war im Bild nicht zu finden.</translation>
    </message>
    <message>
        <source>The beginning of your prompt appears in the picture.</source>
        <translation>Der Anfang Ihrer Eingabe steht im Bild.</translation>
    </message>
    <message>
        <source>Your prompt appears in the picture.</source>
        <translation>Ihre Eingabe steht im Bild.</translation>
    </message>
    <message numerus="yes">
        <source>Your prompt appears in the picture, with %n difference(s).</source>
        <translation>
            <numerusform>Ihre Eingabe steht im Bild, mit %n Abweichung.</numerusform>
            <numerusform>Ihre Eingabe steht im Bild, mit %n Abweichungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Struck out: only in your prompt. Underlined: only in the picture.</source>
        <translation>Durchgestrichen: nur in Ihrer Eingabe. Unterstrichen: nur im Bild.</translation>
    </message>
    <message>
        <source>All words are the same.</source>
        <translation>Alle Wörter sind gleich.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::QuestionsPage</name>
    <message>
        <source>Choose a country</source>
        <translation>Land auswählen</translation>
    </message>
    <message>
        <source>‹ Cancel</source>
        <translation>‹ Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Where the answer should go; Meta&apos;s forms ask for it</source>
        <translation>Für die Antwort; Metas Formulare fragen danach</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Darf leer bleiben</translation>
    </message>
    <message>
        <source>A file number of your own; may stay empty</source>
        <translation>Ein eigenes Aktenzeichen; darf leer bleiben</translation>
    </message>
    <message>
        <source>&amp;Full name:</source>
        <translation>&amp;Vollständiger Name:</translation>
    </message>
    <message>
        <source>&amp;E-mail address:</source>
        <translation>&amp;E-Mail-Adresse:</translation>
    </message>
    <message>
        <source>&amp;Postal address:</source>
        <translation>&amp;Postanschrift:</translation>
    </message>
    <message>
        <source>&amp;Reference:</source>
        <translation>&amp;Aktenzeichen:</translation>
    </message>
    <message>
        <source>I &amp;act for this person (as a lawyer or a parent, for example)</source>
        <translation>Ich handle für &amp;diese Person (etwa als Anwältin oder Elternteil)</translation>
    </message>
    <message>
        <source>Your full &amp;name:</source>
        <translation>Ihr vollständiger &amp;Name:</translation>
    </message>
    <message>
        <source>Your e-&amp;mail address:</source>
        <translation>Ihre E-&amp;Mail-Adresse:</translation>
    </message>
    <message>
        <source>Your postal a&amp;ddress:</source>
        <translation>Ihre Postans&amp;chrift:</translation>
    </message>
    <message>
        <source>Where did the AI answer?</source>
        <translation>Wo hat die KI geantwortet?</translation>
    </message>
    <message>
        <source>The person &amp;lives in:</source>
        <translation>Die Person &amp;lebt in:</translation>
    </message>
    <message>
        <source>&amp;Grounds of the objection: what about the person&apos;s situation speaks against the use?</source>
        <translation>&amp;Gründe des Widerspruchs: Was an der Situation der Person spricht gegen die Nutzung?</translation>
    </message>
    <message>
        <source>&amp;Language of the letter:</source>
        <translation>&amp;Sprache des Schreibens:</translation>
    </message>
    <message>
        <source>1. Start a fresh chat.</source>
        <translation>1. Beginnen Sie einen neuen Chat.</translation>
    </message>
    <message>
        <source>Then nothing that was said before can explain the answer.</source>
        <translation>Dann kann nichts, was vorher geschrieben wurde, die Antwort erklären.</translation>
    </message>
    <message>
        <source>2. Ask short and neutral.</source>
        <translation>2. Fragen Sie kurz und neutral.</translation>
    </message>
    <message>
        <source>For example: “What do you know about NAME from PLACE?” What the question itself says proves nothing.</source>
        <translation>Zum Beispiel: „Was weißt du über NAME aus ORT?“ Was schon in der Frage steht, beweist nichts.</translation>
    </message>
    <message>
        <source>3. Copy the prompt, and take the picture at once.</source>
        <translation>3. Kopieren Sie die Eingabe und machen Sie sofort das Bild.</translation>
    </message>
    <message>
        <source>With your prompt, the whole answer, and the address bar in it.</source>
        <translation>Mit Ihrer Eingabe, der ganzen Antwort und der Adresszeile.</translation>
    </message>
    <message>
        <source>4. Only then reset or delete anything.</source>
        <translation>4. Erst danach zurücksetzen oder löschen.</translation>
    </message>
    <message>
        <source>What is gone can&apos;t be captured any more.</source>
        <translation>Was weg ist, lässt sich nicht mehr festhalten.</translation>
    </message>
    <message>
        <source>What do you want?</source>
        <translation>Was möchten Sie?</translation>
    </message>
    <message>
        <source>How to ask</source>
        <translation>So fragen Sie</translation>
    </message>
    <message>
        <source>Question 1 of 3 · Whose data did the AI show? This name stands in the letter.</source>
        <translation>Frage 1 von 3 · Wessen Daten hat die KI gezeigt? Dieser Name steht im Schreiben.</translation>
    </message>
    <message>
        <source>Question 3 of 3 · Choose as many as you like; each becomes a request of its own.</source>
        <translation>Frage 3 von 3 · Wählen Sie beliebig viele; jedes wird ein eigener Antrag.</translation>
    </message>
    <message>
        <source>Your case is saved. Four things make the answer strong evidence.</source>
        <translation>Ihr Fall ist gespeichert. Vier Dinge machen die Antwort zu einem starken Beweis.</translation>
    </message>
    <message>
        <source>&amp;Add the first exhibit</source>
        <translation>&amp;Erstes Beweisstück hinzufügen</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Make the case</source>
        <translation>Fall an&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Save the changes</source>
        <translation>Än&amp;derungen speichern</translation>
    </message>
    <message>
        <source>This couldn&apos;t be saved; your answers are still here. %1</source>
        <translation>Das konnte nicht gespeichert werden; Ihre Angaben sind noch da. %1</translation>
    </message>
    <message>
        <source>Who is it about?</source>
        <translation>Um wen geht es?</translation>
    </message>
    <message>
        <source>Question 2 of 3 · This and the country decide which form and which law apply.</source>
        <translation>Frage 2 von 3 · Davon und vom Land hängt ab, welches Formular und welches Recht gilt.</translation>
    </message>
    <message>
        <source>You had changed these answers and not saved them. Go on where you were, or press Cancel: then the case stays as it is.</source>
        <translation>Diese Antworten hatten Sie geändert und nicht gespeichert. Machen Sie dort weiter, wo Sie waren, oder drücken Sie Abbrechen: Dann bleibt der Fall, wie er ist.</translation>
    </message>
    <message>
        <source>Start ane&amp;w</source>
        <translation>&amp;Von vorn beginnen</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Your answers from before are here again. Go on where you were, or press “Start anew” for empty fields.</source>
        <translation>Ihre Antworten von vorhin sind wieder da. Machen Sie weiter, wo Sie waren, oder drücken Sie „Von vorn beginnen“ für leere Felder.</translation>
    </message>
    <message>
        <source>This program makes evidence of what an AI said about you, in one file that you can send. Everything stays on this computer until you send it yourself.</source>
        <translation>Dieses Programm macht aus dem, was eine KI über Sie gesagt hat, einen Beweis: eine Datei, die Sie verschicken können. Alles bleibt auf diesem Computer, bis Sie es selbst verschicken.</translation>
    </message>
    <message>
        <source>For another service the program knows no form and has no ready letter. It keeps the evidence; you write to the company yourself, and the dossier goes with it.</source>
        <translation>Für einen anderen Dienst kennt das Programm kein Formular und hat keinen fertigen Brief. Es sichert die Beweise; dem Unternehmen schreiben Sie selbst und legen das Dossier bei.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::RegionOverlay</name>
    <message>
        <source>Choose a part of the screen</source>
        <translation>Ausschnitt des Bildschirms wählen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Drag over the chat: prompt, whole answer and address bar. Esc: give up.</source>
        <translation>Ziehen Sie über den Chat: Eingabe, ganze Antwort und Adresszeile. Esc: abbrechen.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::ScreenTaker</name>
    <message>
        <source>Something about this picture is out of the ordinary: look at it closely before you save it.</source>
        <translation>Etwas an diesem Bild ist ungewöhnlich: Sehen Sie es sich genau an, bevor Sie es speichern.</translation>
    </message>
    <message>
        <source>No picture was taken. Capture again, or take the screenshot with your system&apos;s own tool and add its file.</source>
        <translation>Es wurde kein Bild aufgenommen. Versuchen Sie es noch einmal, oder nehmen Sie das Bildschirmfoto mit dem Werkzeug Ihres Systems auf und fügen Sie die Datei hinzu.</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::SendPage</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>„%1“ kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>‹ &amp;Back to the case</source>
        <translation>‹ &amp;Zurück zum Fall</translation>
    </message>
    <message>
        <source>Your dossier is ready</source>
        <translation>Ihr Dossier ist fertig</translation>
    </message>
    <message>
        <source>&amp;Read the dossier</source>
        <translation>Dossier &amp;lesen</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every byte…</source>
        <translation>Jedes Byte wird geprüft …</translation>
    </message>
    <message>
        <source>Checked: every file, text and picture in it agrees with all the others.</source>
        <translation>Geprüft: Alle Dateien, Texte und Bilder darin stimmen miteinander überein.</translation>
    </message>
    <message>
        <source>Don&apos;t send this dossier: the check of it failed. Your case is as it was; make the dossier again. %1</source>
        <translation>Schicken Sie dieses Dossier nicht ab: Die Prüfung ist fehlgeschlagen. Ihr Fall ist unverändert; erstellen Sie das Dossier noch einmal. %1</translation>
    </message>
    <message>
        <source>The dossier is made, but what goes into the form can&apos;t be shown. %1</source>
        <translation>Das Dossier ist fertig, aber was ins Formular gehört, kann nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>No form is known for this. Send the dossier as a letter or by e-mail.</source>
        <translation>Dafür ist kein Formular bekannt. Schicken Sie das Dossier als Brief oder per E-Mail.</translation>
    </message>
    <message>
        <source>Open the form in the browser</source>
        <translation>Formular im Browser öffnen</translation>
    </message>
    <message>
        <source>choose it there</source>
        <translation>dort auswählen</translation>
    </message>
    <message>
        <source>fill it in there</source>
        <translation>dort ausfüllen</translation>
    </message>
    <message>
        <source>Open the &amp;pictures</source>
        <translation>&amp;Bilder öffnen</translation>
    </message>
    <message>
        <source>A picture and a small PDF of each exhibit, for forms that take nothing else.</source>
        <translation>Ein Bild und ein kleines PDF von jedem Beweisstück, für Formulare, die nichts anderes annehmen.</translation>
    </message>
    <message>
        <source>I have &amp;sent it</source>
        <translation>Ich habe es ab&amp;geschickt</translation>
    </message>
    <message>
        <source>Notes the day in the case, so that you know when the answer is due.</source>
        <translation>Vermerkt den Tag im Fall, damit Sie wissen, wann die Antwort fällig ist.</translation>
    </message>
    <message>
        <source>This could not be noted; your dossier is as it was. %1</source>
        <translation>Das konnte nicht vermerkt werden; Ihr Dossier ist unverändert. %1</translation>
    </message>
    <message>
        <source>Noted in the case. Under the GDPR an answer is due without undue delay, at the latest one month after they received it (Article 12(3)). Keep their answer, whatever it says.</source>
        <translation>Im Fall vermerkt. Nach der DSGVO ist die Antwort unverzüglich fällig, spätestens einen Monat nach Eingang (Artikel 12 Absatz 3). Bewahren Sie die Antwort auf, was auch immer darin steht.</translation>
    </message>
    <message>
        <source>What goes into the forms</source>
        <translation>Was in die Formulare kommt</translation>
    </message>
    <message>
        <source>Open the form in the browser: %1</source>
        <translation>Formular im Browser öffnen: %1</translation>
    </message>
    <message>
        <source>The dossier that was made last isn&apos;t beside the case any more: it was saved or moved elsewhere. If you can&apos;t find it, make it again.</source>
        <translation>Das zuletzt erstellte Dossier liegt nicht mehr neben dem Fall: Es wurde woanders gespeichert oder verschoben. Wenn Sie es nicht finden, erstellen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Not sent after all</source>
        <translation>Doch &amp;nicht abgeschickt</translation>
    </message>
    <message>
        <source>Notes in the case that it is still to be sent.</source>
        <translation>Vermerkt im Fall, dass es noch abzuschicken ist.</translation>
    </message>
    <message>
        <source>Something in the case changed since this dossier was made, for example what is covered. Make it anew before you send it.</source>
        <translation>Im Fall hat sich seit diesem Dossier etwas geändert, zum Beispiel, was geschwärzt ist. Erstellen Sie es neu, bevor Sie es abschicken.</translation>
    </message>
    <message>
        <source>&amp;Make it anew</source>
        <translation>N&amp;eu erstellen</translation>
    </message>
    <message>
        <source>Noted in the case: the dossier is still to be sent.</source>
        <translation>Im Fall vermerkt: Das Dossier ist noch abzuschicken.</translation>
    </message>
    <message>
        <source>Your dossier is sent</source>
        <translation>Ihr Dossier ist versandt</translation>
    </message>
    <message>
        <source>Keep the file as it is. Should they ask for something again, here is what goes into their form.</source>
        <translation>Lassen Sie die Datei, wie sie ist. Wird noch einmal nach etwas gefragt: Hier steht, was in das Formular gehört.</translation>
    </message>
    <message>
        <source>What the case names as this form isn&apos;t the address of a page on the web, and isn&apos;t opened: %1</source>
        <translation>Was der Fall als dieses Formular nennt, ist keine Adresse einer Seite im Internet und wird nicht geöffnet: %1</translation>
    </message>
    <message>
        <source>No program was found that opens this. It is here: %1</source>
        <translation>Es wurde kein Programm gefunden, das dies öffnet. Sie finden es hier: %1</translation>
    </message>
    <message>
        <source>Read it first. Then send it, as it says below. Press “I have sent it” when it is done.</source>
        <translation>Lesen Sie es zuerst. Dann verschicken Sie es, wie es unten steht. Drücken Sie „Ich habe es abgeschickt“, sobald das geschehen ist.</translation>
    </message>
    <message>
        <source>No form is known for this, and there is no ready letter in the dossier. Write to the company in your own words, and send the dossier with it.</source>
        <translation>Hierfür ist kein Formular bekannt, und im Dossier ist kein fertiger Brief. Schreiben Sie dem Unternehmen mit eigenen Worten und legen Sie das Dossier bei.</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Per Post</translation>
    </message>
    <message>
        <source>The letter is in the dossier: “Read the dossier” shows it, and it can be printed from there. It goes to:</source>
        <translation>Der Brief ist im Dossier: „Dossier lesen“ zeigt ihn, und von dort können Sie ihn drucken. Er geht an:</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Empfänger</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::StartPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n Beweisstück</numerusform>
            <numerusform>%n Beweisstücke</numerusform>
        </translation>
    </message>
    <message>
        <source>Your cases</source>
        <translation>Ihre Fälle</translation>
    </message>
    <message>
        <source>Everything stays on this computer. You decide what leaves it, and when.</source>
        <translation>Alles bleibt auf diesem Computer. Sie entscheiden, was ihn verlässt, und wann.</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>&amp;Neuer Fall</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>&amp;Datei öffnen …</translation>
    </message>
    <message>
        <source>Chec&amp;k a dossier…</source>
        <translation>Dossier &amp;prüfen …</translation>
    </message>
    <message>
        <source>Did an AI say something about you?</source>
        <translation>Hat eine KI etwas über Sie gesagt?</translation>
    </message>
    <message>
        <source>This program turns it into evidence: your exact prompt, a picture of the answer, and the request that belongs to it, in one file that you can send. “New case” asks three short questions first.</source>
        <translation>Dieses Programm macht einen Beweis daraus: Ihre genaue Eingabe, ein Bild der Antwort und den passenden Antrag, in einer Datei, die Sie verschicken können. „Neuer Fall“ stellt zuerst drei kurze Fragen.</translation>
    </message>
    <message>
        <source>Search for a name, a reference or a file</source>
        <translation>Name, Aktenzeichen oder Datei suchen</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>Fälle durchsuchen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>&amp;Take off this list</source>
        <translation>Von der &amp;Liste nehmen</translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>&amp;Endgültig löschen …</translation>
    </message>
    <message>
        <source>Can&apos;t be read now: it is damaged, in use, or no case. Open it to see why.</source>
        <translation>Gerade nicht lesbar: beschädigt, in Gebrauch oder kein Fall. Öffnen Sie ihn, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>There is no copy; the case is as it was. %1</source>
        <translation>Es gibt keine Kopie; der Fall ist unverändert. %1</translation>
    </message>
    <message>
        <source>The copy is “%1”. The case itself is as it was.</source>
        <translation>Die Kopie heißt „%1“. Der Fall selbst ist unverändert.</translation>
    </message>
    <message>
        <source>%1, backup of %2.exhibit17</source>
        <translation>%1, Sicherung vom %2.exhibit17</translation>
    </message>
    <message>
        <source>Back up this case</source>
        <translation>Diesen Fall sichern</translation>
    </message>
    <message>
        <source>Cases (*.exhibit17)</source>
        <translation>Fälle (*.exhibit17)</translation>
    </message>
    <message>
        <source>The backup is in %1. It is a whole copy: it opens like the case itself.</source>
        <translation>Die Sicherung liegt in %1. Sie ist eine vollständige Kopie und öffnet sich wie der Fall selbst.</translation>
    </message>
    <message>
        <source>There is no backup; the case is as it was. %1</source>
        <translation>Es gibt keine Sicherung; der Fall ist unverändert. %1</translation>
    </message>
    <message>
        <source>This case stays here, since it lies in the program&apos;s own folder, %1. Move its file elsewhere first.</source>
        <translation>Dieser Fall bleibt hier, denn er liegt im Ordner des Programms, %1. Verschieben Sie zuerst seine Datei.</translation>
    </message>
    <message>
        <source>Off the list. The file is still there: %1</source>
        <translation>Nicht mehr auf der Liste. Die Datei ist noch da: %1</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete “%1” and everything in it?</source>
        <translation>„%1“ und alles darin löschen?</translation>
    </message>
    <message>
        <source>The file is overwritten and removed. This can&apos;t be undone. Dossiers that you made, backups, and copies that you sent are not touched.</source>
        <translation>Die Datei wird überschrieben und entfernt. Das lässt sich nicht rückgängig machen. Dossiers, Sicherungen und verschickte Kopien bleiben.</translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>&amp;Endgültig löschen</translation>
    </message>
    <message>
        <source>&amp;Keep the case</source>
        <translation>Fall &amp;behalten</translation>
    </message>
    <message>
        <source>The case was not deleted. %1</source>
        <translation>Der Fall wurde nicht gelöscht. %1</translation>
    </message>
    <message>
        <source>The case was overwritten and deleted. Backups, snapshots of the disk and worn cells of an SSD are outside this program&apos;s reach.</source>
        <translation>Der Fall wurde überschrieben und gelöscht. Sicherungen, frühere Stände der Platte und Reste auf einer SSD kann dieses Programm nicht erreichen.</translation>
    </message>
    <message>
        <source>How far this is</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>No case has these words in its name, its reference or its file.</source>
        <translation>Kein Fall enthält diese Wörter in Name, Aktenzeichen oder Dateiname.</translation>
    </message>
    <message>
        <source>Exhibit 17</source>
        <translation>Exhibit 17</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a case and its file</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>What you made from it stays until you delete it yourself: %1</source>
        <translation>Was Sie daraus erstellt haben, bleibt, bis Sie es selbst löschen: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of files</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::TextPart</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>, compared with the screen</source>
        <translation>, mit dem Bildschirm verglichen</translation>
    </message>
    <message>
        <source>; characters that can&apos;t be seen are shown as \u{…}</source>
        <translation>; unsichtbare Zeichen sind als \u{…} dargestellt</translation>
    </message>
    <message>
        <source>; only the beginning is shown</source>
        <translation>; nur der Anfang wird gezeigt</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>This exhibit has no prompt.</source>
        <translation>Dieses Beweisstück hat keine Eingabe.</translation>
    </message>
    <message>
        <source>This exhibit has no text of the answer.</source>
        <translation>Dieses Beweisstück hat keinen Text der Antwort.</translation>
    </message>
    <message>
        <source>First press “Before” and choose words in the prompt or the answer, with the mouse or with Shift and the arrow keys.</source>
        <translation>Wählen Sie zuerst „Vorher“, und dann Wörter in der Eingabe oder der Antwort aus, mit der Maus oder mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>First choose words in the prompt or the answer, with the mouse or with Shift and the arrow keys.</source>
        <translation>Wählen Sie zuerst Wörter in der Eingabe oder der Antwort aus, mit der Maus oder mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>, compared with the picture</source>
        <translation>, mit dem Bild verglichen</translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::VerifyPage</name>
    <message>
        <source>‹ &amp;Back</source>
        <translation>‹ &amp;Zurück</translation>
    </message>
    <message>
        <source>Check a dossier</source>
        <translation>Dossier prüfen</translation>
    </message>
    <message>
        <source>Choose a PDF, or drop it here. Every byte is checked anew; nothing leaves this computer.</source>
        <translation>Wählen Sie ein PDF oder ziehen Sie es hierher. Jedes Byte wird neu geprüft; nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Dossiers (*.pdf);;All files (*)</source>
        <translation>Dossiers (*.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Checking every byte…</source>
        <translation>Jedes Byte wird geprüft …</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. %1</source>
        <translation>Die Datei kann nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>Ch&amp;oose a dossier…</source>
        <translation>&amp;Dossier auswählen …</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Whoever made it, and wherever it comes from: the check compares every file, text and picture in a dossier with what was written down about them when it was made. The file itself is not changed.</source>
        <translation>Gleich, von wem das Dossier stammt: Geprüft wird, ob jede Datei, jeder Text und jedes Bild darin noch das ist, was bei der Erstellung festgehalten wurde. Die Datei selbst bleibt unverändert.</translation>
    </message>
    <message>
        <source>But the end of the file is missing: it may be a dossier that wasn&apos;t copied or downloaded as a whole. Fetch it again, and check it once more.</source>
        <translation>Allerdings fehlt das Ende der Datei: Vielleicht ist es ein Dossier, das nicht vollständig kopiert oder heruntergeladen wurde. Holen Sie es noch einmal und prüfen Sie es erneut.</translation>
    </message>
</context>
</TS>
