package org.consilium.review;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.consilium.review.rule.Rules;

/** Validates the rules of the review, and its times, when the node starts. */
@Singleton
@Startup
public class ReviewStart {

    @Inject
    private ReviewTimes times;

    @Inject
    private Rules rules;

    @PostConstruct
    void validate() {
        times.check();
        rules.read();
    }
}
