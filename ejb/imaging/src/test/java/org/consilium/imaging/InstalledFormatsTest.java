package org.consilium.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.imaging.codec.HeifDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page promises is what the worker can do. */
class InstalledFormatsTest {

    @ParameterizedTest
    @EnumSource(names = {"HEIC", "AVIF"})
    void aFormatIsPromisedWhereItsDecoderCanBeLoaded(PhotoFormat format) {
        assertThat(InstalledFormats.has(format))
                .isEqualTo(HeifDecoder.installed()
                        .filter(decoder -> decoder.has(format))
                        .isPresent());
    }
}
