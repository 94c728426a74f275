package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.redis.RedisConnection;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session is used by what a person does, and by nothing that a page asks by itself, whatever it asks. */
class SessionUseIT {

    private static final long AGE = 120_000;
    private static final String LAST_USE = "a";

    private final HttpVisit visit = Visitors.signedIn(People.patient().email());

    private String lastUse() {
        try (RedisConnection redis = Stand.get().redis().connect()) {
            return String.valueOf(redis.text("HGET", key(), LAST_USE));
        }
    }

    private String age() {
        String aged = String.valueOf(System.currentTimeMillis() - AGE);
        try (RedisConnection redis = Stand.get().redis().connect()) {
            redis.send("HSET", key(), LAST_USE, aged);
        }
        return aged;
    }

    /** The key of the session in Redis, which is made from its id. */
    private String key() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(visit.cookie("JSESSIONID").getBytes(StandardCharsets.UTF_8));
            String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
            return "consilium:session:{" + handle + "}";
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Images, live parts, states of uploads, scripts of today and tomorrow, and pages that a browser loads ahead. */
    @ParameterizedTest
    @CsvSource({
        "/photo/none/thumbnail, Sec-Fetch-Mode, no-cors",
        "/photo/none/thumbnail, Accept, 'image/avif,image/webp,*/*;q=0.8'",
        "/photos/none, Sec-Fetch-Mode, cors",
        "/live, Sec-Fetch-Mode, same-origin",
        "/consultations, Sec-Fetch-Mode, cors",
        "/consultations, Consilium-Background, true",
        "/consultation/new, Accept, */*",
        "/privacy-notice, Sec-Fetch-Mode, cors",
        "/consultations, Sec-Purpose, prefetch"
    })
    void whatAPageAsksByItselfIsNoUse(String path, String header, String value) {
        String aged = age();
        visit.get(path, header, value);
        assertThat(lastUse()).isEqualTo(aged);
    }

    @ParameterizedTest
    @CsvSource({
        "/consultations, Sec-Fetch-Mode, navigate",
        "/consultations, Accept, 'text/html,application/xhtml+xml,*/*;q=0.8'",
        "/privacy-notice, Consilium-Use, true"
    })
    void whatAPersonDoesIsUse(String path, String header, String value) {
        String aged = age();
        visit.get(path, header, value);
        assertThat(lastUse()).isNotEqualTo(aged);
    }

    @Test
    void aPhotoThatAPageDeletesOrAnnouncesIsNoUse() {
        String aged = age();
        visit.send("DELETE", "/photos/none", "", "Sec-Fetch-Mode", "cors");
        visit.post("/photos", "{}".getBytes(StandardCharsets.UTF_8), "Sec-Fetch-Mode", "cors");
        assertThat(lastUse()).isEqualTo(aged);
    }
}
