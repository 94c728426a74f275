package org.consilium.trail.owner;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the command, with keys as in the file that a machine's configuration is written to.
 *
 * @param url of the application's database, whose schema the trail's stands beside
 * @param user the owner
 * @param applicationUsers may read and add; in the cloud, two that alternate
 * @param daysAhead days that have a partition before they begin
 * @param daysOnline days that stay in the database; older ones are in the archive alone
 * @param daysFetched how long a day stays that was brought back
 * @param patience how long to wait for another run to end
 * @param archive absent where days are never archived
 */
public record OwnerSettings(
        String url,
        String user,
        String password,
        List<String> applicationUsers,
        int daysAhead,
        int daysOnline,
        int daysFetched,
        Duration patience,
        @Nullable ArchiveSettings archive) {

    static final int DAYS_AHEAD = 14;
    static final int DAYS_ONLINE = 400;
    static final int DAYS_FETCHED = 30;

    private static final String PREFIX = "consilium.trail.";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Those of one machine, where nothing is archived. */
    public static OwnerSettings local(String url, String user, String password) {
        return new OwnerSettings(url, user, password, List.of(), DAYS_AHEAD, DAYS_ONLINE, DAYS_FETCHED, PATIENCE, null);
    }

    /**
     * Reads a file of settings.
     *
     * @throws InvalidSettingsException if a key is missing, or a value is not a number
     * @throws IOException if the file cannot be read
     */
    static OwnerSettings read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        }
        return of(values);
    }

    static OwnerSettings of(Properties values) {
        return new OwnerSettings(
                required(values, "url"),
                required(values, "user"),
                required(values, "password"),
                Stream.of(values.getProperty(PREFIX + "application-users", "").split("[ ,]+"))
                        .filter(user -> !user.isEmpty())
                        .toList(),
                days(values, "days-ahead", DAYS_AHEAD),
                days(values, "days-online", DAYS_ONLINE),
                days(values, "days-fetched", DAYS_FETCHED),
                PATIENCE,
                archive(values));
    }

    private static @Nullable ArchiveSettings archive(Properties values) {
        String bucket = values.getProperty(PREFIX + "archive-bucket", "");
        return bucket.isEmpty()
                ? null
                : new ArchiveSettings(
                        bucket,
                        required(values, "archive-region"),
                        values.getProperty(PREFIX + "archive-endpoint", ""),
                        ArchiveSettings.ROWS_OF_A_FILE);
    }

    private static String required(Properties values, String key) {
        String value = values.getProperty(PREFIX + key, "");
        if (value.isEmpty()) {
            throw new InvalidSettingsException(PREFIX + key + " is missing");
        }
        return value;
    }

    private static int days(Properties values, String key, int usual) {
        String value = values.getProperty(PREFIX + key, Integer.toString(usual));
        try {
            int days = Integer.parseInt(value);
            if (days > 0) {
                return days;
            }
        } catch (NumberFormatException e) {
            throw new InvalidSettingsException(PREFIX + key + " is not a number of days", e);
        }
        throw new InvalidSettingsException(PREFIX + key + " is not a number of days");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
