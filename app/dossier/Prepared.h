#pragma once
// A dossier whose pages are set, ready to be written.

#include "dossier/Attachments.h"

namespace exhibit::dossier {

/// What the scene refers to must outlive it.
struct Prepared {
    pdf::Composition composition;
    std::vector<pdf::Attachment> attachments;
    std::vector<std::string> warnings; ///< whole sentences for the person

    [[nodiscard]] Result<> write(ByteSink& sink, const Progress& progress) const {
        return composition.write(attachments, sink, progress);
    }
};
[[nodiscard]] Result<Prepared> prepare(const Scene& scene, const pdf::FontProvider& fonts);

} // namespace exhibit::dossier
