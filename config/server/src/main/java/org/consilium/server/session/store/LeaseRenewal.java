package org.consilium.server.session.store;

import static org.consilium.server.session.store.RedisScripts.bytes;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Renews the leases of this node's requests for as long as they work. */
final class LeaseRenewal {
    private static final Duration INTERVAL = Duration.ofMillis(700);

    private final RedisScripts scripts;
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "session-leases");

    LeaseRenewal(RedisScripts scripts) {
        this.scripts = scripts;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    void add(Lease lease) {
        leases.add(lease);
    }

    /** Whether it was there. */
    boolean remove(Lease lease) {
        return leases.remove(lease);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(INTERVAL.toMillis());
            } catch (InterruptedException closed) {
                return;
            }
            leases.stream()
                    .filter(lease -> lease.ageNanos() > INTERVAL.toNanos())
                    .forEach(this::renew);
        }
    }

    private void renew(Lease lease) {
        scripts.send(Script.RELEASE, List.of(lease.key().lease()), lease.token(), bytes(Lease.TTL.toMillis()));
    }
}
