package org.consilium.aws.capacity.cost;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.consilium.aws.capacity.answers.RefusedFileException;
import org.consilium.aws.capacity.answers.StrictProperties;
import org.consilium.aws.capacity.sizing.InstanceSize;

/**
 * On-demand list prices from a file, which has to be updated from time to time.
 *
 * @param date on which they were looked up
 * @param region in which they are valid
 * @param dollars by key
 */
public record Prices(String date, String region, Map<String, Double> dollars) {

    private static final double MOST = 10_000;
    private static final String COMMITTED = "/org/consilium/aws/capacity/prices.properties";

    /** The prices in {@code config/aws/capacity/prices.properties}. */
    public static Prices committed() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Prices.class.getResourceAsStream(COMMITTED), COMMITTED),
                StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a file of prices.
     *
     * @throws RefusedFileException if a key is unknown, missing, duplicate, or has an invalid value
     * @throws IOException if the file cannot be read
     */
    public static Prices read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    private static Prices read(Reader source) throws IOException {
        StrictProperties file = new StrictProperties(source);
        Map<String, Double> dollars = new HashMap<>();
        for (InstanceSize size : InstanceSize.values()) {
            for (String type : new String[] {size.nodeType(), size.databaseType(), size.cacheType()}) {
                dollars.put(type, file.number(type, 0, MOST));
            }
        }
        for (Price price : Price.values()) {
            dollars.put(price.code(), file.number(price.code(), 0, MOST));
        }
        Prices prices = new Prices(file.text("date"), file.text("region"), Map.copyOf(dollars));
        file.refuseUnread();
        return prices;
    }

    /** Dollars for an hour of an instance. */
    public double of(String type) {
        return Objects.requireNonNull(dollars.get(type), type);
    }

    public double of(Price price) {
        return of(price.code());
    }
}
