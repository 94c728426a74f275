package org.consilium.emergency;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.consilium.care.BirthDate;

/** A search for a patient: the whole name and the date of birth, so that nobody can look through the patients. */
public record PatientSearch(
        @NotNull @NamePart String firstName,
        @LastName String lastName,
        @BirthDate LocalDate dateOfBirth) {

    PersonName name() {
        return PersonName.of(firstName, lastName);
    }

    @Override
    public String toString() {
        return "PatientSearch";
    }
}
