package org.consilium.review.rule;

import java.util.function.Supplier;

/**
 * What somebody of the staff has done in a day.
 *
 * @param accesses to patients' records
 * @param afterHours those of them outside of working hours
 * @param refusals what they wanted and may not do
 * @param usual what is usual; it is looked up only if a rule asks
 */
public record StaffDay(long accesses, long afterHours, long refusals, Supplier<Usual> usual) {

    /**
     * What is usual on a day with any access, over the last 30 days; 0 if there was none.
     *
     * @param own the person's average
     * @param team the average of the others in the person's teams
     */
    public record Usual(double own, double team) {}
}
