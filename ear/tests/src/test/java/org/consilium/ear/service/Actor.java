package org.consilium.ear.service;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.consilium.access.Caller;
import org.consilium.account.AccountId;

/** A person of a test, who has an account and does things in their own name. */
final class Actor {

    private final CallerContext stage;
    private final String email;
    private final SignedIn signedIn;

    Actor(CallerContext stage, String email, SignedIn signedIn) {
        this.stage = stage;
        this.email = email;
        this.signedIn = signedIn;
    }

    /** Calls a service as this person. */
    <T> T asks(Supplier<T> call) {
        return stage.as(signedIn, call);
    }

    /** Calls a service as this person. */
    void does(Runnable call) {
        stage.as(signedIn, () -> {
            call.run();
            return true;
        });
    }

    /** The call to be made as this person by another thread. */
    <T> Callable<T> task(Supplier<T> call) {
        return stage.as(signedIn, () -> stage.here(call::get));
    }

    /** The call to be made as this person by another thread. */
    Callable<Boolean> errand(Runnable call) {
        return task(() -> {
            call.run();
            return true;
        });
    }

    Caller caller() {
        return (Caller) signedIn.result().getCallerPrincipal();
    }

    AccountId account() {
        return new AccountId(caller().getName());
    }

    long key() {
        return caller().accountKey();
    }

    String fullName() {
        return caller().fullName();
    }

    String email() {
        return email;
    }
}
