package org.consilium.review.rule;

import java.util.List;

/**
 * Something that a rule has found.
 *
 * @param numbers that the sentence about it has, in their order
 */
public record Hit(Why why, List<Long> numbers) {

    public Hit {
        numbers = List.copyOf(numbers);
    }

    static Hit of(Why why, Long... numbers) {
        return new Hit(why, List.of(numbers));
    }
}
