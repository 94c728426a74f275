package org.consilium.consultation.team;

import jakarta.validation.constraints.NotNull;
import org.consilium.account.EmailAddress;

/**
 * Asks a colleague in.
 *
 * @param colleague their e-mail address
 */
public record NewAsking(
        @NotNull @EmailAddress String colleague,
        @NotNull @AskingNote String note) {

    @Override
    public String toString() {
        return "NewAsking";
    }
}
