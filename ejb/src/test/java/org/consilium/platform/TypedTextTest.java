package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what is typed and pasted, that is kept which can be seen. */
class TypedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
    void eachLineBreakIsOneLineFeed(String lineBreak) {
        assertThat(TypedText.clean("one" + lineBreak + "two" + lineBreak)).isEqualTo("one\ntwo\n");
        assertThat(TypedText.cleanLine("one" + lineBreak + "two")).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0001",
                "\u0007",
                "\b",
                "\u001B",
                "\u001E",
                "\u001F",
                "\u007F",
                "\u0080",
                "\u0092",
                "\u009F",
                "\uD83D",
                "\uDE00",
                "\uFFFE",
                "\uFFFF",
                "\uFDD0",
                "\uD83F\uDFFF",
                "\uDBFF\uDFFF"
            })
    void whatIsNoTextIsGone(String character) {
        assertThat(TypedText.clean("be" + character + "fore")).isEqualTo("before");
        assertThat(TypedText.clean(character)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\ttab and  two spaces ",
                "👩🏽\u200D⚕️ \u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C",
                "e\u0301 \u212B \uFA19 \uFEFF",
                "\uDBC0\uDC00"
            })
    void everythingElseStaysAsItIs(String text) {
        assertThat(TypedText.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00A0",
                "\u3000",
                "\u2003",
                "\u1680",
                "\u2028",
                "\u200B",
                "\u200D",
                "\u00AD",
                "\uFEFF",
                "\u2060",
                "\u202E",
                "\u3164",
                "\uFFA0",
                "\u115F",
                "\u2800",
                "\u034F",
                "\u0301\u0327",
                "\u20DD",
                "\u0903",
                "\uFE0F",
                "\uDB40\uDC61",
                "\uD834\uDD59",
                "\u180E",
                "\u0000",
                "\uD83D",
                "\u200B \u3164\u0301"
            })
    void whatLooksBlankIsNotVisible(String text) {
        assertThat(TypedText.isVisible(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\u200Bx",
                "e\u0301",
                "7",
                ".",
                "\u4E2D",
                "🩹",
                "\u00B4",
                "\u0939\u093F",
                "\uE000",
                "\uD83B\uDEFF"
            })
    void whatHasAGlyphIsVisible(String text) {
        assertThat(TypedText.isVisible(text)).isTrue();
    }

    @Test
    void stripsSpacesOfAnyWidth() {
        assertThat(TypedText.strip(" \u00A0\u3000Ines \u2007 Itch\u202F\n")).isEqualTo("Ines \u2007 Itch");
        assertThat(TypedText.strip("\u00A0")).isEmpty();
    }
}
