package org.consilium.care.cover;

import java.util.List;

/**
 * For whom somebody covers at the moment, by their keys.
 *
 * @param people who are away
 * @param teams that these are in
 */
public record Coverage(List<Long> people, List<Long> teams) {

    public Coverage {
        people = List.copyOf(people);
        teams = List.copyOf(teams);
    }
}
