package org.consilium.review.mark;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.consilium.care.BirthDate;
import org.consilium.platform.ShortValue;
import org.jspecify.annotations.Nullable;

/**
 * The form by which an officer marks a patient.
 *
 * @param staff the e-mail address of the account that an employee has for work
 */
public record NewMark(
        @NotNull @NamePart String firstName,
        @LastName String lastName,
        @BirthDate LocalDate dateOfBirth,
        @NotNull MarkKind kind,
        @Nullable @ShortValue String staff) {

    PersonName name() {
        return PersonName.of(firstName, lastName);
    }

    @Override
    public String toString() {
        return "NewMark";
    }
}
