package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** People who register with one address at the same moment: one gets the account, and no log holds the address. */
class SameMomentIT {

    private static final int PEOPLE = 4;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 60;

    @Test
    void oneGetsTheAccountAndTheOthersAreToldSo() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String email = People.id().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT) + "@race.example";
            List<Answer> answers = registerTogether(email);
            assertThat(answers).filteredOn(SameMomentIT::isRegistered).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !isRegistered(answer))
                    .allSatisfy(answer -> assertThat(answer.body())
                            .as(answer.toString())
                            .contains("An account with this e-mail address already exists."));
            assertThat(Records.accounts(email)).isEqualTo(1);
        }
        assertThat(Stand.get().node().lines())
                .noneMatch(line -> line.contains("@race.example"))
                .noneMatch(line -> line.contains("Duplicate entry"));
    }

    private static boolean isRegistered(Answer answer) {
        return answer.location().contains("done=registered");
    }

    private static List<Answer> registerTogether(String email) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PEOPLE);
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<Answer>> begun = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                HttpVisit visit = Visitors.anonymous();
                HtmlForm form = RegistrationForm.of(visit, email);
                begun.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return visit.post("/register", form);
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
