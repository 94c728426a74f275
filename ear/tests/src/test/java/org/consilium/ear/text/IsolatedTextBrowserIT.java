package org.consilium.ear.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody has typed as a name or a title, the page around it stays as it is. */
class IsolatedTextBrowserIT {

    private static final String PILE = "a" + "\u0301\u0308\u0302\u0303\u030A\u0304".repeat(12);

    /** On one line, the text of a page that follows a name is to the right of it, and runs to the right. */
    private static final String FOLLOWS = """
            typed => {
              typed.parentElement.style.whiteSpace = 'nowrap';
              const text = typed.nextSibling;
              const left = at => {
                const letter = document.createRange();
                letter.setStart(text, at);
                letter.setEnd(text, at + 1);
                return letter.getBoundingClientRect().left;
              };
              const begin = text.data.search(/\\S/);
              const end = text.data.trimEnd().length - 1;
              return left(begin) >= typed.getBoundingClientRect().right - 1 && left(begin) < left(end);
            }""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E",
                "\u2067",
                "\u05E9\u05DC\u05D5\u05DD ",
                "\u0645\u062D\u0645\u062F\u200F\u202E",
                "\u2069\u202E"
            })
    void theDirectionOfANameEndsWithIt(String direction) {
        Person patient = People.patient();
        Records.change(
                "UPDATE account SET last_name = CONCAT(last_name, ?) WHERE email = ?", direction, patient.email());
        String path = "/consultation/" + People.consultation(patient, direction + "Title");
        try (Visit visit = Visit.of(People.doctor(People.GENERAL).email()).open(path)) {
            Locator name = visit.content().locator(".facts dd").first().locator("bdi");
            assertThat(name.textContent()).isEqualTo(patient.name() + direction);
            assertThat(name.evaluate(FOLLOWS)).as("what follows the name").isEqualTo(true);
            assertThat(visit.content().locator("h1 bdi").textContent()).isEqualTo(direction + "Title");
        }
        try (Visit visit = Visit.of(People.administrator().email())) {
            visit.open(visit.searching("/people", patient.lastName()));
            Locator address = visit.content().locator(".person .quiet-text bdi").first();
            assertThat(address.evaluate(FOLLOWS)).as("what follows the address").isEqualTo(true);
            String question =
                    String.valueOf(visit.content().locator("[data-ask]").first().getAttribute("data-ask"));
            long open = question.chars()
                    .filter(character -> character >= '\u2066' && character <= '\u2068')
                    .count();
            assertThat(question.chars()
                            .filter(character -> character == '\u2069')
                            .count())
                    .isEqualTo(open);
        }
    }

    @Test
    void aLongWordBreaks() {
        Person patient = People.patient();
        String word = "x".repeat(80);
        Records.change("UPDATE account SET first_name = ? WHERE email = ?", word, patient.email());
        String path = "/consultation/" + People.consultation(patient, "y".repeat(120));
        try (Visit visit = Visit.of(patient.email()).width(360)) {
            for (String page : new String[] {"/consultations", path, "/consultation/new"}) {
                assertThat(visit.open(page).overflow()).as(page).isZero();
            }
        }
        try (Visit visit = Visit.of(People.doctor(People.GENERAL).email())) {
            String queue = visit.searching("/queue", patient.lastName());
            for (int width : new int[] {1280, 360}) {
                assertThat(visit.width(width).open(queue).overflow())
                        .as("queue at %d", width)
                        .isZero();
                assertThat(visit.open(path).overflow())
                        .as("thread at %d", width)
                        .isZero();
            }
        }
    }

    @Test
    void marksThatPileUpEndWithinTheLine() throws IOException {
        Person patient = People.patient();
        People.consultation(patient, PILE.substring(0, 73) + "b");
        try (Visit visit = Visit.of(patient.email()).open("/consultations")) {
            visit.screenshot("piled-up-marks");
            Locator title = visit.content().locator("li h2 bdi");
            BoundingBox line = title.boundingBox();
            BoundingBox card = visit.content().locator("li.card").boundingBox();
            // the margin of the clip is a quarter of the font's size
            double end = line.y - 6;
            assertThat(colors(visit.page(), new Clip(line.x, card.y + 2, line.width, end - card.y - 2)))
                    .as("the colors above the line")
                    .hasSize(1);
            title.evaluate("title => { title.style.overflow = 'visible'; }");
            assertThat(colors(visit.page(), new Clip(line.x, card.y + 2, line.width, end - card.y - 2)))
                    .as("the colors with the marks as they are")
                    .hasSizeGreaterThan(1);
        }
    }

    private static Set<Integer> colors(Page page, Clip clip) throws IOException {
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setClip(clip));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Set<Integer> colors = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors;
    }
}
