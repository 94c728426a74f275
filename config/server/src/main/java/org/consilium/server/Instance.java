package org.consilium.server;

import fish.payara.micro.BootstrapException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.files.UploadValve;
import org.consilium.server.http.Entrance;
import org.consilium.server.http.EntryFilter;
import org.consilium.server.http.EntryStrategy;
import org.consilium.server.http.OverloadCheck;
import org.consilium.server.http.Proxy;
import org.consilium.server.http.Receptions;
import org.consilium.server.http.Traffic;
import org.consilium.server.http.Traffic.Phase;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.RootCause;

/** One run of the server, from its files on disk to its last request. */
final class Instance {
    private static final Logger LOG = Logger.getLogger(Instance.class.getName());
    private static final Logger ROOT_LOGGER = Logger.getLogger("");
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

    private final Options options;
    private final RootDirectory root;
    private final Traffic traffic = new Traffic();
    private final Node node = new Node();

    Instance(Options options, RootDirectory root) {
        this.options = options;
        this.root = root;
    }

    /** Returns when the application answers; until then, every request is answered with 503. */
    void start() throws CannotStart {
        Receptions receptions = new Receptions(options.httpThreads());
        receptions.start();
        EntryStrategy.guardWith(new EntryFilter(traffic, new Proxy(options.trustProxy()), entrance(), receptions));
        UploadValve.storeIn(root.path());
        FailureLog failures = new FailureLog();
        try {
            node.boot(root.path());
            // not earlier: the boot configures logging again
            ROOT_LOGGER.addHandler(failures);
            node.deploy(options.ear().toAbsolutePath());
        } catch (BootstrapException | DeploymentFailed e) {
            Throwable cause = failures.firstOr(e);
            LOG.log(Level.SEVERE, "the start failed", e);
            throw CannotStart.because(RootCause.line(cause));
        } finally {
            ROOT_LOGGER.removeHandler(failures);
        }
        traffic.enter(Phase.OPEN);
    }

    private Entrance entrance() {
        Entrance entrance = new Entrance(
                options.httpThreads(), Runtime.getRuntime().availableProcessors(), options.boundedAdmission());
        OverloadCheck.reportOn(entrance);
        return entrance;
    }

    /** Finishes the requests in flight, and stops. */
    void stop() {
        try {
            new Drain(traffic, options.drainDelay(), options.drainTimeout()).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Bounded.run("shutdown", SHUTDOWN_TIMEOUT, () -> {
            node.shutdown();
            return null;
        });
        root.delete();
    }

    /** Stops at once: nothing has been served yet. */
    void abandon() {
        root.delete();
    }
}
