package org.consilium.care;

import jakarta.validation.constraints.AssertTrue;
import java.time.LocalDate;
import org.consilium.account.EmailAddress;
import org.consilium.account.NamePart;
import org.consilium.account.Password;
import org.consilium.account.PersonName;

/** The form by which a person becomes a patient. */
public record NewPatient(
        @NamePart String firstName,
        @NamePart String lastName,
        @BirthDate LocalDate dateOfBirth,
        @EmailAddress String email,
        @Password String password,
        @AssertTrue boolean privacyNoticeAccepted) {

    /** The version of the privacy notice that people agree to today. */
    public static final String PRIVACY_NOTICE = "2026-11";

    PersonName name() {
        return new PersonName(firstName.strip(), lastName.strip());
    }

    @Override
    public String toString() {
        return "NewPatient";
    }
}
