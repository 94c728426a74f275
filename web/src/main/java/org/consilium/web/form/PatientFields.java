package org.consilium.web.form;

import java.time.LocalDate;
import java.util.Objects;
import org.consilium.account.LastName;
import org.consilium.account.NamePart;
import org.consilium.care.BirthDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that names a patient by name and date of birth. None of its methods is final: the container
 * makes proxies of the beans.
 */
public abstract class PatientFields {
    @NamePart
    private @Nullable String firstName;

    @LastName
    private @Nullable String lastName;

    @BirthDate
    private @Nullable LocalDate dateOfBirth;

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable LocalDate getDateOfBirth() {
        return dateOfBirth;
    }

    public void setDateOfBirth(@Nullable LocalDate dateOfBirth) {
        this.dateOfBirth = dateOfBirth;
    }

    /** Empty for somebody with one name. */
    protected String first() {
        return Objects.requireNonNullElse(firstName, "");
    }

    protected String last() {
        return Objects.requireNonNull(lastName);
    }

    protected LocalDate birth() {
        return Objects.requireNonNull(dateOfBirth);
    }
}
