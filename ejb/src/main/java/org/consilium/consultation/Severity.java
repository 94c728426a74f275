package org.consilium.consultation;

import java.util.Arrays;

/** How bad the ailment is, as the patient feels it; the most severe comes first in the queue. */
public enum Severity {
    SEVERE(1),
    MODERATE(2),
    MILD(3);

    private final int urgency;

    Severity(int urgency) {
        this.urgency = urgency;
    }

    /** The place in the queue: lower comes first. */
    int urgency() {
        return urgency;
    }

    static Severity of(int urgency) {
        return Arrays.stream(values())
                .filter(severity -> severity.urgency == urgency)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no severity of urgency " + urgency));
    }
}
