package org.consilium.imaging.worker;

import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.imaging.codec.Codecs;
import org.consilium.imaging.codec.JdkJpeg;
import org.consilium.imaging.codec.TurboJpeg;

/** The codecs that the tests run with. */
final class JpegCodecs {
    private JpegCodecs() {}

    /** Each JPEG codec that this machine has, and none for HEIC and AVIF. */
    static Stream<Codecs> installed() {
        return Stream.concat(Stream.of(new JdkJpeg()), TurboJpeg.installed().stream())
                .map(jpeg -> new Codecs(jpeg, Optional.empty()));
    }
}
