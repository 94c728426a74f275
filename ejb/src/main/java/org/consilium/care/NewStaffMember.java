package org.consilium.care;

import jakarta.validation.constraints.NotNull;
import org.consilium.access.Role;
import org.consilium.account.EmailAddress;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.account.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A person whom an administrator invites.
 *
 * @param team where a nurse or doctor will work; none for others
 */
public record NewStaffMember(
        @EmailAddress String email,
        @NotNull @NamePart String firstName,
        @LastName String lastName,
        @NotNull Role role,
        @Nullable TeamId team) {

    public boolean isClinician() {
        return role == Role.NURSE || role == Role.DOCTOR;
    }

    PersonName name() {
        return PersonName.of(firstName, lastName);
    }
}
