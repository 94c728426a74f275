package org.consilium.consultation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A place on the outline of a body.
 *
 * @param x per mille of the outline's width, from its left
 * @param y per mille of its height, from its top
 */
public record BodyPin(
        @NotNull Side side,
        @Min(0) @Max(BodyPin.MAX) int x,
        @Min(0) @Max(BodyPin.MAX) int y) {

    static final int MAX = 1000;

    /** The side from which the body is shown. */
    public enum Side {
        FRONT,
        BACK
    }
}
