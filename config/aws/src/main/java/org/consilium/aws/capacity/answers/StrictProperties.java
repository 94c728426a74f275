package org.consilium.aws.capacity.answers;

import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** A properties file that refuses unknown, missing and duplicate keys and invalid values. */
public final class StrictProperties {

    private final Properties values = new UniqueKeys();
    private final Set<String> unread;

    public StrictProperties(Reader source) throws IOException {
        values.load(source);
        unread = new TreeSet<>(values.stringPropertyNames());
    }

    public String text(String key) {
        unread.remove(key);
        String value = values.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new RefusedFileException(key, "is missing");
        }
        return value;
    }

    public double number(String key, double least, double most) {
        String text = text(key);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new RefusedFileException(key, "'" + text + "' is not a number");
        }
        throw new RefusedFileException(key, text + " is not from " + plain(least) + " to " + plain(most));
    }

    public int count(String key, int least, int most) {
        double number = number(key, least, most);
        if (number != Math.rint(number)) {
            throw new RefusedFileException(key, number + " is not a whole number");
        }
        return (int) number;
    }

    /** A name in the IANA database, which EC2 Auto Scaling needs: an offset has no daylight saving time. */
    public ZoneId zone(String key) {
        String name = text(key);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new RefusedFileException(key, "'" + name + "' is not a time zone in the IANA database");
        }
        return ZoneId.of(name);
    }

    public LocalTime time(String key) {
        String text = text(key);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw new RefusedFileException(key, "'" + text + "' is not a time such as 08:00");
        }
    }

    /** Words separated by commas; {@code none} is an empty list. */
    List<String> words(String key) {
        String text = text(key);
        return text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** Refuses keys that nobody has read: a misspelled key would have no effect. */
    public void refuseUnread() {
        for (String key : unread) {
            throw new RefusedFileException(key, "is not a known key");
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static final class UniqueKeys extends Properties {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new RefusedFileException(key.toString(), "is duplicate");
            }
            return super.put(key, value);
        }
    }
}
