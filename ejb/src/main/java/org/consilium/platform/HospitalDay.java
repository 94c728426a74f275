package org.consilium.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.ConfigProvider;

/** The calendar day at the hospital, in the time zone that its configuration names. */
public final class HospitalDay {

    private static final String ZONE = "consilium.web.time-zone";

    private HospitalDay() {}

    /** Today. Validators ask here, as the server creates them without injection. */
    public static LocalDate today() {
        return on(Clock.systemUTC(), zone());
    }

    static LocalDate on(Clock clock, ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    private static ZoneId zone() {
        return ZoneId.of(ConfigProvider.getConfig().getValue(ZONE, String.class));
    }
}
