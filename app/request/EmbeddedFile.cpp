#include "request/EmbeddedFile.h"

namespace exhibit::request {

Result<std::string_view> embeddedFile(std::string_view path) {
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.path == path)
            return file.text;
    return fail(ErrorCode::NotFound, "The program holds no such data file.", std::string(path));
}

} // namespace exhibit::request
