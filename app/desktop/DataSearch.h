#pragma once
// Looks for the person's data in the exhibit that is shown, and makes marks of what they accept.

#include "desktop/MarkupEditor.h"
#include "desktop/model/FoundData.h"

namespace exhibit::desktop {

class DataSearch final : public QObject {
    Q_OBJECT

public:
    explicit DataSearch(MarkupEditor& editor);
    void start();
    /// Stops looking, and forgets what was found.
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isBusy() const { return m_isOpen && !m_found; }

    /// Nothing before it has looked everywhere.
    [[nodiscard]] const std::vector<Proposal>& proposals() const;
    [[nodiscard]] const std::optional<Error>& picturesUnread() const;
    [[nodiscard]] bool isTicked(std::size_t proposal) const { return m_ticked.at(proposal); }
    void tick(std::size_t proposal, bool ticked);
    [[nodiscard]] int ticked() const;
    void choose(std::optional<std::size_t> proposal);
    /// The one that is shown.
    [[nodiscard]] const Proposal* chosen() const;
    [[nodiscard]] std::optional<std::size_t> chosenNumber() const { return m_chosen; }
    /// Marks what is ticked, in one step, and closes once that is done.
    void accept();

signals:
    void changed();
    void tickedChanged();
    void chosenChanged();
    /// In thousandths.
    void progressed(int done);
    void failed(const QString& text);

private:
    void take(const Result<FoundData>& found);

    MarkupEditor& m_editor;
    ExhibitId m_exhibit;
    bool m_isOpen = false;
    bool m_isAccepting = false;
    std::optional<FoundData> m_found;
    std::vector<bool> m_ticked;
    std::optional<std::size_t> m_chosen;
    Work m_work;
};

} // namespace exhibit::desktop
