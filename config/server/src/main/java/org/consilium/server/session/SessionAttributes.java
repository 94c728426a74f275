package org.consilium.server.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.session.store.AttributeFields;
import org.consilium.server.session.store.StoredAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a session during a request. An attribute stays serialized until it is asked for. At the end, those
 * that were asked for are compared with the loaded bytes, so that changes in place are noticed, too.
 */
final class SessionAttributes {
    private static final Logger LOG = Logger.getLogger(SessionAttributes.class.getName());

    /** An attribute that has not been asked for yet. */
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

    /** @param values the map in which the container keeps them */
    SessionAttributes(Map<String, Object> values, AttributeCodec codec, AttributeFields fields) {
        this.values = values;
        this.codec = codec;
        this.fields = fields;
        stored = new StoredAttributes(fields);
    }

    /**
     * Loads the attributes that Redis has. An attribute that this request has in use stays, unless another request has
     * changed it.
     *
     * @param fresh by their fields
     */
    void load(Map<String, byte[]> fresh) {
        Map<String, byte[]> changed = stored.load(fresh);
        values.keySet().removeIf(name -> !stored.hasUsable(name));
        changed.forEach((name, bytes) -> values.put(name, new Raw(bytes)));
    }

    /** Whether Redis or this request has an attribute by that name, readable or not. */
    boolean has(@Nullable String name) {
        return name != null && (values.containsKey(name) || stored.hasUnreadable(name));
    }

    /** Deserializes an attribute. One that cannot be read is treated as absent. */
    void resolve(@Nullable String name) {
        if (name != null && values.get(name) instanceof Raw raw) {
            Object value = read(name, raw.bytes);
            if (value != null) {
                values.put(name, value);
            } else {
                values.remove(name);
                stored.setAside(name);
            }
        }
    }

    void resolveAll() {
        values.keySet().forEach(this::resolve);
    }

    /**
     * Deserializes those that a listener may want to see before the session ends. No listener hears of the states of
     * views: they are dropped unread, as only the request of their form can make sense of them.
     */
    void resolveLast() {
        values.keySet().removeIf(fields::isState);
        resolveAll();
    }

    /** Deserializes those that another version may have written. The others are readable, and may be many. */
    void resolveShared() {
        values.keySet().stream().filter(fields::isShared).forEach(this::resolve);
    }

    /** The application has removed an attribute: it is removed from Redis even if it could not be read. */
    void forget(String name) {
        stored.forget(name);
    }

    private @Nullable Object read(String name, byte[] bytes) {
        try {
            return codec.read(bytes);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, e, () -> "the attribute " + name + " of a session cannot be read: skipping it");
            return null;
        }
    }

    /** Whether Redis has this very value. */
    boolean isStored(String name, Object value) {
        try {
            return stored.has(name, codec.write(value));
        } catch (IOException e) {
            // saving it will report this
            return false;
        }
    }

    /**
     * The attributes that differ from those in Redis, by their fields; or all of them, including those that only other
     * nodes can read.
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

    /** The fields of attributes that only Redis still has. */
    List<String> removed() {
        return stored.fieldsExcept(values.keySet());
    }

    /** Bytes of all attributes once these changes are saved. */
    long bytesWith(Map<String, byte[]> changed) {
        return stored.bytesWith(changed, removed());
    }

    /** Redis has these changes now, and none of the removed attributes. */
    void saved(Map<String, byte[]> changed) {
        stored.saved(values.keySet(), changed);
    }
}
