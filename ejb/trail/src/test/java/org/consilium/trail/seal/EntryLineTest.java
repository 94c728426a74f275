package org.consilium.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.consilium.trail.TrailSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one way to write an entry as a line. */
class EntryLineTest {

    private static Object[] row() {
        Object[] row = new Object[EntryLine.COLUMNS.size()];
        row[0] = 17L;
        row[1] = LocalDateTime.of(2026, 11, 29, 21, 40, 15, 120_000_000);
        row[2] = "SIGN_IN";
        row[3] = "SIGN_IN";
        row[4] = "FAILED";
        row[13] = "node-1/4711";
        return row;
    }

    @Test
    void isWrittenInOneWay() {
        assertThat(EntryLine.of(row()).text())
                .isEqualTo("{\"entry\":17,\"at\":\"2026-11-29T21:40:15.120000Z\",\"kind\":\"SIGN_IN\","
                        + "\"action\":\"SIGN_IN\",\"outcome\":\"FAILED\",\"node\":\"node-1/4711\"}");
    }

    @Test
    void nothingInAValueEndsIt() {
        Object[] row = row();
        row[16] = "a\"b\\c\nd\u00e9";
        String text = EntryLine.of(row).text();
        assertThat(text).endsWith(",\"detail\":\"a\\u0022b\\u005cc\\u000ad\\u00e9\"}");
        assertThat(JsonLine.parse(text)).containsEntry("detail", "a\"b\\c\nd\u00e9");
    }

    @Test
    void eachColumnChangesTheLine() {
        String plain = EntryLine.of(row()).text();
        for (int i = 0; i < EntryLine.COLUMNS.size(); i++) {
            Object[] row = row();
            row[i] = i == 0 ? (Object) 18L : i == 1 ? LocalDateTime.MIN.withYear(2026) : "other";
            assertThat(EntryLine.of(row).text()).as(EntryLine.COLUMNS.get(i)).isNotEqualTo(plain);
        }
    }

    @Test
    void theLineHasAllColumnsOfTheTable() throws IOException {
        try (InputStream script = Objects.requireNonNull(TrailSchema.class.getResourceAsStream("schema.sql"))) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            String table = sql.substring(sql.indexOf(".entry ("), sql.indexOf("PRIMARY KEY (id, at)"));
            List<String> columns = Pattern.compile("(?m)^  ([a-z_]+) ")
                    .matcher(table)
                    .results()
                    .map(column -> column.group(1))
                    .toList();
            assertThat(EntryLine.COLUMNS).isEqualTo(columns);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "{\"a\": 1}",
                "{\"a\":-1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\\n\"}",
                "{\"a\":\"\\u00\"}",
                "{\"a\":\"b}"
            })
    void otherWaysOfWritingAreRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLine.parse(line));
    }
}
