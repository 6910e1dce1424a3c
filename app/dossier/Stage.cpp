#include "dossier/Stage.h"

#include "dossier/Carriage.h"

namespace exhibit::dossier {

Result<Stage> Stage::set(const CaseFile& caseFile, const ExportOptions& options, const Clock& clock,
                         const Progress& progress) {
    EXHIBIT_ASSIGN(Content content, gather(caseFile, options, progress));
    EXHIBIT_ASSIGN(Wording words,
                   Wording::load(options.language.empty() ? content.details.language : options.language));
    EXHIBIT_ASSIGN(request::FormDirectory forms, request::FormDirectory::builtIn());
    if (options.profile != Profile::Full) {
        EXHIBIT_TRY(storeOnce(content));
    }
    return Stage(std::move(content), std::move(words), std::move(forms), options, clock.read());
}

} // namespace exhibit::dossier
