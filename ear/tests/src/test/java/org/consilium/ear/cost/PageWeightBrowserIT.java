package org.consilium.ear.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.consilium.ear.cost.WeighedPages.Opened;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** On a phone, no page asks for more, or is longer, than the table "Weight of a page" in {@code ear/README.md} says. */
class PageWeightBrowserIT {

    private static final Path README = Path.of("..", "README.md");

    /** A row: requests and bytes of a first visit, and of another. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d+) \\| ([\\d,]+) \\| (\\d+) \\| ([\\d,]+) \\|$");

    /** So many bytes less than in the table are a reason to change the table. */
    private static final double LEAST = 0.9;

    private static Map<String, Opened> pages;

    @BeforeAll
    static void pages() {
        pages = new WeighedPages().all();
    }

    @TestFactory
    Stream<DynamicTest> pagesAreNotHeavierThanTheTableSays() {
        Map<String, MatchResult> table = table();
        return pages.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    MatchResult row = Objects.requireNonNull(table.get(page.getKey()), page.getKey());
                    try (Phone phone = Phone.of(page.getValue().person())) {
                        assertWeight(phone.open(page.getValue().path()), number(row, 2), number(row, 3));
                        assertWeight(phone.open(page.getValue().path()), number(row, 4), number(row, 5));
                    }
                }));
    }

    private static void assertWeight(Weight weight, long requests, long bytes) {
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(weight.requests()).as("requests").isEqualTo((int) requests);
            all.assertThat(weight.bytes()).as("bytes").isBetween((long) (LEAST * bytes), bytes);
            all.assertThat(weight.blocking())
                    .as("what the browser waits for")
                    .hasSize(1)
                    .allMatch(path -> path.endsWith("/consilium.css"));
            all.assertThat(weight.layoutShift()).as("layout shift").isZero();
        });
    }

    /** Photos come long after the text around them. */
    @Test
    void nothingMovesWhenPhotosCome() {
        Opened thread = Objects.requireNonNull(pages.get("a consultation"));
        try (Phone phone = Phone.of(thread.person()).tall().slow()) {
            assertThat(phone.open(thread.path()).layoutShift()).isZero();
        }
    }

    @Test
    void theTableHasNoOtherRows() {
        assertThat(table().keySet()).containsExactlyElementsOf(pages.keySet());
    }

    private static long number(MatchResult row, int column) {
        return Long.parseLong(row.group(column).replace(",", ""));
    }

    private static Map<String, MatchResult> table() {
        try {
            Map<String, MatchResult> rows = new LinkedHashMap<>();
            ROW.matcher(Files.readString(README)).results().forEach(row -> rows.put(row.group(1), row));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
