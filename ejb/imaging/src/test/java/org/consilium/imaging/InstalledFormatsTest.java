package org.consilium.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.imaging.codec.HeifDecoder;
import org.junit.jupiter.api.Test;

/** What a page promises is what the worker can do. */
class InstalledFormatsTest {

    @Test
    void heifIsFoundWhereItCanBeLoaded() {
        assertThat(InstalledFormats.heif()).isEqualTo(HeifDecoder.installed().isPresent());
    }
}
