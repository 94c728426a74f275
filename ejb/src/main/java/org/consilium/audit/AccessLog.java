package org.consilium.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.access.AccessDecision;
import org.consilium.access.Caller;
import org.consilium.account.Appointed;

/**
 * Logs, by public ids alone, every refusal, which reveals attempts to reach other people's records, and every action
 * that must be accounted for one by one: also who has proposed and who has approved that somebody gets a role on the
 * staff.
 */
@ApplicationScoped
public class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());

    void on(@Observes AccessDecision decision) {
        Caller caller = decision.caller();
        String who = caller == null ? "nobody" : caller.getName();
        if (!decision.permitted()) {
            LOG.log(Level.INFO, "refused: action={0} account={1}", new Object[] {decision.action(), who});
        } else if (decision.action().isNoted()) {
            LOG.log(Level.INFO, "permitted: action={0} account={1} record={2}", new Object[] {
                decision.action(), who, decision.record()
            });
        }
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) Appointed appointed) {
        LOG.log(Level.INFO, "appointment: step={0} person={1} role={2} account={3}", new Object[] {
            appointed.step(), appointed.person(), appointed.role(), appointed.by()
        });
    }
}
