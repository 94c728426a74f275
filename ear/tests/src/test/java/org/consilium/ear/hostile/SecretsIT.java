package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.consilium.ear.http.LimitedNodes;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/**
 * A password that was typed is in nothing that Redis keeps, whether its form was accepted or refused. Texts about a
 * patient are there in a refused form, for one; a node with a key encrypts them.
 */
class SecretsIT {

    private static final String SEED = "Seeded-secret-2713";
    private static final String DESCRIPTION = "Seeded-rash-of-a-patient";
    private static final String SEARCH = "Seeded-name-of-a-patient";

    @Test
    void noPasswordGetsIntoRedis() {
        HttpVisit visit = Visitors.anonymous();
        HtmlForm signIn = HtmlForm.in(visit.get("/sign-in").body(), "signin");
        assertThat(visit.post("/sign-in", signIn.with("password", SEED)).status())
                .as("the e-mail address is missing")
                .isEqualTo(200);
        assertThat(visit.post("/sign-in", signIn.with("email", People.id() + "@example.org"))
                        .status())
                .as("they do not match")
                .isEqualTo(200);
        HtmlForm register = HtmlForm.in(visit.get("/register").body(), "register");
        assertThat(visit.post("/register", register.with("password", SEED).with("repeated", SEED))
                        .status())
                .as("the names are missing")
                .isEqualTo(200);
        HtmlForm accept = HtmlForm.in(invited(visit), "accept").with("password", SEED);
        assertThat(visit.post("/invitation", accept.with("repeated", "another")).body())
                .as("they differ")
                .contains("The passwords don’t match.");
        assertThat(dump(Stand.get().redis())).isNotEmpty().noneMatch(value -> value.contains(SEED));
    }

    @Test
    void textsAreReadableOnlyOnANodeWithTheKey() {
        refuseTexts(Stand.get().node().address());
        assertThat(dump(Stand.get().redis()))
                .as("of a node without a key: the texts do get into a session")
                .anyMatch(value -> value.contains(DESCRIPTION))
                .anyMatch(value -> value.contains(SEARCH));
        refuseTexts(LimitedNodes.get().turn(0).address());
        assertThat(dump(LimitedNodes.get().redis()))
                .isNotEmpty()
                .noneMatch(value -> value.contains(DESCRIPTION))
                .noneMatch(value -> value.contains(SEARCH));
    }

    /** A new consultation that lacks an answer, and a search for a patient. */
    private static void refuseTexts(URI home) {
        HttpVisit patient = Visitors.signedIn(home, People.patient());
        HtmlForm incomplete =
                HtmlForm.in(patient.get("/consultation/new").body(), "new").with("description", DESCRIPTION);
        assertThat(patient.post("/consultation/new", incomplete).body()).contains(DESCRIPTION);
        HttpVisit doctor = Visitors.signedIn(home, People.doctor(People.GENERAL));
        assertThat(doctor.get(Visitors.search(doctor, "/queue", SEARCH)).body()).contains(SEARCH);
    }

    /** The page that a link leads to. */
    private static String invited(HttpVisit visit) {
        String token = People.id();
        Records.change(
                "UPDATE account SET status = 'INVITED', invitation_hash = SHA2(?, 256),"
                        + " invitation_expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE email = ?",
                token,
                People.doctor(People.SKIN).email());
        assertThat(visit.get("/invitation?token=" + token).location()).isEqualTo("/invitation");
        return visit.get("/invitation").body();
    }

    /** Every value of every key, as the server would write it to disk. */
    private static List<String> dump(RedisServer server) {
        try (RedisConnection redis = server.connect()) {
            return ((List<?>) Objects.requireNonNull(redis.send("KEYS", "*")))
                    .stream().map(key -> values(redis, String.valueOf(key))).toList();
        }
    }

    private static String values(RedisConnection redis, String key) {
        return switch (String.valueOf(redis.send("TYPE", key))) {
            case "hash" -> String.valueOf(redis.send("HGETALL", key));
            case "string" -> String.valueOf(redis.send("GET", key));
            case "set" -> String.valueOf(redis.send("SMEMBERS", key));
            case "zset" -> String.valueOf(redis.send("ZRANGE", key, "0", "-1"));
            case "list" -> String.valueOf(redis.send("LRANGE", key, "0", "-1"));
            default -> "";
        };
    }
}
