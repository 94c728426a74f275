package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Cookies that are known to be those of a session. */
class SignedInTest {
    private static final String ID = "k3JpWqZ0V1xYbN7sT4uEoHgA9cLm2RfD";

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final SignedIn sessions = new SignedIn(clock::get, 42);

    @Test
    void knowsItUnderAnyNameAmongOthers() {
        sessions.note(ID);
        assertThat(sessions.knows("JSESSIONID=" + ID)).isTrue();
        assertThat(sessions.knows("a=b; __Host-session=" + ID + " ;c=d")).isTrue();
    }

    @Test
    void knowsNoOther() {
        sessions.note(ID);
        assertThat(sessions.knows("JSESSIONID=" + ID + "x")).isFalse();
        assertThat(sessions.knows("JSESSIONID=" + ID.substring(1))).isFalse();
        assertThat(sessions.knows(ID)).isFalse();
        assertThat(sessions.knows("")).isFalse();
        assertThat(sessions.knows(";=;==;")).isFalse();
    }

    @Test
    void isNotToldByAnotherKey() {
        new SignedIn(clock::get, 43).note(ID);
        assertThat(sessions.knows("JSESSIONID=" + ID)).isFalse();
    }

    @Test
    void forgetsOneThatSignsOut() {
        sessions.note(ID);
        sessions.forget("another");
        assertThat(sessions.knows("JSESSIONID=" + ID)).isTrue();
        sessions.forget(ID);
        assertThat(sessions.knows("JSESSIONID=" + ID)).isFalse();
    }

    @Test
    void forgetsOneThatHasNotBeenSeenForHalfAnHour() {
        sessions.note(ID);
        clock.addAndGet(Duration.ofMinutes(30).toNanos());
        assertThat(sessions.knows("JSESSIONID=" + ID)).isTrue();
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(sessions.knows("JSESSIONID=" + ID)).isFalse();
    }

    @Test
    void holdsThousands() {
        for (int i = 0; i < 1000; i++) {
            sessions.note(ID + i);
        }
        int known = 0;
        for (int i = 0; i < 1000; i++) {
            known += sessions.knows("JSESSIONID=" + ID + i) ? 1 : 0;
        }
        assertThat(known).isGreaterThan(950);
    }
}
