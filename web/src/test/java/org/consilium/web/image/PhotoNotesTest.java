package org.consilium.web.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.consultation.BodyPin;
import org.consilium.consultation.SentImage;
import org.consilium.image.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes that the page's scripts write are read, and unreadable ones are dropped. */
class PhotoNotesTest {

    private static final ImageId ONE = new ImageId("one");

    @Test
    void readsTextAndPlace() {
        PhotoNotes notes = PhotoNotes.parse(
                "{\"one\":{\"text\":\" a rash \",\"side\":\"BACK\",\"x\":500,\"y\":300},\"two\":{\"text\":\"\"}}");

        assertThat(notes.of(ONE)).isEqualTo(new SentImage(ONE, "a rash", new BodyPin(BodyPin.Side.BACK, 500, 300)));
        assertThat(notes.of(new ImageId("two"))).isEqualTo(SentImage.of(new ImageId("two")));
        assertThat(notes.of(new ImageId("three"))).isEqualTo(SentImage.of(new ImageId("three")));
    }

    @Test
    void readsNotesWithSomeParts() {
        assertThat(PhotoNotes.parse("{\"one\":{\"side\":\"FRONT\",\"x\":0,\"y\":1000}}")
                        .of(ONE))
                .isEqualTo(new SentImage(ONE, null, new BodyPin(BodyPin.Side.FRONT, 0, 1000)));
        assertThat(PhotoNotes.parse("{\"one\":{\"text\":\"a rash\",\"x\":1}}").of(ONE))
                .isEqualTo(new SentImage(ONE, "a rash", null));
    }

    /** The constraints of a pin then refuse it. */
    @Test
    void readsAPlaceWithoutNumbersAsInvalid() {
        assertThat(PhotoNotes.parse("{\"one\":{\"side\":\"FRONT\"}}").of(ONE).pin())
                .isEqualTo(new BodyPin(BodyPin.Side.FRONT, -1, -1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "[]",
                "\"one\"",
                "{\"one\":null}",
                "{\"one\":{\"text\":\"a rash\",\"more\":{",
                "{\"one\":5}",
                "{\"one\":{\"side\":\"LEFT\"}}",
                "{\"one\":{\"text\":\"a rash\"}"
            })
    void dropsUnreadableNotes(String json) {
        assertThat(PhotoNotes.parse(json).of(ONE)).isEqualTo(SentImage.of(ONE));
    }
}
