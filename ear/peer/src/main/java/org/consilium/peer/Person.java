package org.consilium.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** A patient or a clinician with an account. */
@Entity
class Person {

    @Id
    private Long id;

    private String email;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String name;
    private LocalDate born;

    protected Person() {}

    Long getId() {
        return id;
    }

    String getEmail() {
        return email;
    }

    String getPasswordHash() {
        return passwordHash;
    }

    Role getRole() {
        return role;
    }

    String getName() {
        return name;
    }

    LocalDate getBorn() {
        return born;
    }
}
