package org.consilium.server.session.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a session as Redis has them: those that a request can use, by their names, and those that stay
 * unchanged because they belong to another version or cannot be read.
 */
public final class StoredAttributes {
    private final AttributeFields fields;
    private final Map<String, byte[]> usable = new HashMap<>();
    private final Map<String, byte[]> unreadable = new HashMap<>();
    /** By their fields: only their own version knows their names. */
    private final Map<String, byte[]> foreign = new HashMap<>();

    public StoredAttributes(AttributeFields fields) {
        this.fields = fields;
    }

    /**
     * Replaces everything with the attributes that Redis has now.
     *
     * @param fresh by their fields
     * @return those that are new or have changed, by their names
     */
    public Map<String, byte[]> load(Map<String, byte[]> fresh) {
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

    public boolean hasUsable(String name) {
        return usable.containsKey(name);
    }

    public boolean hasUnreadable(String name) {
        return unreadable.containsKey(name);
    }

    /** Whether Redis has this very value. */
    public boolean has(String name, byte[] bytes) {
        return Arrays.equals(bytes, usable.get(name));
    }

    /** Sets aside an attribute that cannot be read: it stays as it is until the application replaces or removes it. */
    public void setAside(String name) {
        byte @Nullable [] bytes = usable.remove(name);
        if (bytes != null) {
            unreadable.put(name, bytes);
        }
    }

    /** Forgets an attribute that the application has removed, so that it is removed from Redis even if unreadable. */
    public void forget(String name) {
        byte @Nullable [] bytes = unreadable.remove(name);
        if (bytes != null) {
            usable.put(name, bytes);
        }
    }

    /** Those that stay as they are, by their fields. */
    public Map<String, byte[]> untouched() {
        Map<String, byte[]> untouched = new HashMap<>(foreign);
        unreadable.forEach((name, bytes) -> untouched.put(fields.field(name), bytes));
        return untouched;
    }

    /**
     * Bytes of all attributes after a save.
     *
     * @param changed by their fields
     * @param removed fields
     */
    public long bytesWith(Map<String, byte[]> changed, List<String> removed) {
        Map<String, byte[]> all = untouched();
        usable.forEach((name, bytes) -> all.put(fields.field(name), bytes));
        all.putAll(changed);
        removed.forEach(all::remove);
        return all.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** The fields of usable attributes other than these. */
    public List<String> fieldsExcept(Set<String> names) {
        return usable.keySet().stream()
                .filter(name -> !names.contains(name))
                .map(fields::field)
                .toList();
    }

    /**
     * Notes that the session was saved.
     *
     * @param names all attributes that the session has
     * @param changed the attributes that were written, by their fields
     */
    public void saved(Set<String> names, Map<String, byte[]> changed) {
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
