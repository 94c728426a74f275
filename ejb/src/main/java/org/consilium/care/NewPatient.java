package org.consilium.care;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.consilium.account.EmailAddress;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.consilium.account.password.Password;

/** The form by which a person becomes a patient. */
public record NewPatient(
        @NotNull @NamePart String firstName,
        @LastName String lastName,
        @BirthDate LocalDate dateOfBirth,
        @EmailAddress String email,
        @Password String password,
        @AssertTrue boolean privacyNoticeAccepted) {

    /** The version of the privacy notice that people agree to today. */
    public static final String PRIVACY_NOTICE = "2026-11";

    PersonName name() {
        return PersonName.of(firstName, lastName);
    }

    /** Texts that are no part of a good password. */
    List<String> personalTexts() {
        return List.of(firstName, lastName, email);
    }

    @Override
    public String toString() {
        return "NewPatient";
    }
}
