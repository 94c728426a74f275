package org.consilium.limit;

/**
 * An attempt to sign in to one account from one origin. Both count together: wrong passwords of a stranger do not keep
 * the owner out, who is elsewhere.
 */
public record SignInAttempt(SignInName name, SignInOrigin origin) implements LimitSubject {
    @Override
    public String countedAs() {
        return name.countedAs() + ' ' + origin.countedAs();
    }
}
