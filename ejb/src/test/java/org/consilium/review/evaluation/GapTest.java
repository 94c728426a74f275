package org.consilium.review.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {

    @Test
    void idsThatAreLeftOutAreGaps() {
        assertThat(Gap.after(10, List.of(11L, 12L))).isEmpty();
        assertThat(Gap.after(10, List.of(12L, 13L, 17L))).containsExactly(new Gap(11, 11), new Gap(14, 16));
        assertThat(Gap.after(10, List.of())).isEmpty();
    }

    @Test
    void whatComesIntoAGapSplitsIt() {
        Gap gap = new Gap(14, 20);
        assertThat(gap.without(List.of())).containsExactly(gap);
        assertThat(gap.without(List.of(14L))).containsExactly(new Gap(15, 20));
        assertThat(gap.without(List.of(16L, 17L))).containsExactly(new Gap(14, 15), new Gap(18, 20));
        assertThat(gap.without(List.of(20L))).containsExactly(new Gap(14, 19));
        assertThat(new Gap(5, 5).without(List.of(5L))).isEmpty();
        assertThat(gap.has(14)).isTrue();
        assertThat(gap.has(21)).isFalse();
    }
}
