package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value in a template, with its path for error messages. */
public final class Json {

    private final String path;
    private final @Nullable Object value;

    Json(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    /**
     * The value at a path.
     *
     * @param steps keys of objects and indices of arrays
     */
    public Json at(Object... steps) {
        Json json = this;
        for (Object step : steps) {
            json = json.step(step);
        }
        return json;
    }

    private Json step(Object step) {
        String deeper = path + "/" + step;
        if (value instanceof Map<?, ?> map && map.containsKey(step)) {
            return new Json(deeper, map.get(step));
        }
        if (value instanceof List<?> list && step instanceof Integer number && number < list.size()) {
            return new Json(deeper, list.get(number));
        }
        throw new AssertionError("nothing at " + deeper + " in " + value);
    }

    public boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    /** The value as text; CloudFormation takes numbers and booleans either way. */
    public String text() {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }

    /** The value as a whole number. */
    public int number() {
        return Integer.parseInt(text());
    }

    public Object value() {
        return Objects.requireNonNull(value, path);
    }

    public List<Json> elements() {
        return ((List<?>) Objects.requireNonNull(value, path))
                .stream().map(element -> new Json(path, element)).toList();
    }

    /** The values of an object. */
    public List<Json> values() {
        return ((Map<?, ?>) Objects.requireNonNull(value, path))
                .entrySet().stream()
                        .map(entry -> new Json(path + "/" + entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** One text or a list of texts, as a list. */
    public List<String> texts() {
        return value instanceof List<?> ? elements().stream().map(Json::text).toList() : List.of(text());
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
