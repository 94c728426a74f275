package org.consilium.aws.capacity;

/**
 * The day that no calendar knows.
 *
 * @param factor the load against the peak hour of an ordinary day
 * @param minutes it takes to get there
 * @param headroom the maximum is at least so many times what the peak of an ordinary day needs, should the answers be
 *     wrong
 */
public record Surge(double factor, int minutes, double headroom) {

    static Surge read(StrictProperties file) {
        return new Surge(
                file.number("viral.factor", 1, 1000),
                file.count("viral.minutes", 1, 240),
                file.number("fleet.headroom", 1, 100));
    }
}
