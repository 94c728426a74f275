package org.consilium.local.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void namesTheSupportedSystemAndThisOne() {
        assertThatThrownBy(() -> Platform.require("the local database", "Mac OS X", "aarch64"))
                .hasMessage("the local database runs only on Linux on x86-64; this is Mac OS X on aarch64");
    }
}
