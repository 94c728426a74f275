package org.consilium.trail.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerSettingsTest {
    private final Properties values = new Properties();

    @BeforeEach
    void required() {
        values.setProperty("consilium.trail.url", "jdbc:mysql://127.0.0.1/clinic");
        values.setProperty("consilium.trail.user", "keeper");
        values.setProperty("consilium.trail.password", "hidden");
    }

    @Test
    void aDayStaysForMoreThanAYear() {
        OwnerSettings settings = OwnerSettings.of(values);

        assertThat(settings.daysOnline()).isEqualTo(400);
        assertThat(settings.daysAhead()).isEqualTo(14);
        assertThat(settings.applicationUsers()).isEmpty();
        assertThat(settings.archive()).isNull();
    }

    @Test
    void theApplicationMayHaveTwoUsers() {
        values.setProperty("consilium.trail.application-users", "clinic, clinic_clone");

        assertThat(OwnerSettings.of(values).applicationUsers()).containsExactly("clinic", "clinic_clone");
    }

    @Test
    void aBucketNeedsItsRegion() {
        values.setProperty("consilium.trail.archive-bucket", "archive");

        assertThatThrownBy(() -> OwnerSettings.of(values))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("consilium.trail.archive-region is missing");
    }

    @Test
    void daysAreNumbersAboveZero() {
        for (String wrong : new String[] {"0", "-1", "many", ""}) {
            values.setProperty("consilium.trail.days-online", wrong);
            assertThatThrownBy(() -> OwnerSettings.of(values))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessage("consilium.trail.days-online is not a number of days");
        }
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(OwnerSettings.of(values)).asString().doesNotContain("hidden");
    }
}
