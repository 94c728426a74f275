package org.consilium.account.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.consilium.account.Accounts;

/** The transactions of {@link FactorResetTimer}: each account's request is one of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class FactorResetRun {

    @Inject
    private FactorResets resets;

    @Inject
    private Accounts accounts;

    List<Long> accountsToVisit(int most) {
        return resets.accountsToVisit(most);
    }

    /** Of several nodes at once, the others wait here, and then find nothing left to do. */
    void visit(long accountKey) {
        var locked = accounts.lockedSummary(accountKey);
        resets.endExpired(locked.key());
        boolean unused = resets.carryOutDue(locked.key());
    }
}
