package org.consilium.care;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consilium.access.Role;
import org.consilium.account.Emails;
import org.consilium.account.PersonName;
import org.consilium.platform.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Whom an administrator invites, and as what.
 *
 * @param team where a nurse or doctor will work; others work in none
 */
public record NewStaffMember(
        @NotBlank @PlainText @Email @Size(max = Emails.MAX) String email,
        @NotBlank @PlainText @Size(max = PersonName.MAX) String firstName,
        @NotBlank @PlainText @Size(max = PersonName.MAX) String lastName,
        @NotNull Role role,
        @Nullable TeamId team) {

    public boolean isClinician() {
        return role == Role.NURSE || role == Role.DOCTOR;
    }

    PersonName name() {
        return new PersonName(firstName.strip(), lastName.strip());
    }
}
