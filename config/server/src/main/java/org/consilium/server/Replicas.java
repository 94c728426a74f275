package org.consilium.server;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.consilium.server.settings.Settings;

/**
 * The copies of the database that may be read from. A node takes one, at random when it starts, so that the nodes
 * spread over them, and the application knows how far behind the primary its own one is.
 */
final class Replicas {
    private static final String KEY = "replica-url";

    private final String[] addresses;

    /** Those of {@code consilium.database.replica-url}: one address, or several with blanks between them. */
    Replicas(Settings ofDatabase) {
        addresses = ofDatabase.text(KEY, "").strip().split("\\s+");
    }

    /** The one for this node; none if there are none to choose from. */
    Optional<String> one(RandomGenerator random) {
        return addresses.length < 2 ? Optional.empty() : Optional.of(addresses[random.nextInt(addresses.length)]);
    }

    /** Lets the application know of that one alone. */
    void choose(RandomGenerator random) {
        one(random).ifPresent(address -> System.setProperty("consilium.database." + KEY, address));
    }
}
