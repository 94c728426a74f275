package org.consilium.audit.seal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.trail.verify.Report;
import org.consilium.trail.verify.Verification;

/** Verifies the whole trail in the background. */
@ApplicationScoped
public class CheckRun {
    private static final Logger LOG = Logger.getLogger(CheckRun.class.getName());

    /** Between two words that it is still running: less than the silence after which it counts as ended. */
    private static final Duration STEP = Duration.ofSeconds(10);

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private TrailChecks checks;

    @Inject
    private WholeTrail trail;

    @Inject
    private Anchoring anchoring;

    void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) CheckRequested check) {
        try {
            threads.execute(() -> run(check.key()));
        } catch (RejectedExecutionException busy) {
            LOG.log(Level.WARNING, "this node is busy, the audit trail is not checked", busy);
            checks.fail(check.key());
        }
    }

    private void run(long key) {
        try {
            anchor();
            Report report = trail.verify(new Word(key));
            report.findings().forEach(finding -> LOG.log(Level.SEVERE, "the audit trail: {0}", finding.text()));
            checks.end(key, report);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the audit trail could not be checked", failure);
            checks.fail(key);
        }
    }

    /** So that what is checked cannot be replaced afterwards; without it, the check is worth as much. */
    private void anchor() {
        try {
            anchoring.anchorNewest();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the newest seal is anchored later", failure);
        }
    }

    /** Tells from time to time how many entries were read. */
    private final class Word implements Consumer<Verification> {
        private final long key;
        private long told = System.nanoTime();

        private Word(long key) {
            this.key = key;
        }

        @Override
        public void accept(Verification verification) {
            long now = System.nanoTime();
            if (now - told >= STEP.toNanos()) {
                told = now;
                checks.goOn(key, verification.entries());
            }
        }
    }
}
