package org.consilium.database;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.secret.SecretReader;
import org.consilium.secret.SecretUnavailableException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The login for new connections: from {@code consilium.database.secret}, if there is one, so that a password that was
 * rotated while the node runs is found. It is read again after a minute, and at once, but not more often than each
 * second, when the database refuses it. While Secrets Manager does not answer, the last one is used, at first that of
 * the node's configuration.
 */
final class Logins {

    private static final Logger LOG = Logger.getLogger(Logins.class.getName());

    private static final Duration TTL = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static @Nullable Logins instance;

    private final @Nullable SecretReader secret;
    private Login known;

    /** Times of {@link System#nanoTime}. */
    private long staleFrom;

    private long readableFrom;

    private Logins(Login configured, @Nullable SecretReader secret) {
        this.known = configured;
        this.secret = secret;
        staleFrom = System.nanoTime();
        readableFrom = staleFrom;
    }

    /** Those of this node; the server makes its data sources before anything can be injected. */
    static synchronized Logins get() {
        Logins known = instance;
        if (known == null) {
            Config config = ConfigProvider.getConfig(Logins.class.getClassLoader());
            Optional<String> arn = config.getOptionalValue("consilium.database.secret", String.class);
            known = new Logins(
                    new Login(
                            config.getValue("consilium.database.user", String.class),
                            config.getValue("consilium.database.password", String.class)),
                    arn.map(SecretReader::new).orElse(null));
            instance = known;
        }
        return known;
    }

    /** The present one. */
    synchronized Login current() {
        if (staleFrom - System.nanoTime() <= 0) {
            read();
        }
        return known;
    }

    /** The one after a login that the database has refused; the same if there is no other. */
    synchronized Login after(Login refused) {
        if (known.equals(refused)) {
            read();
        }
        return known;
    }

    private void read() {
        if (secret == null || readableFrom - System.nanoTime() > 0) {
            return;
        }
        readableFrom = System.nanoTime() + PAUSE.toNanos();
        try {
            JsonObject value = secret.read();
            known = new Login(value.getString("username", known.user()), value.getString("password", known.password()));
            staleFrom = System.nanoTime() + TTL.toNanos();
        } catch (SecretUnavailableException failure) {
            LOG.log(Level.WARNING, failure, () -> failure.getMessage());
        }
    }

    /** The database user, and the user's password. */
    record Login(String user, String password) {

        /** The settings of a connection, with this user. */
        Properties in(Properties settings) {
            Properties all = new Properties();
            all.putAll(settings);
            all.setProperty("user", user);
            all.setProperty("password", password);
            return all;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }
}
