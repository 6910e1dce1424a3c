#pragma once
// Places on a page (ISO 32000-1 8.3), in points.

#include <algorithm>
#include <cmath>

namespace exhibit::pdf::reader {

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return top - bottom; }
    [[nodiscard]] bool isEmpty() const { return !(left < right && bottom < top); }
    [[nodiscard]] Box intersection(const Box& other) const {
        return {std::max(left, other.left), std::max(bottom, other.bottom), std::min(right, other.right),
                std::min(top, other.top)};
    }
    [[nodiscard]] bool overlaps(const Box& other) const { return !intersection(other).isEmpty(); }
    [[nodiscard]] bool contains(const Point& point) const {
        return point.x >= left && point.x <= right && point.y >= bottom && point.y <= top;
    }
    [[nodiscard]] bool contains(const Box& other, double tolerance) const {
        return other.left >= left - tolerance && other.right <= right + tolerance &&
               other.bottom >= bottom - tolerance && other.top <= top + tolerance;
    }
    /// Smaller by `by` on each side.
    [[nodiscard]] Box inset(double by) const { return {left + by, bottom + by, right - by, top - by}; }
    void include(const Point& point) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        bottom = std::min(bottom, point.y);
        top = std::max(top, point.y);
    }
    [[nodiscard]] static Box around(const Point& point) { return {point.x, point.y, point.x, point.y}; }
};

/// [a b c d e f]
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    [[nodiscard]] Point map(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
    /// This one first, then `next`.
    [[nodiscard]] Matrix then(const Matrix& next) const {
        return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
                c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
    }
    [[nodiscard]] Box mapBox(const Box& box) const {
        Box mapped = Box::around(map(box.left, box.bottom));
        mapped.include(map(box.right, box.bottom));
        mapped.include(map(box.left, box.top));
        mapped.include(map(box.right, box.top));
        return mapped;
    }
    [[nodiscard]] bool isUpright() const { return a > 0 && d > 0 && b == 0 && c == 0; }
    /// Turned by a multiple of 90 degrees, mirrored or not, and not flat.
    [[nodiscard]] bool isRightAngled() const {
        return (b == 0 && c == 0 && a != 0 && d != 0) || (a == 0 && d == 0 && b != 0 && c != 0);
    }
    /// Of a right-angled one.
    [[nodiscard]] Matrix inverse() const {
        const double determinant = a * d - b * c;
        return {d / determinant,
                -b / determinant,
                -c / determinant,
                a / determinant,
                (c * f - d * e) / determinant,
                (b * e - a * f) / determinant};
    }
};

} // namespace exhibit::pdf::reader
