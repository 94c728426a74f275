package org.consilium.limit;

/** Somebody who has entered the right password, and has to take a second step, by the key of their account. */
public record SecondStep(long accountKey) implements LimitSubject {
    @Override
    public String countedAs() {
        return String.valueOf(accountKey);
    }
}
