package org.consilium.server;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.consilium.server.settings.Settings;

/**
 * The read replicas of the database. A node chooses one at random when it starts, which spreads the nodes over them;
 * the application measures how far that one is behind the primary.
 */
final class Replicas {
    private static final String KEY = "replica-url";

    private final String[] addresses;

    /** Reads {@code consilium.database.replica-url}: one address, or several separated by whitespace. */
    Replicas(Settings ofDatabase) {
        addresses = ofDatabase.text(KEY, "").strip().split("\\s+");
    }

    /** The replica for this node; empty if there is no choice. */
    Optional<String> one(RandomGenerator random) {
        return addresses.length < 2 ? Optional.empty() : Optional.of(addresses[random.nextInt(addresses.length)]);
    }

    /** Tells the application only about the chosen replica. */
    void choose(RandomGenerator random) {
        one(random).ifPresent(address -> System.setProperty("consilium.database." + KEY, address));
    }
}
