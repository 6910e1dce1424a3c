#pragma once
// What screen readers see of areas that scroll.

namespace exhibit::desktop {

/// Qt 6.4's own interface of QAbstractScrollArea answers a question for a child that is gone, such as a scroll bar that
/// isn't needed any more, with whatever lies behind its list: the program ends. Ours answers that there is none.
/// Once, before there are windows.
void installScrollAreaAccess();

} // namespace exhibit::desktop
