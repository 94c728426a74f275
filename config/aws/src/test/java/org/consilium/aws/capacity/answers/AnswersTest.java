package org.consilium.aws.capacity.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.cost.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static final String COMMITTED = Examples.text("answers.properties");

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.properties"), COMMITTED);
        Answers answers = Answers.read(file);
        assertThat(answers.usage().consultationsPerDay()).isEqualTo(600);
        assertThat(answers.calendar().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(answers.bound(Scenario.VIRAL)).isEqualTo(new Bound(85, 1, 15));
        assertThat(answers.dependencies()).contains(new Dependency("s3", 20, 40));
        assertThat(answers.calendar().busiest()).hasValueSatisfying(peak -> {
            assertThat(peak.days()).containsExactly(DayOfWeek.MONDAY);
            assertThat(peak.months()).hasSize(Month.values().length);
            assertThat(peak.from()).isEqualTo(LocalTime.of(8, 0));
        });
    }

    /** Each change is one line of the committed file; the message names its key and the reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones=many | zones: 'many' is not a number",
                "zones= | zones: is missing",
                "zones=1 | zones: 1 is not from 2 to 6",
                "zones=2.5 | zones: 2.5 is not a whole number",
                "users.patients=NaN | users.patients: NaN is not from 1 to 2000000000",
                "time-zone=-05:00 | time-zone: '-05:00' is not a time zone in the IANA database",
                "time-zone=America/Consilium | time-zone: 'America/Consilium' is not a time zone in the IANA database",
                "peak-hour.factor=5 | peak-hour.factor: 5 is not from 1 to 4",
                "peak-hour.time=ten | peak-hour.time: 'ten' is not a time such as 08:00",
                "peak.monday.days=moonday | peak.monday.days: 'moonday' is not a three-letter name such as mon",
                "peak.monday.days=none | peak.monday.days: is an empty list",
                "peak.monday.to=07:00 | peak.monday.to: is not after peak.monday.from on the same day",
                "peak.monday.from=00:10 | peak.monday.from: is less than peaks.lead-minutes after midnight",
                "peak.weekday.days=all | peak.weekday: overlaps with peak.monday",
                "scaling.warm-up-seconds=30 | scaling.warm-up-seconds: is shorter than scaling.boot-seconds: an idle node would count",
                "bound.viral.cpu-percent=101 | bound.viral.cpu-percent: 101 is not from 1 to 100",
                "peaks=monday | peak.weekday.days: is not a known key"
            })
    void refusesInvalidValues(String change, String message) {
        assertThatThrownBy(() -> Examples.committed(change))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> Examples.parsed(COMMITTED + "\nconsultations.per-week=7\n"))
                .hasMessage("consultations.per-week: is not a known key");
    }

    @Test
    void refusesADuplicateKey() {
        assertThatThrownBy(() -> Examples.parsed(COMMITTED + "\nzones=4\n")).hasMessage("zones: is duplicate");
    }

    @Test
    void refusesAMissingKey() {
        String without = COMMITTED.replaceFirst("(?m)^reads-per-write=.*$", "");
        assertThatThrownBy(() -> Examples.parsed(without)).hasMessage("reads-per-write: is missing");
    }

    @Test
    void refusesIncompletePrices(@TempDir Path folder) throws IOException {
        String prices = Examples.text("prices.properties");
        Path file = Files.writeString(folder.resolve("prices"), prices.replaceFirst("(?m)^key-month=.*$", ""));
        assertThatThrownBy(() -> Prices.read(file)).hasMessage("key-month: is missing");
        Files.writeString(file, Examples.replaced(prices, "m7g.large=free"));
        assertThatThrownBy(() -> Prices.read(file)).hasMessage("m7g.large: 'free' is not a number");
    }
}
