package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** Nobody learns from the time of an answer whether an address has an account. */
class SameTimesIT {
    /** For an address with an account, and as many for one without. */
    private static final int TRIES = 100;

    /** The two-sample Kolmogorov-Smirnov test: equal distributions differ by more once in a hundred thousand times. */
    private static final double MOST = 2.47 * Math.sqrt(2.0 / TRIES);

    @Test
    void ofSigningIn() {
        assertSameTimes(email -> Visitors.signIn(Visitors.anonymous(), email, "not the password"));
    }

    @Test
    void ofAskingForAnotherPassword() {
        HttpVisit visit = Visitors.anonymous();
        assertSameTimes(email -> visit.post(
                "/forgot-password",
                HtmlForm.in(visit.get("/forgot-password").body(), "forgot").with("email", email)));
    }

    @Test
    void ofRegistering() {
        HttpVisit visit = Visitors.anonymous();
        assertSameTimes(email -> visit.post("/register", RegistrationForm.of(visit, email)));
    }

    private static void assertSameTimes(Function<String, Answer> step) {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            known.add(step.apply(People.patient().email()).time().toNanos());
            unknown.add(step.apply(nobody()).time().toNanos());
        }
        assertThat(distance(known, unknown))
                .as("medians of %s and %s ns", median(known), median(unknown))
                .isLessThan(MOST);
    }

    private static String nobody() {
        return People.id().replaceAll("[^A-Za-z0-9]", "x").toLowerCase(Locale.ROOT) + "@example.org";
    }

    /** The greatest difference between the two empirical distribution functions. */
    private static double distance(List<Long> one, List<Long> other) {
        return Stream.concat(one.stream(), other.stream())
                .mapToDouble(time -> Math.abs(share(one, time) - share(other, time)))
                .max()
                .orElseThrow();
    }

    private static double share(List<Long> times, long most) {
        return (double) times.stream().filter(time -> time <= most).count() / times.size();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
