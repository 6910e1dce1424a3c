#include "core/CaptureRecord.h"

#include "core/Json.h"
#include "core/JsonReader.h"

namespace exhibit {

namespace {

constexpr std::string_view kRecordSchema = "exhibit17/capture-record/1";

Json artifactJson(const RecordedArtifact& artifact) {
    Json json{{"role", name(artifact.role)},
              {"commitment", artifact.commitment.hex()},
              {"origin", name(artifact.origin)},
              {"confirmed", artifact.confirmed}};
    if (artifact.picture)
        json["picture"] = toJson(*artifact.picture);
    if (artifact.parent)
        json["derivedFrom"] = artifact.parent->hex();
    if (!artifact.operation.empty())
        json["operation"] = artifact.operation;
    return json;
}

Result<RecordedArtifact> readArtifact(const JsonReader& in) {
    RecordedArtifact artifact;
    EXHIBIT_TRY(in.only({"role", "commitment", "origin", "confirmed", "picture", "derivedFrom", "operation"}));
    EXHIBIT_ASSIGN(artifact.role, in.converted("role", roleFromName));
    EXHIBIT_ASSIGN(artifact.commitment, in.converted("commitment", Commitment::fromHex));
    EXHIBIT_ASSIGN(artifact.origin, in.converted("origin", originFromName));
    EXHIBIT_ASSIGN(artifact.confirmed, in.boolean("confirmed"));
    if (in.has("picture")) {
        EXHIBIT_ASSIGN(const JsonReader picture, in.object("picture"));
        EXHIBIT_ASSIGN(artifact.picture, readPictureFacts(picture));
    }
    if (in.has("derivedFrom")) {
        EXHIBIT_ASSIGN(artifact.parent, in.converted("derivedFrom", Commitment::fromHex));
    }
    if (in.has("operation")) {
        EXHIBIT_ASSIGN(artifact.operation, in.string("operation"));
    }
    return artifact;
}

} // namespace

Result<std::string> CaptureRecord::toJson() const {
    Json list = Json::array();
    for (const RecordedArtifact& artifact : artifacts)
        list.push_back(artifactJson(artifact));
    return canonicalJson(Json{{"schema", kRecordSchema},
                              {"case", caseId},
                              {"exhibit", exhibit},
                              {"method", method},
                              {"surface", name(surface)},
                              {"conversation", name(conversation)},
                              {"time", exhibit::toJson(time)},
                              {"tool", tool},
                              {"operatingSystem", operatingSystem},
                              {"artifacts", std::move(list)},
                              {"custodyHead", custodyHead.hex()}});
}

Result<CaptureRecord> CaptureRecord::fromJson(std::string_view text) {
    EXHIBIT_ASSIGN(const Json json, parseJson(text));
    EXHIBIT_ASSIGN(const JsonReader in, JsonReader::open(json));
    EXHIBIT_TRY(in.only({"schema", "case", "exhibit", "method", "surface", "conversation", "time", "tool",
                         "operatingSystem", "artifacts", "custodyHead"}));
    EXHIBIT_TRY(in.literal("schema", kRecordSchema));
    CaptureRecord record;
    EXHIBIT_ASSIGN(record.caseId, in.string("case"));
    EXHIBIT_ASSIGN(const std::int64_t number, in.integer("exhibit", 1, kMaxExhibitNumber));
    record.exhibit = static_cast<int>(number);
    EXHIBIT_ASSIGN(record.method, in.string("method"));
    EXHIBIT_ASSIGN(record.surface, in.converted("surface", surfaceFromName));
    EXHIBIT_ASSIGN(record.conversation, in.converted("conversation", conversationFromName));
    EXHIBIT_ASSIGN(const JsonReader time, in.object("time"));
    EXHIBIT_ASSIGN(record.time, readTimeReading(time));
    EXHIBIT_ASSIGN(record.tool, in.string("tool"));
    EXHIBIT_ASSIGN(record.operatingSystem, in.string("operatingSystem"));
    EXHIBIT_ASSIGN(const auto items, in.array("artifacts"));
    for (const JsonReader& item : items) {
        EXHIBIT_ASSIGN(RecordedArtifact artifact, readArtifact(item));
        record.artifacts.push_back(std::move(artifact));
    }
    EXHIBIT_ASSIGN(record.custodyHead, in.converted("custodyHead", Digest::fromHex));
    return record;
}

} // namespace exhibit
