package org.consilium.ear.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.consilium.ear.cost.WeighedPages.Opened;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** On a phone, no page asks for more, or is longer, than the table "Weight of a page" in {@code ear/README.md} says. */
class PageWeightBrowserIT {

    private static final Map<String, List<Long>> TABLE = ReadmeTable.below("Weight of a page");

    /** So many bytes less than in the table are a reason to change the table. */
    private static final double LEAST = 0.9;

    private static Map<String, Opened> pages;

    @BeforeAll
    static void pages() {
        pages = new WeighedPages().all();
    }

    @TestFactory
    Stream<DynamicTest> pagesAreNotHeavierThanTheTableSays() {
        return pages.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    List<Long> row = Objects.requireNonNull(TABLE.get(page.getKey()), page.getKey());
                    try (Phone phone = Phone.of(page.getValue().person())) {
                        assertWeight(phone.open(page.getValue().path()), row.get(0), row.get(1));
                        assertWeight(phone.open(page.getValue().path()), row.get(2), row.get(3));
                    }
                }));
    }

    private static void assertWeight(Weight weight, long requests, long bytes) {
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(weight.requests()).as("requests").isEqualTo((int) requests);
            all.assertThat(weight.bytes()).as("bytes").isBetween((long) (LEAST * bytes), bytes);
            all.assertThat(weight.blocking())
                    .as("resources that the browser waits for")
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
        assertThat(TABLE.keySet()).containsExactlyElementsOf(pages.keySet());
    }
}
