package org.consilium.limit;

/**
 * Where an attempt to sign in comes from: a device on which the owner of the account has signed in before, or else only
 * a network. A known device has attempts of its own, which nobody else on its network can use up.
 *
 * @param device the id of the device; empty if it is not known
 */
public record SignInOrigin(ClientAddress network, String device) implements LimitSubject {
    public boolean isKnown() {
        return !device.isEmpty();
    }

    @Override
    public String countedAs() {
        return isKnown() ? "device " + device : network.countedAs();
    }
}
