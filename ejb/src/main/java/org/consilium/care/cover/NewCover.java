package org.consilium.care.cover;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.consilium.account.AccountId;
import org.consilium.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Names somebody who covers.
 *
 * @param covered who is away; null for the caller
 * @param covering the e-mail address of the one who covers
 * @param from null for now
 */
public record NewCover(
        @Nullable AccountId covered,
        @NotNull @EmailAddress String covering,
        @Nullable Instant from,
        @NotNull Instant until) {

    @Override
    public String toString() {
        return "NewCover";
    }
}
