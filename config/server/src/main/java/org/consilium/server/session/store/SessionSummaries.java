package org.consilium.server.session.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.redisson.api.RBatch;
import org.redisson.api.RMapAsync;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.Codec;
import org.redisson.client.codec.StringCodec;
import org.redisson.codec.CompositeCodec;

/** Reads the times and the account of sessions without their content. It does not count as a use of them. */
public final class SessionSummaries {
    private static final Codec CODEC = new CompositeCodec(StringCodec.INSTANCE, ByteArrayCodec.INSTANCE);

    private final RedissonClient client;
    private final RedisScripts scripts;
    private final SessionPolicy policy;

    SessionSummaries(RedissonClient client, RedisScripts scripts, SessionPolicy policy) {
        this.client = client;
        this.scripts = scripts;
        this.policy = policy;
    }

    /**
     * Sessions with nothing but their times, their account and one attribute, in one round trip.
     *
     * @param attribute its field
     * @return those that exist, in the order of the keys; empty for one that cannot be decrypted
     */
    public Map<SessionKey, Optional<StoredSession>> of(List<SessionKey> keys, String attribute) {
        Set<String> fields = new HashSet<>(SessionTimes.FIELDS);
        fields.add(StoredSession.ACCOUNT);
        fields.add(attribute);
        Map<SessionKey, Optional<StoredSession>> sessions = new LinkedHashMap<>();
        read(keys, fields).forEach((key, found) -> {
            if (!found.isEmpty()) {
                sessions.put(key, StoredSession.of(answer(found), key, policy));
            }
        });
        return sessions;
    }

    /** Not by a script: after a restart of Redis, Redisson would not send it again in a batch. */
    private Map<SessionKey, Map<String, byte[]>> read(List<SessionKey> keys, Set<String> fields) {
        Map<SessionKey, Map<String, byte[]>> found = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            scripts.checkCircuit();
            RBatch batch = client.createBatch();
            Map<SessionKey, CompletableFuture<Map<String, byte[]>>> answers = new LinkedHashMap<>();
            for (SessionKey key : keys) {
                RMapAsync<String, byte[]> hash = batch.getMap(key.data(), CODEC);
                answers.put(key, hash.getAllAsync(fields).toCompletableFuture());
            }
            Object unused = scripts.await(batch.executeAsync().toCompletableFuture());
            answers.forEach((key, answer) -> found.put(key, scripts.await(answer)));
        }
        return found;
    }

    /** The form in which a script answers; the time is that of this node. */
    private static List<byte[]> answer(Map<String, byte[]> found) {
        List<byte[]> answer = new ArrayList<>();
        found.forEach((field, value) -> {
            answer.add(RedisScripts.bytes(field));
            answer.add(value);
        });
        answer.add(RedisScripts.bytes(System.currentTimeMillis()));
        return answer;
    }
}
