#pragma once
// What is known about an exhibit, and what happened to it, as pages to read.

#include "desktop/model/Desk.h"

#include <QCoreApplication>
#include <QString>

namespace exhibit::desktop {

class ExhibitFacts {
    Q_DECLARE_TR_FUNCTIONS(ExhibitFacts)

public:
    /// HTML. `checks` is empty until the bytes were compared.
    [[nodiscard]] static QString facts(const ExhibitView& view, const std::vector<ArtifactCheck>& checks);
    /// HTML: each day with what happened on it.
    [[nodiscard]] static QString timeline(const ExhibitView& view);
};

} // namespace exhibit::desktop
