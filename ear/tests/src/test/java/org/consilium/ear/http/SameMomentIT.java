package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/**
 * Somebody who registers with one address several times at the same moment gets one account, and no log holds the
 * address.
 */
class SameMomentIT {

    private static final int PEOPLE = 4;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 60;

    @Test
    void oneOfTheirLettersOpensTheAccountAndTheOthersSayThatThereIsOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String email = People.id().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT) + "@race.example";
            List<Callable<Answer>> registrations = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                HttpVisit visit = Visitors.anonymous();
                HtmlForm form = RegistrationForm.of(visit, email);
                registrations.add(() -> visit.post("/register", form));
            }
            assertThat(together(registrations))
                    .allMatch(answer -> answer.location().contains("done=registered"));

            List<Callable<Answer>> confirmations = Stand.get().mails().takeAll(email, PEOPLE).stream()
                    .<Callable<Answer>>map(
                            letter -> () -> RegistrationForm.confirm(Visitors.anonymous(), letter, People.PASSWORD))
                    .toList();
            List<Answer> answers = together(confirmations);
            assertThat(answers).filteredOn(SameMomentIT::isConfirmed).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !isConfirmed(answer))
                    .allSatisfy(answer -> assertThat(answer.body())
                            .as(answer.toString())
                            .contains("There is an account with your address already."));
            assertThat(Records.accounts(email)).isEqualTo(1);
        }
        assertThat(Stand.get().node().lines())
                .noneMatch(line -> line.contains("@race.example"))
                .noneMatch(line -> line.contains("Duplicate entry"));
    }

    private static boolean isConfirmed(Answer answer) {
        return answer.location().contains("done=confirmed");
    }

    private static List<Answer> together(List<Callable<Answer>> steps) throws Exception {
        CyclicBarrier start = new CyclicBarrier(steps.size());
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            List<Future<Answer>> begun = new ArrayList<>();
            for (Callable<Answer> step : steps) {
                begun.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return step.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : begun) {
                answers.add(answer.get(SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
