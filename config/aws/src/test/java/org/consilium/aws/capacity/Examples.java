package org.consilium.aws.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.FleetSize;
import org.consilium.aws.capacity.sizing.ScheduledAction;

/** The committed answers, the answers of a country, and both with changes; plans with changes. */
public final class Examples {

    private Examples() {}

    public static Answers committed(String... changes) {
        return changed("answers.properties", changes);
    }

    public static Answers country(String... changes) {
        return changed("large.properties", changes);
    }

    public static String text(String file) {
        try (InputStream source = Objects.requireNonNull(Examples.class.getResourceAsStream(file), file)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Answers parsed(String text) {
        try {
            return Answers.read(new StringReader(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The text with other values.
     *
     * @param changes lines such as {@code zones=4}
     */
    public static String replaced(String text, String... changes) {
        String result = text;
        for (String change : changes) {
            String key = change.substring(0, change.indexOf('='));
            String line = "(?m)^" + key.replace(".", "\\.") + "=.*$";
            if (result.replaceFirst(line, "").equals(result)) {
                throw new IllegalArgumentException("no such key to change: " + key);
            }
            result = result.replaceFirst(line, change);
        }
        return result;
    }

    /** The same plan with other limits of the fleet. */
    public static CapacityPlan withFleet(CapacityPlan plan, FleetSize fleet) {
        return changed(plan, fleet, plan.scheduledActions());
    }

    /** The same plan with other scheduled actions. */
    public static CapacityPlan withScheduledActions(CapacityPlan plan, List<ScheduledAction> actions) {
        return changed(plan, plan.fleet(), actions);
    }

    private static CapacityPlan changed(CapacityPlan plan, FleetSize fleet, List<ScheduledAction> actions) {
        return new CapacityPlan(
                plan.workload(),
                fleet,
                actions,
                plan.node(),
                plan.database(),
                plan.cache(),
                plan.requestsPerNodeAndMinute());
    }

    private static Answers changed(String file, String... changes) {
        return parsed(replaced(text(file), changes));
    }
}
