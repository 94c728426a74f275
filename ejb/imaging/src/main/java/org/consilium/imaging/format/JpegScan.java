package org.consilium.imaging.format;

import java.util.List;
import org.consilium.imaging.format.JpegFrame.Component;

/** Reads over a scan of a JPEG (ITU-T T.81, A.2 and B.2.3), and tells how many rows its data covers. */
final class JpegScan {

    private final JpegFrame frame;
    private final List<Part> parts;
    private final int restartInterval;
    private final int across;
    private final int down;

    /** A component that takes part in the scan. */
    record Part(Component component, JpegBlocks blocks) {}

    /** @param restartInterval units between two restart markers, or 0 */
    JpegScan(JpegFrame frame, List<Part> parts, int restartInterval) {
        this.frame = frame;
        this.parts = parts;
        this.restartInterval = restartInterval;
        Component alone = parts.get(0).component();
        this.across = isInterleaved() ? frame.unitsAcross() : frame.blocksAcross(alone);
        this.down = isInterleaved() ? frame.unitsDown() : frame.blocksDown(alone);
    }

    private boolean isInterleaved() {
        return parts.size() > 1;
    }

    /** Rows of pixels, from the top on. */
    int rows(ScanBits bits) {
        int unit = 0;
        try {
            while (unit < across * down) {
                if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
                    bits.restart();
                    parts.forEach(part -> part.blocks().restart());
                }
                read(bits, unit % across, unit / across);
                unit++;
            }
            return frame.height();
        } catch (ScanBits.EndedException ended) {
            return Math.min(frame.height(), unit / across * unitHeight());
        }
    }

    private int unitHeight() {
        int whole = frame.unitHeight();
        if (isInterleaved()) {
            return whole;
        }
        int blocks = whole / JpegFrame.BLOCK;
        return JpegFrame.BLOCK * blocks / parts.get(0).component().down();
    }

    private void read(ScanBits bits, int column, int row) {
        for (Part part : parts) {
            int width = isInterleaved() ? part.component().across() : 1;
            int height = isInterleaved() ? part.component().down() : 1;
            int stride = frame.unitsAcross() * part.component().across();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    part.blocks().read(bits, (row * height + y) * stride + column * width + x);
                }
            }
        }
    }
}
