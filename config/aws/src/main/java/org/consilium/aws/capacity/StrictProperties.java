package org.consilium.aws.capacity;

import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** A properties file in which every key has to be known, to stand there once, and to make sense. */
final class StrictProperties {

    private final Properties values = new Once();
    private final Set<String> unread;

    StrictProperties(Reader source) throws IOException {
        values.load(source);
        unread = new TreeSet<>(values.stringPropertyNames());
    }

    String text(String key) {
        unread.remove(key);
        String value = values.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new RefusedFileException(key, "is missing");
        }
        return value;
    }

    double number(String key, double least, double most) {
        String text = text(key);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new RefusedFileException(key, "'" + text + "' is not a number");
        }
        throw new RefusedFileException(
                key, text + " is not from " + Figures.plain(least) + " to " + Figures.plain(most));
    }

    int count(String key, int least, int most) {
        double number = number(key, least, most);
        if (number != Math.rint(number)) {
            throw new RefusedFileException(key, number + " is not a whole number");
        }
        return (int) number;
    }

    /** An IANA name of a place, as EC2 Auto Scaling takes it: a mere offset knows no summer time. */
    ZoneId zone(String key) {
        String name = text(key);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new RefusedFileException(key, "'" + name + "' is not a time zone of the IANA database");
        }
        return ZoneId.of(name);
    }

    LocalTime time(String key) {
        String text = text(key);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw new RefusedFileException(key, "'" + text + "' is not a time such as 08:00");
        }
    }

    /** Words with commas between them; {@code none} is an empty list. */
    List<String> words(String key) {
        String text = text(key);
        return text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** Whatever has not been asked for is a mistake: a key misspelt would else count for nothing. */
    void refuseTheRest() {
        for (String key : unread) {
            throw new RefusedFileException(key, "is not a key that this file has");
        }
    }

    private static final class Once extends Properties {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new RefusedFileException(key.toString(), "stands there twice");
            }
            return super.put(key, value);
        }
    }
}
