package org.consilium.trail.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.trail.stand.MemoryTrail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To read a large trail takes longer than it takes until the next anchor is made. */
class AnchorsTest {
    private final MemoryTrail trail = new MemoryTrail();

    @BeforeEach
    void anchors() {
        goOn();
        goOn();
        trail.afterListing = this::goOn;
    }

    private void goOn() {
        trail.add(4);
        trail.seal(4);
        trail.anchor();
    }

    @Test
    void oneThatIsMadeMeanwhileIsNotMissed() {
        assertThat(trail.verify().findings()).isEmpty();
        assertThat(trail.verifyDatabase().findings()).isEmpty();
    }

    @Test
    void thoseBeforeAre() {
        trail.objects.remove(2L);
        assertThat(trail.verifyDatabase().findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.text()).isEqualTo("Anchor 2 is no longer in the object store."));
        trail.anchors.remove(1L);
        assertThat(trail.verifyDatabase().findings())
                .anySatisfy(finding -> assertThat(finding.text())
                        .isEqualTo("Anchor 1 is in the object store, and was removed from the database."));
    }
}
