package org.consilium.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.consilium.trail.seal.Anchor;
import org.junit.jupiter.api.Test;

class AnchoringTest {

    @Test
    void anAnchorIsMadeEachHour() {
        Anchor last = new Anchor(7, "2026-11-30T23:30:00.250000Z", 90, "hash", "previous", "key");
        assertThat(Anchoring.nextAfter(last)).isEqualTo(LocalDateTime.parse("2026-12-01T00:30:00.250"));
    }
}
