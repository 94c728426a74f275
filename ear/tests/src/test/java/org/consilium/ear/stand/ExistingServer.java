package org.consilium.ear.stand;

import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;

/**
 * The database server that all tests use in place of their own MariaDB:
 * {@code -Dconsilium.test.mysql=jdbc:mysql://user:password@host:port/}. Each run has databases and accounts of its own
 * there, and removes them at its end; the user must be able to create them, and to switch the general log on.
 */
public final class ExistingServer implements DatabaseServer {

    private static final Optional<ExistingServer> GIVEN = Optional.ofNullable(
                    System.getProperty("consilium.test.mysql"))
            .filter(url -> !url.isBlank())
            .map(ExistingServer::new);

    private static final String JDBC = "jdbc:";

    private final URI address;
    private final String run =
            "c" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "_";
    private final List<String> created = new ArrayList<>();

    private ExistingServer(String url) {
        address = URI.create(url.substring(JDBC.length()));
    }

    /** The server, if there is one. */
    public static Optional<ExistingServer> get() {
        return GIVEN;
    }

    @Override
    public String url(String name) {
        String options = address.getQuery() == null ? DRIVER_OPTIONS : "?" + address.getQuery();
        return JDBC + address.getScheme() + "://" + address.getHost() + ":" + address.getPort() + "/" + name + options;
    }

    @Override
    public Database administrator() {
        String[] account = address.getUserInfo().split(":", 2);
        return new Database(url(""), account[0], account[1]);
    }

    @Override
    public synchronized Database createDatabase(String name) {
        created.add(run + name);
        return createDatabase(run + name, People.id(), "%");
    }

    /** Removes what this run has created. */
    synchronized void clear() {
        execute(created.stream()
                .flatMap(name -> List.of("DROP DATABASE IF EXISTS " + name, "DROP USER IF EXISTS " + name).stream())
                .toList());
        created.clear();
    }
}
