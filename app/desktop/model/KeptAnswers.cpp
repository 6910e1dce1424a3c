#include "desktop/model/KeptAnswers.h"

#include "core/Bytes.h"
#include "core/JsonReader.h"
#include "desktop/model/FileNames.h"
#include "store/AtomicFile.h"
#include "store/Beside.h"
#include "store/Shred.h"

namespace exhibit::desktop {

namespace {

Result<CaseDetails> readAnswers(const std::filesystem::path& path) {
    EXHIBIT_ASSIGN(const auto file, FileSource::open(path));
    EXHIBIT_ASSIGN(const Bytes bytes, file->readAll(JsonLimits().size));
    EXHIBIT_ASSIGN(const Json json, parseJson(textOf(bytes)));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    return readCaseDetails(in);
}

} // namespace

KeptAnswers KeptAnswers::ofNewCase(const std::filesystem::path& folder) {
    return KeptAnswers(folder / ".new-case");
}

KeptAnswers KeptAnswers::ofCase(const std::filesystem::path& path) {
    return KeptAnswers(besideCase(path, "answers"));
}

Result<> KeptAnswers::keep(const CaseDetails& answers) const {
    EXHIBIT_ASSIGN(const std::string json, canonicalJson(toJson(answers)));
    EXHIBIT_TRY(makePrivateFolder(m_file.parent_path()));
    EXHIBIT_ASSIGN(AtomicFile file, AtomicFile::open(m_file, Existing::Shred));
    EXHIBIT_TRY(file.write(bytesOf(json)));
    return file.commit();
}

std::optional<CaseDetails> KeptAnswers::load() const {
    auto answers = readAnswers(m_file);
    return answers ? std::optional(*std::move(answers)) : std::nullopt;
}

void KeptAnswers::discard() const {
    static_cast<void>(shred(m_file)); // whoever can't write here has kept none either
}

} // namespace exhibit::desktop
