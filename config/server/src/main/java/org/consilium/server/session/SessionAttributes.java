package org.consilium.server.session;

import java.io.IOException;
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
    private final AttributeFields fields;
    private final StoredAttributes stored;

    /** @param values where the container keeps them */
    SessionAttributes(Map<String, Object> values, AttributeCodec codec, AttributeFields fields) {
        this.values = values;
        this.codec = codec;
        this.fields = fields;
        stored = new StoredAttributes(fields);
    }

    /**
     * What this request has in its hands stays; what another has changed since is read anew.
     *
     * @param fresh by their fields
     */
    void load(Map<String, byte[]> fresh) {
        Map<String, byte[]> changed = stored.load(fresh);
        values.keySet().removeIf(name -> !stored.hasUsable(name));
        changed.forEach((name, bytes) -> values.put(name, new Raw(bytes)));
    }

    /** Whether Redis or this request has one of the name, readable or not. */
    boolean has(@Nullable String name) {
        return name != null && (values.containsKey(name) || stored.hasUnreadable(name));
    }

    /** Makes of one what the application has put there. One that cannot be read is as if it were not there. */
    void resolve(@Nullable String name) {
        if (name != null && values.get(name) instanceof Raw raw) {
            Object value = read(name, raw.bytes);
            if (value != null) {
                values.put(name, value);
            } else {
                values.remove(name);
                stored.leaveOut(name);
            }
        }
    }

    void resolveAll() {
        values.keySet().forEach(this::resolve);
    }

    /** Those that another version may have written; the others can be read, and there may be many of them. */
    void resolveShared() {
        values.keySet().stream().filter(fields::isShared).forEach(this::resolve);
    }

    /** The application has removed it, and it is removed from Redis even if it could not be read. */
    void forget(String name) {
        stored.forget(name);
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
            return stored.has(name, codec.write(value));
        } catch (IOException e) {
            // it will be said when it is saved
            return false;
        }
    }

    /**
     * Those that Redis does not have so, or all of them, also those that are not for this node; by their fields.
     *
     * @throws IOException if one cannot be serialized
     */
    Map<String, byte[]> changed(boolean all) throws IOException {
        Map<String, byte[]> changed = all ? stored.untouched() : new HashMap<>();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            String name = value.getKey();
            byte[] bytes = value.getValue() instanceof Raw raw ? raw.bytes : codec.write(value.getValue());
            if (all || !stored.has(name, bytes)) {
                changed.put(fields.field(name), bytes);
            }
        }
        return changed;
    }

    /** The fields of those that only Redis still has. */
    List<String> removed() {
        return stored.beyond(values.keySet());
    }

    /** Redis has these now, and none of those that were removed. */
    void saved(Map<String, byte[]> changed) {
        stored.saved(values.keySet(), changed);
    }
}
