package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A QR code is read by a scanner as the page draws it. */
class QrCodeTest {
    private static final int SCALE = 4;
    private static final int LIGHT = 0xFFFFFF;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void isScanned() throws ReaderException {
        String uri = TotpSecret.random().uri("dora.doctor@example.org");
        assertThat(scanned(QrCode.of(uri))).isEqualTo(uri);
    }

    @Test
    void hasRoomForTheLongestAddress() throws ReaderException {
        String uri = TotpSecret.random().uri("\u4E00".repeat(254));
        assertThat(QrCode.of(uri).size()).isLessThanOrEqualTo(177 + 8);
        assertThat(scanned(QrCode.of(uri))).isEqualTo(uri);
    }

    @Test
    void hasAMarginOfFourModules() {
        QrCode code = QrCode.of("text");
        assertThat(code.viewBox()).isEqualTo("0 0 29 29");
        assertThat(code.outline()).startsWith("M4 4h7v1h-7z");
        assertThat(RUN.matcher(code.outline()).results()).allSatisfy(run -> {
            assertThat(Integer.parseInt(run.group(1))).isGreaterThanOrEqualTo(4);
            assertThat(Integer.parseInt(run.group(1)) + Integer.parseInt(run.group(3)))
                    .isLessThanOrEqualTo(25);
            assertThat(Integer.parseInt(run.group(2))).isBetween(4, 24);
        });
    }

    @Test
    void isNotLogged() {
        assertThat(QrCode.of("secret")).hasToString("QrCode");
    }

    private static String scanned(QrCode code) throws ReaderException {
        int width = code.size() * SCALE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, LIGHT);
        Matcher run = RUN.matcher(code.outline());
        while (run.find()) {
            assertThat(run.group(4)).isEqualTo(run.group(3));
            int from = Integer.parseInt(run.group(1)) * SCALE;
            int to = from + Integer.parseInt(run.group(3)) * SCALE;
            int top = Integer.parseInt(run.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * width + from, y * width + to, 0);
            }
        }
        RGBLuminanceSource picture = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
