package org.consilium.imaging.codec;

import java.util.Optional;

/**
 * The codecs that depend on the machine.
 *
 * @param heif the decoder of HEIC and AVIF, if there is one
 */
public record Codecs(JpegCodec jpeg, Optional<HeifDecoder> heif) {

    /** The best that this machine has. */
    public static Codecs installed() {
        return new Codecs(
                TurboJpeg.installed().<JpegCodec>map(turbo -> turbo).orElseGet(JdkJpeg::new), HeifDecoder.installed());
    }
}
