package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InvalidClassException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure to read an attribute is reported as an IOException. */
class AttributeCodecTest {
    private static final String ALLOWED = Spoiled.class.getName() + ";" + Spoiled.class.getName() + "$Failure";

    private final AttributeCodec codec = new AttributeCodec(
            new PlainStreams(), AttributeCodecTest.class::getClassLoader, new AllowedClasses(ALLOWED));

    @Test
    void keepsWhatCanBeRead() throws IOException {
        for (Object value : List.of("text", 1, 2L, true, false, new ArrayList<>(List.of("a", 1)))) {
            assertThat(codec.read(codec.write(value))).isEqualTo(value);
        }
    }

    /** Java writes an object of another class in their place, and both have to be allowed when it is read. */
    static Stream<Object> valuesThatAreWrittenAsAnother() {
        return Stream.of(
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.MIN,
                Instant.EPOCH,
                Duration.ofDays(1),
                Period.ofDays(1),
                Year.of(2026),
                YearMonth.of(2026, 11),
                ZoneOffset.UTC,
                ZoneId.of("Europe/Vienna"),
                ZonedDateTime.of(LocalDateTime.MIN, ZoneId.of("Europe/Vienna")),
                OffsetDateTime.MIN,
                List.of(1),
                List.of(1, 2, 3),
                Set.of(1),
                Set.of(1, 2, 3),
                Map.of(1, 2),
                Map.of(1, 2, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreWrittenAsAnother")
    void keepsValuesThatAreWrittenAsAnother(Object value) throws IOException {
        assertThat(codec.read(codec.write(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource(Spoiled.Failure.class)
    void saysWhatAnObjectDoesAsItComesIntoBeing(Spoiled.Failure failure) throws IOException {
        byte[] bytes = codec.write(new Spoiled(failure));
        assertThatThrownBy(() -> codec.read(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatAClassIsGone() throws IOException {
        byte[] bytes = Spoiled.renamed(codec.write(new Spoiled(Spoiled.Failure.LINKAGE_ERROR)), "Spoiled", "Removed");
        assertThatThrownBy(() -> codec.read(bytes))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void saysThatAClassIsNotAllowedOrHasChanged() throws IOException {
        byte[] refused = codec.write(new BitSet());
        assertThatThrownBy(() -> codec.read(refused)).isInstanceOf(InvalidClassException.class);
        byte[] changed = codec.write(new Spoiled(Spoiled.Failure.LINKAGE_ERROR));
        String name = Spoiled.class.getName();
        int version = new String(changed, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        changed[version]++;
        assertThatThrownBy(() -> codec.read(changed)).isInstanceOf(InvalidClassException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i", "l1", "o", "x of a version to come"})
    void saysThatBytesAreNone(String bytes) {
        assertThatThrownBy(() -> codec.read(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
