#include "pdf/PageWriter.h"

#include "pdf/Syntax.h"

#include <algorithm>
#include <array>
#include <hpdf.h>
#include <limits>
#include <vector>

namespace exhibit::pdf {
namespace {

/// libharu goes on after an error as if nothing had happened; the first one is what counts.
void noteError(HPDF_STATUS error, HPDF_STATUS, void* user) {
    auto& first = *static_cast<HPDF_STATUS*>(user);
    if (first == HPDF_OK)
        first = error;
}

HPDF_REAL real(double value) {
    return static_cast<HPDF_REAL>(value);
}

} // namespace

struct PageWriter::Haru {
    HPDF_STATUS error = HPDF_OK;
    HPDF_Doc document = nullptr;
    std::vector<HPDF_Page> pages;
    std::vector<std::size_t> linkCounts; ///< for each page
    std::vector<HPDF_Image> images;
    std::array<HPDF_Outline, 4> lastBookmarks{}; ///< of each level; [0] is the root
    std::size_t bookmarkCount = 0;

    Haru() : document(HPDF_New(noteError, &error)) {}
    ~Haru() {
        if (document != nullptr)
            HPDF_Free(document);
    }
    Haru(const Haru&) = delete;
    Haru& operator=(const Haru&) = delete;
};

PageWriter::PageWriter(std::unique_ptr<Haru> haru) : m_haru(std::move(haru)) {}
PageWriter::~PageWriter() = default;

Result<std::unique_ptr<PageWriter>> PageWriter::create() {
    auto haru = std::make_unique<Haru>();
    if (haru->document == nullptr)
        return fail(ErrorCode::Internal, "The pages can't be begun: there is no memory left.");
    HPDF_SetCompressionMode(haru->document, HPDF_COMP_NONE); // the finisher compresses
    std::unique_ptr<PageWriter> writer(new PageWriter(std::move(haru)));
    EXHIBIT_TRY(writer->check());
    return writer;
}

Result<> PageWriter::check() const {
    if (m_haru->error == HPDF_OK)
        return {};
    return fail(ErrorCode::Internal, "The pages can't be written (libharu error 0x" +
                                         hexNumber(static_cast<std::uint32_t>(m_haru->error), 4) + ").");
}

Result<std::size_t> PageWriter::addPage(double width, double height) {
    HPDF_Page page = HPDF_AddPage(m_haru->document);
    if (page != nullptr) {
        HPDF_Page_SetWidth(page, real(width));
        HPDF_Page_SetHeight(page, real(height));
    }
    EXHIBIT_TRY(check());
    m_haru->pages.push_back(page);
    m_haru->linkCounts.push_back(0);
    return m_haru->pages.size() - 1;
}

Result<> PageWriter::append(std::size_t page, std::string_view operators) {
    // libharu has operators for its own fonts only; ours go straight into the stream of the page.
    const auto* attributes = static_cast<const HPDF_PageAttr_Rec*>(m_haru->pages.at(page)->attr);
    while (!operators.empty()) {
        const auto length = std::min<std::size_t>(operators.size(), std::size_t{1} << 16);
        HPDF_Stream_Write(attributes->stream, reinterpret_cast<const HPDF_BYTE*>(operators.data()),
                          static_cast<HPDF_UINT>(length));
        operators.remove_prefix(length);
    }
    return check();
}

Result<ImageNumber> PageWriter::addImage() {
    const std::array<HPDF_BYTE, 3> pixel{};
    HPDF_Image image = HPDF_LoadRawImageFromMem(m_haru->document, pixel.data(), 1, 1, HPDF_CS_DEVICE_RGB, 8);
    const std::string key(kPlaceholderKey);
    if (image != nullptr)
        HPDF_Dict_AddNumber(image, key.c_str(), static_cast<HPDF_INT32>(m_haru->images.size()));
    EXHIBIT_TRY(check());
    m_haru->images.push_back(image);
    return m_haru->images.size() - 1;
}

Result<std::string> PageWriter::imageName(std::size_t page, ImageNumber image) {
    const char* name = HPDF_Page_GetXObjectName(m_haru->pages.at(page), m_haru->images.at(image));
    EXHIBIT_TRY(check());
    return std::string(name == nullptr ? "" : name);
}

Result<std::size_t> PageWriter::addLink(std::size_t page, const Rectangle& area) {
    const HPDF_Rect rectangle{real(area.left), real(area.bottom), real(area.right), real(area.top)};
    HPDF_Annotation link = HPDF_Page_CreateURILinkAnnot(m_haru->pages.at(page), rectangle, "https:");
    if (link != nullptr)
        HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
    EXHIBIT_TRY(check());
    return m_haru->linkCounts.at(page)++;
}

Result<> PageWriter::addBookmark(int level, std::size_t page, double top) {
    const auto at = static_cast<std::size_t>(std::clamp(level, 1, 3));
    HPDF_Outline parent = nullptr; // the nearest level above that has a bookmark
    for (std::size_t above = at; above-- > 0 && parent == nullptr;)
        parent = m_haru->lastBookmarks.at(above);
    const std::string title = decimal(m_haru->bookmarkCount++);
    HPDF_Outline bookmark = HPDF_CreateOutline(m_haru->document, parent, title.c_str(), nullptr);
    HPDF_Destination target = HPDF_Page_CreateDestination(m_haru->pages.at(page));
    if (bookmark != nullptr && target != nullptr) {
        HPDF_Destination_SetXYZ(target, 0, real(top), 1); // the finisher removes the zoom
        HPDF_Outline_SetDestination(bookmark, target);
        HPDF_Outline_SetOpened(bookmark, at == 1 ? HPDF_TRUE : HPDF_FALSE);
    }
    m_haru->lastBookmarks.at(at) = bookmark;
    for (std::size_t below = at + 1; below < m_haru->lastBookmarks.size(); ++below)
        m_haru->lastBookmarks.at(below) = nullptr;
    return check();
}

std::size_t PageWriter::pageCount() const {
    return m_haru->pages.size();
}

Result<Bytes> PageWriter::finish() {
    HPDF_SaveToStream(m_haru->document);
    EXHIBIT_TRY(check());
    HPDF_UINT32 size = HPDF_GetStreamSize(m_haru->document);
    Bytes file(size);
    HPDF_ResetStream(m_haru->document);
    HPDF_ReadFromStream(m_haru->document, file.data(), &size);
    EXHIBIT_TRY(check());
    if (size != file.size())
        return fail(ErrorCode::Internal, "The pages can't be written: there is no memory left.");
    return file;
}

} // namespace exhibit::pdf
