package org.consilium.server.session;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a session during a request. They stay bytes until somebody asks for them; what has been asked for
 * is compared at the end with what was loaded, so that a change in place is noticed as well.
 */
final class SessionAttributes {
    private static final Logger LOG = Logger.getLogger(SessionAttributes.class.getName());

    /** An attribute that nobody has asked for yet. */
    private static final class Raw {
        private final byte[] bytes;

        Raw(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final Map<String, Object> values;
    private final AttributeCodec codec;
    private final Map<String, byte[]> stored = new HashMap<>();

    /** @param values where the container keeps them */
    SessionAttributes(Map<String, Object> values, AttributeCodec codec) {
        this.values = values;
        this.codec = codec;
    }

    /** What this request has in its hands stays; what another has changed since is read anew. */
    void load(Map<String, byte[]> fresh) {
        values.keySet().removeIf(name -> !fresh.containsKey(name));
        fresh.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, stored.get(name))) {
                values.put(name, new Raw(bytes));
            }
        });
        stored.clear();
        stored.putAll(fresh);
    }

    boolean has(@Nullable String name) {
        return name != null && values.containsKey(name);
    }

    /** Makes of one what the application has put there. One that cannot be read stays in Redis as it is. */
    void resolve(@Nullable String name) {
        if (name != null && values.get(name) instanceof Raw raw) {
            Object value = read(name, raw.bytes);
            if (value != null) {
                values.put(name, value);
            } else {
                values.remove(name);
                stored.remove(name);
            }
        }
    }

    void resolveAll() {
        values.keySet().forEach(this::resolve);
    }

    private @Nullable Object read(String name, byte[] bytes) {
        try {
            return codec.read(bytes);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, e, () -> "the attribute " + name + " of a session cannot be read: it is left out");
            return null;
        }
    }

    /** Whether Redis has this very value. */
    boolean isStored(String name, Object value) {
        try {
            return Arrays.equals(codec.write(value), stored.get(name));
        } catch (IOException e) {
            // it will be said when it is saved
            return false;
        }
    }

    /**
     * Those that Redis does not have so, or all of them.
     *
     * @throws IOException if one cannot be serialized
     */
    Map<String, byte[]> changed(boolean all) throws IOException {
        Map<String, byte[]> changed = new HashMap<>();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            byte[] bytes = value.getValue() instanceof Raw raw ? raw.bytes : codec.write(value.getValue());
            if (all || !Arrays.equals(bytes, stored.get(value.getKey()))) {
                changed.put(value.getKey(), bytes);
            }
        }
        return changed;
    }

    /** The names of those that only Redis still has. */
    List<String> removed() {
        return stored.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .toList();
    }

    /** Redis has these now, and none of those that were removed. */
    void saved(Map<String, byte[]> changed) {
        stored.keySet().retainAll(values.keySet());
        stored.putAll(changed);
    }
}
