<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>Asked %n time(s)</source>
        <translation>
            <numerusform>Asked once</numerusform>
            <numerusform>Asked %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>how often</comment>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::AddPage</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This exhibit wasn&apos;t saved yet when the program ended. %n picture(s) of it can&apos;t be read any more; everything else is here again.</source>
        <translation>
            <numerusform>This exhibit wasn&apos;t saved yet when the program ended. %n picture of it can&apos;t be read any more; everything else is here again.</numerusform>
            <numerusform>This exhibit wasn&apos;t saved yet when the program ended. %n pictures of it can&apos;t be read any more; everything else is here again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files can&apos;t be added; everything else is still here.</source>
        <translation>
            <numerusform>One file can&apos;t be added; everything else is still here.</numerusform>
            <numerusform>%n files can&apos;t be added; everything else is still here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::CaptureBar</name>
    <message numerus="yes">
        <source>%n picture(s) taken.</source>
        <translation>
            <numerusform>%n picture taken.</numerusform>
            <numerusform>%n pictures taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n new picture(s) from the folder</source>
        <translation>
            <numerusform>Take the new picture from the folder</numerusform>
            <numerusform>Take %n new pictures from the folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::CasePage</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::DataPanel</name>
    <message numerus="yes">
        <source>%n place(s) may be about you. Pictures were read by a machine, which may be wrong: look at each one.</source>
        <translation>
            <numerusform>%n place may be about you. Pictures were read by a machine, which may be wrong: look at it.</numerusform>
            <numerusform>%n places may be about you. Pictures were read by a machine, which may be wrong: look at each one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n p&amp;lace(s)</source>
        <translation>
            <numerusform>Mark %n p&amp;lace</numerusform>
            <numerusform>Mark %n p&amp;laces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::FolderOffer</name>
    <message numerus="yes">
        <source>%n new picture(s) in the folder: %1</source>
        <translation>
            <numerusform>One new picture in the folder: %1</numerusform>
            <numerusform>%n new pictures in the folder: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::LongChatPanel</name>
    <message numerus="yes">
        <source>%n part(s) taken.</source>
        <translation>
            <numerusform>%n part taken.</numerusform>
            <numerusform>%n parts taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::MarkupEditor</name>
    <message numerus="yes">
        <source>%n mark(s) made. Ctrl+Z takes them away.</source>
        <translation>
            <numerusform>%n mark made. Ctrl+Z takes it away.</numerusform>
            <numerusform>%n marks made. Ctrl+Z takes them away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PictureList</name>
    <message numerus="yes">
        <source>long chat of %n part(s)</source>
        <translation>
            <numerusform>long chat of %n part</numerusform>
            <numerusform>long chat of %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PicturePart</name>
    <message numerus="yes">
        <source>%n mark(s) and cover(s)</source>
        <translation>
            <numerusform>%n mark or cover</numerusform>
            <numerusform>%n marks and covers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::PromptMatch</name>
    <message numerus="yes">
        <source>Your prompt appears in the picture, with %n difference(s).</source>
        <translation>
            <numerusform>Your prompt appears in the picture, with %n difference.</numerusform>
            <numerusform>Your prompt appears in the picture, with %n differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::SendPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::StartPage</name>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exhibit::desktop::TextPart</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
</TS>
