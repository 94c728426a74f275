package org.consilium.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.AccessDecision;
import org.consilium.access.Caller;

/** Writes each refusal to the log, by public ids alone: a probe for other people's records shows there. */
@ApplicationScoped
public class RefusalLog {

    private static final Logger LOG = Logger.getLogger(RefusalLog.class.getName());

    void on(@Observes AccessDecision decision) {
        if (decision.permitted()) {
            return;
        }
        Caller caller = decision.caller();
        String who = caller == null ? "nobody" : caller.getName();
        LOG.log(Level.WARNING, "refused: action={0} account={1}", new Object[] {decision.action(), who});
    }
}
