package org.consilium.review;

import jakarta.validation.constraints.NotNull;
import org.consilium.account.Reason;

/** The form by which an officer decides about a finding. */
public record NewDecision(
        @NotNull ReviewOutcome outcome, @Reason String comment) {

    @Override
    public String toString() {
        return "NewDecision";
    }
}
