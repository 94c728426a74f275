package org.consilium.care;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.consilium.account.Emails;
import org.consilium.account.Passwords;
import org.consilium.account.PersonName;
import org.consilium.platform.NotBefore;
import org.consilium.platform.PlainText;

/** What a person says of themselves to become a patient. */
public record NewPatient(
        @NotBlank @PlainText @Size(max = PersonName.MAX) String firstName,
        @NotBlank @PlainText @Size(max = PersonName.MAX) String lastName,
        @NotNull @Past @NotBefore(NewPatient.EARLIEST_BIRTH) LocalDate dateOfBirth,
        @NotBlank @PlainText @Email @Size(max = Emails.MAX) String email,

        @NotNull @Size(min = Passwords.MIN, max = Passwords.MAX)
        String password,

        @AssertTrue boolean privacyNoticeAccepted) {

    /** Nobody alive was born before. */
    public static final String EARLIEST_BIRTH = "1900-01-01";

    /** The privacy notice that people agree to today. */
    public static final String PRIVACY_NOTICE = "2026-11";

    PersonName name() {
        return new PersonName(firstName.strip(), lastName.strip());
    }

    @Override
    public String toString() {
        return "NewPatient";
    }
}
