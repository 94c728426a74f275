package org.consilium.secret;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Validates the configuration of secrets when the node starts. */
@Singleton
@Startup
public class SecretStart {

    @Inject
    private SecretKeys keys;

    @PostConstruct
    void validate() {
        keys.check();
    }
}
