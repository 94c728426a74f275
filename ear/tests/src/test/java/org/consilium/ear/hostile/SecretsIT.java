package org.consilium.ear.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** A password that was typed is in nothing that Redis keeps, whether its form was accepted or refused. */
class SecretsIT {

    private static final String SEED = "Seeded-secret-2713";

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
        assertThat(dump()).isNotEmpty().noneMatch(value -> value.contains(SEED));
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
    private static List<String> dump() {
        try (RedisConnection redis = Stand.get().redis().connect()) {
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
