package org.consilium.aws.capacity.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChartTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 3", "85, 100", "100, 100", "101, 150", "1000, 1000", "61240, 80000", "0.04, 0.04"})
    void anAxisEndsAtARoundNumber(double highest, double end) {
        assertThat(Scale.upTo(highest).end()).isEqualTo(end);
        assertThat(Scale.upTo(highest).steps()).isLessThanOrEqualTo(4);
    }

    /** By hand: 176 high, 20 above and 22 below leave 134; the axis ends at 100, so that 50 lies at 154 - 67 = 87. */
    @Test
    void drawsTheLineTheBoundAndTheEvent() {
        String svg = new LineChart("CPU", "%", new TimeLine(480, List.of(0.0, 50.0)), 100, 481).svg();
        assertThat(svg).contains("class='line' d='M44.0 154.0L184.0 87.0'");
        assertThat(svg).contains("class='bound' d='M44.0 20.0H324.0'");
        assertThat(svg).contains("class='event' d='M184.0 20.0V154.0'").contains(">08:00</text>");
    }

    @Test
    void drawsNeitherBoundNorEventWhereThereIsNone() {
        String svg = new LineChart("Nodes", "", new TimeLine(0, List.of(3.0, 3.0)), -1, -1).svg();
        assertThat(svg).doesNotContain("bound").doesNotContain("event").contains("class='line'");
    }
}
