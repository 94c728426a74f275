package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arguments of {@link Script#SAVE}. */
final class SaveArguments {
    private final SessionPolicy policy;

    SaveArguments(SessionPolicy policy) {
        this.policy = policy;
    }

    /** @param release whether to release the lease */
    Object[] of(SessionChanges changes, boolean release) {
        List<Object> values = values(changes);
        List<Object> arguments = new ArrayList<>(List.of(
                changes.lease().token(),
                bytes(changes.base()),
                bytes(release ? 1 : 0),
                bytes(Lease.TTL.toMillis()),
                bytes(changes.began()),
                bytes(changes.maxInactive() * 1000L),
                bytes(policy.lifetime().toMillis()),
                bytes(SessionPolicy.GRACE.toMillis()),
                bytes(values.size())));
        arguments.addAll(values);
        changes.properties().removed().forEach(field -> arguments.add(bytes(field)));
        changes.removedAttributes().forEach(field -> arguments.add(bytes(field)));
        return arguments.toArray();
    }

    /** Field, value, ...; the version comes first. */
    private List<Object> values(SessionChanges changes) {
        List<Object> values = new ArrayList<>(List.of(bytes(StoredSession.VERSION), bytes(changes.version())));
        FieldCipher cipher = policy.cipher().of(changes.lease().key());
        for (Map<String, byte[]> fields : List.of(changes.properties().fields(), changes.attributes())) {
            fields.forEach((field, value) -> {
                values.add(bytes(field));
                values.add(StoredSession.isSecret(field) ? cipher.encrypt(field, value) : value);
            });
        }
        return values;
    }
}
