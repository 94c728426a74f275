package org.consilium.trail.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.consilium.trail.stand.MemoryTrail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of the file of a trail is found. */
class TamperedFileTest {

    private static UnaryOperator<List<String>> without(String beginning) {
        return lines ->
                lines.stream().filter(line -> !line.startsWith(beginning)).toList();
    }

    private static List<String> swapped(List<String> lines, int place) {
        List<String> other = new ArrayList<>(lines);
        Collections.swap(other, place, place + 1);
        return other;
    }

    record Tampering(String name, UnaryOperator<List<String>> act, String found) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                new Tampering(
                        "cut off",
                        lines -> lines.subList(0, 20),
                        "The export ends before its last line: it was cut off."),
                new Tampering(
                        "cut off by an entry that is not sealed yet",
                        lines -> {
                            List<String> cut = new ArrayList<>(lines);
                            cut.remove(lines.size() - 2);
                            return cut;
                        },
                        "The export is not as it was written"),
                new Tampering("an entry less", without("{\"entry\":9,"), "that seal 2 covers are missing: 9."),
                new Tampering("a seal less", without("{\"seal\":3,"), "Seals are missing: 3."),
                new Tampering("an anchor less", without("{\"anchor\":1,"), "Anchor 1 is in the object store"),
                new Tampering("two lines exchanged", lines -> swapped(lines, 2), "The export is not as it was written"),
                new Tampering("entries exchanged", lines -> swapped(lines, 2), "not in the order of their ids: 1."),
                new Tampering(
                        "a line more",
                        lines -> Stream.concat(lines.stream(), Stream.of("{\"entry\":99,\"at\":\"\"}"))
                                .toList(),
                        "is not a line of a trail."),
                new Tampering(
                        "another last line",
                        lines -> lines.stream()
                                .map(line -> line.replaceFirst("(\"lines\":)[0-9]+", "$11"))
                                .toList(),
                        "The last line of the export was changed or forged"),
                new Tampering(
                        "a line that is none",
                        lines -> Stream.concat(lines.stream().limit(5), Stream.of("what is this"))
                                .toList(),
                        "Line 6 is not a line of a trail."));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void isFoundInTheExport(Tampering tampering) {
        MemoryTrail trail = TamperingTest.trail();
        List<String> lines = Arrays.asList(trail.export().split("\n"));
        String changed = String.join("\n", tampering.act().apply(lines)) + "\n";
        assertThat(TamperingTest.words(trail.verify(changed))).contains(tampering.found());
    }

    @Test
    void eachByteOfAnExportCounts() {
        MemoryTrail trail = TamperingTest.trail();
        char[] file = trail.export().toCharArray();
        for (int i = 0; i < file.length; i += 101) {
            char before = file[i];
            file[i] = (char) (before ^ 1);
            assertThat(trail.verify(new String(file)).isIntact())
                    .as("byte " + i)
                    .isFalse();
            file[i] = before;
        }
    }
}
