package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The days of the hospital, by which findings are counted. */
@ApplicationScoped
public class HospitalDays {

    @Inject
    @ConfigProperty(name = "consilium.web.time-zone")
    private ZoneId zone;

    LocalDate of(Instant when) {
        return LocalDate.ofInstant(when, zone);
    }
}
