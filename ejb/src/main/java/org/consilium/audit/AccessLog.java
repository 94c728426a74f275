package org.consilium.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.AccessDecision;
import org.consilium.access.Caller;

/**
 * Writes to the log, by public ids alone, each refusal, as a probe for other people's records shows there, and each
 * action of which every single one has to be known.
 */
@ApplicationScoped
public class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());

    void on(@Observes AccessDecision decision) {
        Caller caller = decision.caller();
        String who = caller == null ? "nobody" : caller.getName();
        if (!decision.permitted()) {
            LOG.log(Level.WARNING, "refused: action={0} account={1}", new Object[] {decision.action(), who});
        } else if (decision.action().isNoted()) {
            LOG.log(Level.INFO, "permitted: action={0} account={1} record={2}", new Object[] {
                decision.action(), who, decision.record()
            });
        }
    }
}
