package org.consilium.peer;

import java.util.Objects;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** The person of a session, kept with it. */
public class SignedIn extends User {

    private static final long serialVersionUID = 1;

    private final long id;
    private final String name;
    private final Role role;

    SignedIn(Person person) {
        super(
                person.getEmail(),
                person.getPasswordHash(),
                AuthorityUtils.createAuthorityList("ROLE_" + person.getRole()));
        id = Objects.requireNonNull(person.getId());
        name = person.getName();
        role = person.getRole();
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Role getRole() {
        return role;
    }

    public boolean isClinician() {
        return role == Role.CLINICIAN;
    }
}
