package org.consilium.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.junit.jupiter.api.Test;

class PartsInputStreamTest {

    private final ImageInputStream stream =
            FileParts.whole(new byte[] {1, 2, 3}).open();

    @Test
    void aDecoderMayLookALittleBehindTheEnd() throws IOException {
        assertThat(stream.read(new byte[8])).isEqualTo(3);
        for (int i = 0; i < PartsInputStream.MOST_READS_BEHIND_END; i++) {
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void oneThatTakesNoNoticeOfTheEndIsStopped() {
        assertThatExceptionOfType(PhotoRefusedException.class)
                .isThrownBy(() -> {
                    while (true) {
                        Object unused = stream.read(new byte[8]);
                    }
                })
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TRUNCATED));
    }
}
