package org.consilium.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.consilium.review.rule.RuleName;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Within which time findings are to be decided. */
@ApplicationScoped
public class ReviewTimes {

    @Inject
    @ConfigProperty(name = "consilium.review.due-hours")
    private int dueHours;

    @Inject
    @ConfigProperty(name = "consilium.review.break-glass-due-hours")
    private int breakGlassDueHours;

    /** @throws IllegalArgumentException if a setting is invalid */
    @PostConstruct
    void check() {
        if (dueHours < 1 || breakGlassDueHours < 1) {
            throw new IllegalArgumentException("consilium.review.due-hours and break-glass-due-hours are at least 1");
        }
    }

    Duration of(RuleName rule) {
        return Duration.ofHours(rule == RuleName.BREAK_GLASS ? breakGlassDueHours : dueHours);
    }
}
