#include "desktop/DataSearch.h"

#include "desktop/Wording.h"

#include <algorithm>
#include <utility>

namespace exhibit::desktop {

DataSearch::DataSearch(MarkupEditor& editor) : m_editor(editor) {
    connect(&m_work, &Work::progressed, this, &DataSearch::progressed);
    connect(&editor, &MarkupEditor::changed, this, [this] {
        if (m_isOpen && m_editor.exhibit() != m_exhibit)
            close();
    });
}

void DataSearch::start() {
    m_work.drop();
    m_found.reset();
    m_ticked.clear();
    m_chosen.reset();
    m_isOpen = true;
    m_isAccepting = false;
    m_exhibit = m_editor.exhibit();
    m_work.start([desk = &m_editor.desk(), path = m_editor.path(), exhibit = m_exhibit.number](
                     const Progress& progress) { return findData(*desk, path, exhibit, progress); },
                 [this](const Result<FoundData>& found) { take(found); });
    emit changed();
    emit chosenChanged();
}

void DataSearch::take(const Result<FoundData>& found) {
    if (!found) {
        close();
        return emit failed(Wording::problem(found.error()));
    }
    m_found = *found;
    m_ticked.assign(m_found->proposals.size(), true);
    emit changed();
}

void DataSearch::close() {
    m_work.drop();
    m_isOpen = false;
    m_isAccepting = false;
    m_found.reset();
    m_ticked.clear();
    m_chosen.reset();
    emit changed();
    emit chosenChanged();
}

const std::vector<Proposal>& DataSearch::proposals() const {
    static const std::vector<Proposal> none;
    return m_found ? m_found->proposals : none;
}

const std::optional<Error>& DataSearch::picturesUnread() const {
    static const std::optional<Error> none;
    return m_found ? m_found->picturesUnread : none;
}

void DataSearch::tick(std::size_t proposal, bool ticked) {
    if (m_ticked.at(proposal) == ticked)
        return;
    m_ticked.at(proposal) = ticked;
    emit tickedChanged();
}

int DataSearch::ticked() const {
    return static_cast<int>(std::ranges::count(m_ticked, true));
}

void DataSearch::choose(std::optional<std::size_t> proposal) {
    if (proposal == m_chosen)
        return;
    m_chosen = proposal;
    emit chosenChanged();
}

const Proposal* DataSearch::chosen() const {
    return m_chosen && *m_chosen < proposals().size() ? &proposals()[*m_chosen] : nullptr;
}

void DataSearch::accept() {
    if (m_isAccepting)
        return;
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < proposals().size(); ++i)
        if (m_ticked[i])
            marks.push_back(proposals()[i].mark);
    m_isAccepting = true;
    m_editor.addMarks(std::move(marks), [this](bool added) {
        if (!std::exchange(m_isAccepting, false)) // the person went on meanwhile
            return;
        if (added)
            close();
    });
}

} // namespace exhibit::desktop
