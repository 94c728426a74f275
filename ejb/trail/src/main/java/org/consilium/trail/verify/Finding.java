package org.consilium.trail.verify;

import java.util.Arrays;
import java.util.List;

/**
 * Something that is wrong with a trail.
 *
 * @param values ids and numbers, as the kind's words name them
 */
public record Finding(FindingKind kind, List<String> values) {
    public Finding {
        values = List.copyOf(values);
    }

    static Finding of(FindingKind kind, Object... values) {
        return new Finding(kind, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** In plain words. */
    public String text() {
        String text = kind.words();
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + "}", values.get(i));
        }
        return text;
    }
}
