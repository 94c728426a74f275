package org.consilium.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs something in a transaction of its own. */
@ApplicationScoped
public class NewTransaction {

    @Nullable
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    Object run(Callable<?> call) throws Exception {
        return call.call();
    }
}
