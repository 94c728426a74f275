package org.consilium.server.probe;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** An application whose database is missing. */
@Singleton
@Startup
public class BrokenSingleton {
    @PostConstruct
    void migrate() {
        throw new IllegalStateException(
                "no schema",
                new IllegalStateException(
                        "no answer from jdbc:mysql://db.test/app?user=app&password=hunter2\nafter 5 s"));
    }
}
