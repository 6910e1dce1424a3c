#include "pdf/Canvas.h"

#include "pdf/Syntax.h"

#include <algorithm>

namespace exhibit::pdf {
namespace {

void appendColour(std::string& out, const Colour& colour, const char* op) {
    for (const double part : {colour.red, colour.green, colour.blue}) {
        appendNumber(out, part, 3);
        out += ' ';
    }
    out += op;
    out += '\n';
}

void appendRectangle(std::string& out, const Rectangle& area) {
    appendNumbers(out, area.left, area.bottom, area.right - area.left, area.top - area.bottom);
    out += "re\n";
}

} // namespace

template <class T>
std::optional<T> Canvas::checked(Result<T> result) {
    if (result)
        return std::move(*result);
    if (!m_workshop.error)
        m_workshop.error = std::move(result.error());
    return std::nullopt;
}

void Canvas::beginContent(ElementId element) {
    const std::size_t number = structure().mark(element, m_page);
    m_content += "/" + structure().elements()[element].type + " <</MCID " + decimal(number) + ">> BDC\n";
}

void Canvas::beginArtifact() {
    m_content += "/Artifact BMC\n";
}

void Canvas::end() {
    m_content += "EMC\n";
}

void Canvas::setFill(const Colour& colour) {
    if (m_fill == colour)
        return;
    appendColour(m_content, colour, "rg");
    m_fill = colour;
}

std::string Canvas::nameOf(ImageNumber image) {
    return checked(m_workshop.writer.imageName(m_page, image)).value_or("");
}

std::string Canvas::emojiName(FontFace& face, hb_codepoint_t glyph) {
    const auto key = std::make_pair(static_cast<const FontFace*>(&face), glyph);
    const auto known = m_workshop.emojiNumbers.find(key);
    if (known != m_workshop.emojiNumbers.end())
        return nameOf(known->second);
    const auto number = checked(m_workshop.writer.addImage());
    if (!number)
        return {};
    m_workshop.images.emplace_back(EmojiImage{&face, glyph});
    m_workshop.emojiNumbers.emplace(key, *number);
    return nameOf(*number);
}

void Canvas::fillRectangle(const Rectangle& area, const Colour& colour) {
    setFill(colour);
    appendRectangle(m_content, area);
    m_content += "f\n";
}

void Canvas::fillPath(std::string_view operators, const Colour& colour) {
    setFill(colour);
    m_content += operators;
    m_content += "f\n";
}

void Canvas::strokePath(std::string_view operators, double width, const Colour& colour) {
    m_content += "q\n";
    appendColour(m_content, colour, "RG");
    appendNumbers(m_content, width);
    m_content += "w\n";
    m_content += operators;
    m_content += "S\nQ\n";
}

void Canvas::strokeRectangle(const Rectangle& area, double width, const Colour& colour) {
    std::string path;
    appendRectangle(path, area);
    strokePath(path, width, colour);
}

void Canvas::strokeLine(double fromX, double fromY, double toX, double toY, double width, const Colour& colour) {
    std::string path;
    appendNumbers(path, fromX, fromY);
    path += "m ";
    appendNumbers(path, toX, toY);
    strokePath(path + "l\n", width, colour);
}

void Canvas::rule(double left, double right, double y, double width, const Colour& colour) {
    beginArtifact();
    fillRectangle({left, y - width / 2, right, y + width / 2}, colour);
    end();
}

void Canvas::image(const SharedPicture& picture, const Matrix& matrix, const Rectangle& clip) {
    auto known = m_workshop.pictureNumbers.find(picture.get());
    if (known == m_workshop.pictureNumbers.end()) {
        const auto number = checked(m_workshop.writer.addImage());
        if (!number)
            return;
        m_workshop.images.emplace_back(std::static_pointer_cast<const ScannedPicture>(picture));
        known = m_workshop.pictureNumbers.emplace(picture.get(), *number).first;
    }
    m_content += "q\n";
    appendRectangle(m_content, clip);
    m_content += "W n\n";
    for (const double part : {matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f}) {
        appendNumber(m_content, part, 3);
        m_content += ' ';
    }
    m_content += "cm /" + nameOf(known->second) + " Do Q\n";
}

void Canvas::link(const Rectangle& area, const std::string& uri, const std::string& description, ElementId element) {
    const auto number = checked(m_workshop.writer.addLink(m_page, area));
    if (!number)
        return;
    m_workshop.links.at(m_page).push_back({uri, description});
    structure().addAnnotation(element, m_page, *number);
}

std::string Canvas::backgroundOperators() {
    if (m_backgrounds.empty())
        return {};
    std::stable_sort(m_backgrounds.begin(), m_backgrounds.end(),
                     [](const Background& a, const Background& b) { return a.depth < b.depth; });
    std::string out = "/Artifact BMC\nq\n";
    for (const Background& background : m_backgrounds) {
        const Rectangle& area = background.area;
        if (background.fill) {
            appendColour(out, *background.fill, "rg");
            appendRectangle(out, area);
            out += "f\n";
        }
        if (background.leftRule) {
            appendColour(out, *background.leftRule, "rg");
            appendRectangle(out, {area.left, area.bottom, area.left + 2.25, area.top});
            out += "f\n";
        }
        if (background.outline) {
            appendColour(out, *background.outline, "RG");
            out += "0.75 w\n";
            appendRectangle(out, area);
            out += "S\n";
        }
    }
    return out + "Q\nEMC\n";
}

void Canvas::finish() {
    for (const std::string& part : {backgroundOperators(), m_content}) {
        const auto written = m_workshop.writer.append(m_page, part);
        if (!written && !m_workshop.error)
            m_workshop.error = written.error();
    }
    m_content.clear();
    m_backgrounds.clear();
}

} // namespace exhibit::pdf
