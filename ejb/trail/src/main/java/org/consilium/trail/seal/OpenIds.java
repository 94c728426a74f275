package org.consilium.trail.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ids below the highest sealed one that no committed entry had when the seal was made, such as
 * {@code 201-202@1764452345}: their transactions may still be open, or were rolled back. After the @ stands when each
 * was first missed, in seconds since 1970 by the database's clock.
 */
public final class OpenIds {
    public static final OpenIds NONE = new OpenIds(List.of());

    private final List<Missed> all;

    private OpenIds(List<Missed> all) {
        this.all = List.copyOf(all);
    }

    private record Missed(IdRange ids, long since) {
        @Override
        public String toString() {
            return ids + "@" + since;
        }

        static Missed parse(String text) {
            int at = text.indexOf('@');
            if (at < 0) {
                throw new IllegalArgumentException("no time: " + text);
            }
            return new Missed(IdRange.parse(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
        }
    }

    /** @throws IllegalArgumentException if the text is none that {@link #toString} gives */
    static OpenIds parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        OpenIds parsed = new OpenIds(
                Arrays.stream(text.split(",", -1)).map(Missed::parse).toList());
        // checks that they ascend
        Ids unused = parsed.ids();
        return parsed;
    }

    public Ids ids() {
        return Ids.ofRanges(all.stream().map(Missed::ids).toList());
    }

    /** Those that were first missed at that time or before. */
    Ids since(long time) {
        return Ids.ofRanges(
                all.stream().filter(each -> each.since <= time).map(Missed::ids).toList());
    }

    OpenIds without(Ids others) {
        List<Missed> left = new ArrayList<>();
        for (Missed each : all) {
            Ids.of(each.ids.from(), each.ids.to()).minus(others).ranges().stream()
                    .map(range -> new Missed(range, each.since))
                    .forEach(left::add);
        }
        return new OpenIds(left);
    }

    /** @param higher than all of these */
    OpenIds with(Ids higher, long since) {
        List<Missed> both = new ArrayList<>(all);
        higher.ranges().stream().map(range -> new Missed(range, since)).forEach(both::add);
        return new OpenIds(both);
    }

    @Override
    public String toString() {
        return all.stream().map(Missed::toString).collect(Collectors.joining(","));
    }
}
