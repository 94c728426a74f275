package org.consilium.account;

import jakarta.security.enterprise.credential.Credential;
import org.consilium.access.Caller;

/** Somebody whom {@link SignInService} or {@link SecondStepService} has let in, for the container to remember. */
public record CallerCredential(Caller caller) implements Credential {}
