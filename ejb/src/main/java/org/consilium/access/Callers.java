package org.consilium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;

/** Finds the caller: the person whom the container has signed in. */
@ApplicationScoped
public class Callers {

    @Inject
    private SecurityContext security;

    public Optional<Caller> find() {
        return security.getPrincipalsByType(Caller.class).stream().findFirst();
    }

    /** The caller of a method that only signed-in people can reach. */
    public Caller get() {
        return find().orElseThrow(NotFoundException::new);
    }
}
