package org.consilium.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody is called, a spreadsheet shows their name, and runs nothing. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"https://attacker.example\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A1"
            })
    void noCellIsAFormula(String name) {
        assertThat(Csv.cell(name)).startsWith("\"'").endsWith("\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dora Doctor", "Ana-María", "2026-11-29T10:00:00Z", "", "x=1", "李"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(Csv.cell(text)).isEqualTo('"' + text + '"');
    }

    /** A separator or a quote would begin another cell, which might be a formula. */
    @Test
    void noTextBeginsAnotherCellOrLine() {
        assertThat(Csv.line("a\",=1", "b,=1", "c\r\n=1")).isEqualTo("\"a\"\",=1\",\"b,=1\",\"c\r\n'=1\"\r\n");
    }

    @Test
    void noSeparatorInATextBeginsAFormula() {
        assertThat(Csv.cell("x;=1+1;\t @A1; -2")).isEqualTo("\"x;'=1+1;\t '@A1; '-2\"");
        assertThat(Csv.cell("x;\"=1+1;y\n +2")).isEqualTo("\"x;\"\"'=1+1;y\n '+2\"");
        assertThat(Csv.cell("well; and 1-2=3")).isEqualTo("\"well; and 1-2=3\"");
    }

    @Test
    void whatIsMissingIsAnEmptyCell() {
        assertThat(Csv.line("a", null, 7)).isEqualTo("\"a\",\"\",\"7\"\r\n");
    }

    @Test
    void spreadsheetsKnowTheEncoding() {
        assertThat(Csv.MARK).isEqualTo("\uFEFF");
    }
}
