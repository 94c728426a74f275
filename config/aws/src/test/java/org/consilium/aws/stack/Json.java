package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of a template, with the way that led to it. */
final class Json {

    private final String way;
    private final @Nullable Object value;

    Json(String way, @Nullable Object value) {
        this.way = way;
        this.value = value;
    }

    /** What is there; keys of objects, or numbers of elements. */
    Json at(Object... steps) {
        Json json = this;
        for (Object step : steps) {
            json = json.step(step);
        }
        return json;
    }

    private Json step(Object step) {
        String further = way + "/" + step;
        if (value instanceof Map<?, ?> map && map.containsKey(step)) {
            return new Json(further, map.get(step));
        }
        if (value instanceof List<?> list && step instanceof Integer number && number < list.size()) {
            return new Json(further, list.get(number));
        }
        throw new AssertionError("nothing at " + further + " in " + value);
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    /** Numbers and truths as they are written; CloudFormation takes either. */
    String text() {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }

    List<Json> elements() {
        return ((List<?>) Objects.requireNonNull(value, way))
                .stream().map(element -> new Json(way, element)).toList();
    }

    /** Those of an object. */
    List<Json> values() {
        return ((Map<?, ?>) Objects.requireNonNull(value, way))
                .entrySet().stream()
                        .map(entry -> new Json(way + "/" + entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** One text, or a list of them. */
    List<String> texts() {
        return value instanceof List<?> ? elements().stream().map(Json::text).toList() : List.of(text());
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
