package org.consilium.aws.capacity.answers;

/**
 * A peak that no calendar knows.
 *
 * @param factor its load, relative to the peak hour of an ordinary day
 * @param minutes how long the load takes to rise
 * @param headroom the least maximum of the fleet, relative to the nodes for an ordinary peak, in case the answers are
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
