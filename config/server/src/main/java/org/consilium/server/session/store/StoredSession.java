package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A session as Redis had it.
 *
 * @param attributes by the fields that {@link AttributeFields} gives them
 * @param version the version that the last save wrote
 * @param caller the serialized caller who is signed in; empty for nobody
 * @param account the name of that caller; empty for nobody
 */
public record StoredSession(
        Map<String, byte[]> attributes, SessionTimes times, String version, Optional<byte[]> caller, String account) {
    private static final Logger LOG = Logger.getLogger(StoredSession.class.getName());

    static final String VERSION = "v";
    static final String CALLER = "p";
    static final String ACCOUNT = "u";

    private static final byte[] NONE = new byte[0];

    /** Whether a field is encrypted: all but the times and the version, which the scripts in Redis read. */
    static boolean isSecret(String field) {
        return AttributeFields.isAttribute(field) || field.equals(CALLER) || field.equals(ACCOUNT);
    }

    /**
     * From the answer of a {@link Script}: field, value, ..., and the time. Empty if a value cannot be decrypted: the
     * session is another's, or was changed by somebody without the key.
     */
    static Optional<StoredSession> of(List<byte[]> answer, SessionKey key, SessionPolicy policy) {
        FieldCipher cipher = policy.cipher().of(key);
        Map<String, byte[]> properties = new HashMap<>();
        Map<String, byte[]> attributes = new HashMap<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            String field = text(answer.get(i));
            byte[] stored = answer.get(i + 1);
            byte[] value = isSecret(field) ? cipher.decrypt(field, stored) : stored;
            if (value == null) {
                LOG.log(Level.WARNING, "a session cannot be decrypted and counts as ended, because of {0}", field);
                return Optional.empty();
            }
            (AttributeFields.isAttribute(field) ? attributes : properties).put(field, value);
        }
        return Optional.of(new StoredSession(
                attributes,
                SessionTimes.of(properties, policy.lifetime(), Long.parseLong(text(answer.getLast()))),
                text(properties.getOrDefault(VERSION, NONE)),
                Optional.ofNullable(properties.get(CALLER)),
                text(properties.getOrDefault(ACCOUNT, NONE))));
    }
}
