package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** More sign-ins and registrations at once than a node can hash passwords for are asked to come again. */
class PasswordFloodIT {

    /** More than hash and wait, and fewer than make the server refuse requests before the application sees them. */
    private static final int AT_ONCE = 12;

    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;

    @Test
    void theRestIsToldToComeAgainAndOtherPagesGoOn() throws Exception {
        HttpVisit reader = Visitors.signedIn(People.patient().email());
        assertThat(reader.get("/consultations").isPage())
                .as("from now on the node knows that they are signed in")
                .isTrue();
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int attempt = 0; attempt < AT_ONCE; attempt++) {
            attempts.add(attempt());
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Answer>> begun = attempts.stream().map(threads::submit).toList();
            assertThat(reader.get("/consultations").isPage()).isTrue();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : begun) {
                answers.add(answer.get(1, TimeUnit.MINUTES));
            }
            assertThat(answers).extracting(Answer::status).containsOnly(OK, SERVICE_UNAVAILABLE);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == SERVICE_UNAVAILABLE)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.retryAfter()).matches("[1-9]"));
            assertThat(answers)
                    .as("not by the server, which refuses some when a node serves too many at once")
                    .anyMatch(answer -> answer.body().contains("Please try again in a moment"));
            assertThat(Stand.get().node().lines()).noneMatch(line -> line.contains("password checks"));
        } finally {
            threads.shutdownNow();
        }
    }

    /** An attempt with a page of its own, ready to be sent. */
    private static Callable<Answer> attempt() {
        HttpVisit stranger = Visitors.anonymous();
        HtmlForm form = HtmlForm.in(stranger.get("/sign-in").body(), "signin")
                .with("email", People.id() + "@example.org")
                .with("password", "incorrect horse battery");
        return () -> stranger.post("/sign-in", form);
    }
}
