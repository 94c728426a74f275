package org.consilium.imaging.format;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The frame header of a JPEG (ITU-T T.81, B.2.2).
 *
 * @param progressive whether each block is spread over several scans
 */
record JpegFrame(boolean progressive, int height, int width, List<JpegFrame.Component> components) {

    /** Pixels along the side of a block. */
    static final int BLOCK = 8;

    private static final int FIRST_COMPONENT = 10;
    private static final int COMPONENT_LENGTH = 3;

    /** The header whose marker stands at {@code at}. */
    static JpegFrame at(FileBytes bytes, int at) {
        List<Component> components = IntStream.range(0, bytes.octet(at + 9))
                .mapToObj(number -> Component.at(bytes, at + FIRST_COMPONENT + COMPONENT_LENGTH * number))
                .toList();
        return new JpegFrame(bytes.octet(at + 1) == 0xC2, bytes.big16(at + 5), bytes.big16(at + 7), components);
    }

    /** Of a unit in which the components are interleaved. */
    int unitWidth() {
        return BLOCK * components.stream().mapToInt(Component::across).max().orElse(1);
    }

    /** Of a unit in which the components are interleaved. */
    int unitHeight() {
        return BLOCK * components.stream().mapToInt(Component::down).max().orElse(1);
    }

    /** Blocks in a row of a scan with this component alone. */
    int blocksAcross(Component component) {
        return ceil(ceil(width * component.across(), unitWidth() / BLOCK), BLOCK);
    }

    /** Rows of blocks in a scan with this component alone. */
    int blocksDown(Component component) {
        return ceil(ceil(height * component.down(), unitHeight() / BLOCK), BLOCK);
    }

    /** Units in a row of a scan with several components. */
    int unitsAcross() {
        return ceil(width, unitWidth());
    }

    /** Rows of units in a scan with several components. */
    int unitsDown() {
        return ceil(height, unitHeight());
    }

    private static int ceil(int length, int unit) {
        return (length + unit - 1) / unit;
    }

    /**
     * A component of the picture, such as its brightness.
     *
     * @param id by which scans refer to it
     * @param across blocks in a unit, side by side
     * @param down blocks in a unit, one above the other
     */
    record Component(int id, int across, int down) {

        private static Component at(FileBytes bytes, int at) {
            int sampling = bytes.octet(at + 1);
            return new Component(bytes.octet(at), Math.max(1, sampling >> 4), Math.max(1, sampling & 0xF));
        }
    }
}
