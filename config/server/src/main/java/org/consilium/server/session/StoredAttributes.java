package org.consilium.server.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a session as Redis has them: by their names those that a request can use, and beside them those
 * that stay as they are, because they belong to another version or could not be read.
 */
final class StoredAttributes {
    private final AttributeFields fields;
    private final Map<String, byte[]> usable = new HashMap<>();
    private final Map<String, byte[]> unreadable = new HashMap<>();
    /** By their fields: only their own version knows their names. */
    private final Map<String, byte[]> foreign = new HashMap<>();

    StoredAttributes(AttributeFields fields) {
        this.fields = fields;
    }

    /**
     * Takes over what Redis has now.
     *
     * @param fresh by their fields
     * @return those that are new or have changed, by their names
     */
    Map<String, byte[]> load(Map<String, byte[]> fresh) {
        Map<String, byte[]> before = Map.copyOf(usable);
        usable.clear();
        unreadable.clear();
        foreign.clear();
        fresh.forEach((field, bytes) -> {
            String name = fields.name(field);
            if (name == null) {
                foreign.put(field, bytes);
            } else {
                usable.put(name, bytes);
            }
        });
        Map<String, byte[]> changed = new HashMap<>(usable);
        changed.entrySet().removeIf(one -> Arrays.equals(one.getValue(), before.get(one.getKey())));
        return changed;
    }

    boolean hasUsable(String name) {
        return usable.containsKey(name);
    }

    boolean hasUnreadable(String name) {
        return unreadable.containsKey(name);
    }

    /** Whether Redis has this very value. */
    boolean has(String name, byte[] bytes) {
        return Arrays.equals(bytes, usable.get(name));
    }

    /** This one cannot be read: it stays as it is until the application puts another in its place, or removes it. */
    void leaveOut(String name) {
        byte @Nullable [] bytes = usable.remove(name);
        if (bytes != null) {
            unreadable.put(name, bytes);
        }
    }

    /** The application has removed this one, and it goes from Redis even if it could not be read. */
    void forget(String name) {
        byte @Nullable [] bytes = unreadable.remove(name);
        if (bytes != null) {
            usable.put(name, bytes);
        }
    }

    /** By their fields, those that stay as they are. */
    Map<String, byte[]> untouched() {
        Map<String, byte[]> untouched = new HashMap<>(foreign);
        unreadable.forEach((name, bytes) -> untouched.put(fields.field(name), bytes));
        return untouched;
    }

    /** The fields of those that only Redis still has. */
    List<String> beyond(Set<String> names) {
        return usable.keySet().stream()
                .filter(name -> !names.contains(name))
                .map(fields::field)
                .toList();
    }

    /**
     * Redis has these now.
     *
     * @param names all that the session has
     * @param changed by their fields, those that were written
     */
    void saved(Set<String> names, Map<String, byte[]> changed) {
        usable.keySet().retainAll(names);
        unreadable.keySet().removeAll(names);
        for (String name : names) {
            byte @Nullable [] bytes = changed.get(fields.field(name));
            if (bytes != null) {
                usable.put(name, bytes);
            }
        }
    }
}
