package org.consilium.review.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Ids that no entry had when the trail was looked through there: a transaction that has not committed yet may have
 * taken them, or one that was rolled back.
 *
 * @param first the lowest id
 * @param last the highest id
 */
record Gap(long first, long last) {

    /**
     * The gaps between ids.
     *
     * @param position the id before them
     * @param ids from the lowest to the highest
     */
    static List<Gap> after(long position, List<Long> ids) {
        List<Gap> gaps = new ArrayList<>();
        long before = position;
        for (long id : ids) {
            if (id > before + 1) {
                gaps.add(new Gap(before + 1, id - 1));
            }
            before = id;
        }
        return gaps;
    }

    boolean has(long id) {
        return first <= id && id <= last;
    }

    /**
     * What is left of it.
     *
     * @param ids that it has no longer, from the lowest to the highest
     */
    List<Gap> without(List<Long> ids) {
        List<Gap> left = after(first - 1, ids);
        long highest = ids.isEmpty() ? first - 1 : ids.getLast();
        if (highest < last) {
            left.add(new Gap(highest + 1, last));
        }
        return left;
    }
}
