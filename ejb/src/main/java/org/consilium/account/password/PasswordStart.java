package org.consilium.account.password;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Validates the configuration of password hashes when the node starts. */
@Singleton
@Startup
public class PasswordStart {

    @Inject
    private Argon2idHash passwords;

    @PostConstruct
    void validate() {
        passwords.check();
    }
}
