package org.consilium.web.account.trail;

/** Whether the session that ends on this thread ends because its owner signs out. */
public final class SigningOut {
    private static final ThreadLocal<Boolean> NOW = ThreadLocal.withInitial(() -> false);

    private SigningOut() {}

    static boolean isNow() {
        return NOW.get();
    }

    /** Ends sessions of somebody who signs out. */
    public static void during(Runnable end) {
        NOW.set(true);
        try {
            end.run();
        } finally {
            NOW.remove();
        }
    }
}
