package org.consilium.audit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as JSON: an array for each, with the values of its columns in their order, and the patient's key. */
final class LateEntry {

    private LateEntry() {}

    static byte[] write(List<EntryRow> rows) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        rows.forEach(row -> {
            JsonArrayBuilder values = Json.createArrayBuilder();
            row.all().forEach(value -> add(value, values));
            all.add(values);
        });
        return all.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(@Nullable Object value, JsonArrayBuilder values) {
        if (value == null) {
            values.addNull();
        } else if (value instanceof Long number) {
            values.add(number);
        } else {
            values.add(value.toString());
        }
    }

    static List<EntryRow> read(byte[] json) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(LateEntry::row)
                    .toList();
        }
    }

    private static EntryRow row(JsonArray written) {
        List<@Nullable Object> values = new ArrayList<>();
        written.forEach(value -> values.add(value(value)));
        values.set(0, LocalDateTime.parse(written.getString(0)));
        Object patient = values.removeLast();
        return new EntryRow(values, patient, null);
    }

    private static @Nullable Object value(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.longValueExact();
        }
        return value instanceof JsonString text ? text.getString() : null;
    }
}
