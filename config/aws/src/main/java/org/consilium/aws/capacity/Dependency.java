package org.consilium.aws.capacity;

/**
 * A service outside of the nodes that a request has to wait for.
 *
 * @param callsPerConsultation how often it is asked
 * @param milliseconds until it has answered
 */
public record Dependency(String name, double callsPerConsultation, double milliseconds) {

    static Dependency read(StrictProperties file, String name) {
        return new Dependency(
                name,
                file.number("dependency." + name + ".calls", 0, 10_000),
                file.number("dependency." + name + ".milliseconds", 0.01, 60_000));
    }

    /**
     * Calls that are under way at the same time: Little's law, L = λW (Little 1961).
     *
     * @param consultationsPerSecond at the time in question
     */
    public double concurrentCalls(double consultationsPerSecond) {
        return consultationsPerSecond * callsPerConsultation * milliseconds / 1000;
    }
}
