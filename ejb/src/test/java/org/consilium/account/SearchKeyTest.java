package org.consilium.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name and what people type for it have the same key. */
class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Jose\u0301, Jos\u00e9",
        "Jos\u00e9, jose",
        "Nguye\u0302\u0303n, Nguy\u1ec5n",
        "O\u2019Brien, O'Brien",
        "O\u02bcBrien, obrien",
        "D\u00b4Angelo, D`Angelo",
        "Gro\u00df, GROSS",
        "Gro\u1e9e, gross",
        "\u0130\u015f\u0131k, isik",
        "\u0141ukasz, lukasz",
        "S\u00f8rensen, Sorensen",
        "\u00c6gir, Aegir",
        "\u039d\u03af\u03ba\u03bf\u03c2, \u039d\u0399\u039a\u039f\u03a3",
        "Garc\u00eda-M\u00e1rquez, garcia marquez",
        "Garc\u00eda\u2011M\u00e1rquez, 'Garc\u00eda\u00a0M\u00e1rquez'",
        "'M\u00fcller,  Anna', muller anna",
        "\uff2d\uff55\uff52, mur",
        "\ufb01sher, Fisher",
        "\u05d3\u05b8\u05bc\u05d5\u05b4\u05d3, \u05d3\u05d5\u05d3",
        "\ud55c\uae00, \u1112\u1161\u11ab\u1100\u1173\u11af",
        "An\u200bna\u00ad, anna"
    })
    void spellingsOfOneNameHaveOneKey(String one, String other) {
        assertThat(SearchKey.of(one)).isEqualTo(SearchKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Muller, Miller", "Anna, Anne", "\u0905\u0928\u0940\u0924\u093e, \u0905\u0928\u0924", "\u674e, \u738b"})
    void otherNamesHaveOthers(String one, String other) {
        assertThat(SearchKey.of(one)).isNotEqualTo(SearchKey.of(other));
    }

    @Test
    void ofANameWithoutLettersIsTheNameItself() {
        assertThat(SearchKey.of(" \u2605 ")).isEqualTo("\u2605");
        assertThat(SearchKey.of("")).isEmpty();
    }

    @Test
    void ofTheLongestNamesFitsIntoItsColumn() {
        assertThat(SearchKey.of("\ufdfa".repeat(160))).hasSize(SearchKey.MAX);
        assertThat(SearchKey.of("\u00df".repeat(160))).isEqualTo("s".repeat(320));
    }
}
