#pragma once
// The page of a case, with what a person does there.

#include "PageWorld.h"
#include "desktop/CasePage.h"
#include "desktop/MarkedPicture.h"
#include "desktop/MarkupEditor.h"
#include "desktop/TwoLineList.h"
#include "desktop/model/ExhibitDraft.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <catch2/catch.hpp>

namespace exhibit::desktop {

struct CaseWorld : test::PageWorld {
    std::filesystem::path path = makeCase();
    std::unique_ptr<CasePage> page = std::make_unique<CasePage>(desk);

    void add(const char* pictureName, Origin origin = Origin::Typed) const {
        ExhibitDraft draft;
        draft.prompt.text = "Who is Erika?";
        draft.response.text = "A baker.";
        draft.response.origin = origin;
        draft.checked = true;
        CapturedItem picture;
        picture.role = Role::Screenshot;
        picture.origin = Origin::File;
        picture.bytes = FileSource::open(std::filesystem::path(TEST_DATA) / pictureName).value();
        draft.pictures.push_back(desk.takePicture(picture).value());
        REQUIRE(desk.add(path, draft.capture(clock).value()));
    }
    void show(int exhibit = 0) const {
        page->resize(1100, 800);
        page->show();
        page->open(path, exhibit);
        REQUIRE(test::comesTrue([&] { return !picture().pictureSize().isEmpty() && list().item(0) != nullptr; }));
    }
    template <class Widget>
    [[nodiscard]] Widget& child(const char* name = "") const {
        auto* const found = page->findChild<Widget*>(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] MarkedPicture& picture() const { return child<MarkedPicture>("picture"); }
    [[nodiscard]] TwoLineList& list() const { return child<TwoLineList>("exhibits"); }
    [[nodiscard]] MarkupEditor& editor() const { return *page->findChild<MarkupEditor*>(); }
    [[nodiscard]] QPlainTextEdit& note() const { return child<QPlainTextEdit>("noteText"); }
    [[nodiscard]] QString noteText() const { return note().toPlainText(); }
    [[nodiscard]] bool isNext(const QString& text) const {
        return test::comesTrue([&] { return button(text).isDefault(); });
    }
    [[nodiscard]] QPushButton& button(const QString& text) const {
        for (QPushButton* const one : page->findChildren<QPushButton*>())
            if (one->text().remove('&') == text || one->accessibleName() == text)
                return *one;
        FAIL("no button " << text.toStdString());
        std::abort();
    }
    [[nodiscard]] bool says(const QString& part) const {
        return test::comesTrue([&] {
            return std::ranges::any_of(page->findChildren<QLabel*>(),
                                       [&](const QLabel* label) { return label->text().contains(part); });
        });
    }
    [[nodiscard]] std::vector<std::string> notes(int exhibit) const {
        std::vector<std::string> found;
        const ExhibitView view = desk.exhibit(path, exhibit).value();
        for (const ShownText& text : view.texts)
            if (text.artifact.role == Role::Note)
                found.push_back(text.text);
        return found;
    }
    void startAgain() {
        page.reset();
        page = std::make_unique<CasePage>(desk);
        show(1);
    }
    [[nodiscard]] dossier::ExportResult makeDossier() const {
        return desk.exportDossier(path, Desk::dossierPath(path), {}).value();
    }
};

inline Mark markOf(const Region& region) {
    Mark mark;
    mark.number = 1;
    mark.region = region;
    mark.category = "name";
    return mark;
}

} // namespace exhibit::desktop
