#include "dossier/Instructions.h"

#include <algorithm>

namespace exhibit::dossier {

namespace {

/// Puts a PNG together by the rule of pdf/image/PngSkeleton.h. For Python 3.8 or later.
constexpr std::string_view kRebuild = R"(cat > rebuild.py <<'END'
import sys
skeleton, data = open(sys.argv[1], "rb"), open(sys.argv[2], "rb")
out = open(sys.argv[3], "xb")
out.write(skeleton.read(8))
while head := skeleton.read(8):
    length, name = int.from_bytes(head[:4], "big"), head[4:]
    out.write(head + (data if name == b"IDAT" else skeleton).read(length))
    out.write(skeleton.read(4))
    if name == b"IEND":
        out.write(skeleton.read())
END)";

} // namespace

bool storesPicturesOnPages(const Content& content) {
    return std::any_of(content.exhibits.begin(), content.exhibits.end(), [](const DisclosedExhibit& exhibit) {
        return std::any_of(exhibit.items.begin(), exhibit.items.end(),
                           [](const DisclosedItem& item) { return item.place.onPage; });
    });
}

std::string instructions(const Scene& scene) {
    std::vector<std::string_view> steps{"verify.take-out", "verify.sums"};
    if (storesPicturesOnPages(scene.content))
        steps.push_back("verify.rebuild");
    steps.insert(steps.end(), {"verify.manifest", "verify.commitment", "verify.custody"});
    std::string text =
        scene.words("verify.title", {{"title", titleOf(scene)},
                                     {"case", scene.content.caseId},
                                     {"time", scene.words.dateTime(scene.now.utc, scene.now.offsetMinutes)}});
    int number = 0;
    for (const std::string_view step : steps)
        text += std::to_string(++number) + ". " + scene.words(step, {{"script", std::string(kRebuild)}});
    return text + scene.words("verify.meaning");
}

} // namespace exhibit::dossier
