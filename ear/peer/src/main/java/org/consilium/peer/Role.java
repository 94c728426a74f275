package org.consilium.peer;

/** Patient or clinician, with the page that they start on. */
public enum Role {
    PATIENT("/consultations"),
    CLINICIAN("/queue");

    private final String home;

    Role(String home) {
        this.home = home;
    }

    String home() {
        return home;
    }
}
