package org.consilium.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.draft.DraftPlace;
import org.junit.jupiter.api.Test;

class DoneTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern DRAFT = Pattern.compile("data-draft=\"([^\"]*)\"");
    private static final String PAGE = "/consultation/abc";

    /** Otherwise the draft of a form would stay although it was sent. */
    @Test
    void everyFormWithADraftHasAStepThatEmptiesIt() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<String> forms = files.filter(file -> file.toString().endsWith(".xhtml"))
                    .flatMap(file -> DRAFT.matcher(read(file)).results().map(found -> found.group(1)))
                    .toList();
            assertThat(forms)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Done.values())
                            .filter(done -> done.draft(PAGE).isPresent())
                            .map(Done::code)
                            .toList());
        }
    }

    @Test
    void aStepEmptiesTheDraftOfItsOwnFormAndPage() {
        assertThat(Done.WRITTEN.draft(PAGE).map(DraftPlace::value)).hasValue("written/consultation/abc");
        assertThat(Done.ANNOTATED.draft("/image/abc").map(DraftPlace::value)).hasValue("annotated/image/abc");
        assertThat(Done.TAKEN.draft(PAGE)).isEmpty();
    }

    @Test
    void aNewConsultationIsConfirmedOnItsOwnPage() {
        assertThat(Done.SUBMITTED.draft(PAGE).map(DraftPlace::value)).hasValue("submitted/consultation/new");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
