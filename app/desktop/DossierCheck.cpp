#include "desktop/DossierCheck.h"

#include <QFile>

namespace exhibit::desktop {

namespace {

constexpr std::uint64_t kWhole = 1000;

Result<dossier::Verification> check(const std::string& path, const Progress& progress) {
    EXHIBIT_ASSIGN(const SharedSource file, FileSource::open(path));
    return dossier::verifyDossier(file, progress);
}

} // namespace

DossierCheck::~DossierCheck() {
    stop();
}

void DossierCheck::stop() {
    m_stopping = true;
    if (m_worker.joinable())
        m_worker.join();
    m_stopping = false;
    ++m_run; // What is still on its way to the event loop belongs to the run before.
}

void DossierCheck::start(const QString& path, Done done) {
    stop();
    const auto progress = [this](std::uint64_t at, std::uint64_t total) {
        emit progressed(total == 0 ? 0 : static_cast<int>(kWhole * at / total));
        return !m_stopping;
    };
    m_worker = std::thread(
        [this, progress, done = std::move(done), name = QFile::encodeName(path).toStdString(), run = m_run] {
            const auto result = check(name, progress);
            QMetaObject::invokeMethod(this, [this, result, done, run] {
                if (run == m_run)
                    done(result);
            });
        });
}

} // namespace exhibit::desktop
