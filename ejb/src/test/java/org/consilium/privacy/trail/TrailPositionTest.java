package org.consilium.privacy.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailPositionTest {

    @Test
    void isTheSameAfterAnAddressHadIt() {
        TrailPosition place = new TrailPosition(Instant.parse("2026-11-29T10:11:12.345678Z"), 9_876_543_210L);
        assertThat(TrailPosition.parse(place.code())).contains(place);
        assertThat(place.code()).matches("[0-9a-z-]+");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "-", "1-", "A-1", "1-1-1", "zzzzzzzzzzzz-1", "1-zzzzzzzzzzzzz", "1-1 OR 1=1"})
    void nothingElseIsOne(@Nullable String code) {
        assertThat(TrailPosition.parse(code)).isEmpty();
    }

    /** A DATETIME has years of four digits. */
    @Test
    void theLargestOneIsATimeThatTheDatabaseHas() {
        assertThat(TrailPosition.parse("zzzzzzzzzzz-zzzzzzzzzzzz").orElseThrow().at())
                .isBefore(Instant.parse("9999-01-01T00:00:00Z"));
    }
}
