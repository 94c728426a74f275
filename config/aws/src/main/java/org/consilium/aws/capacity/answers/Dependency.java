package org.consilium.aws.capacity.answers;

/**
 * A service that requests wait for.
 *
 * @param callsPerConsultation how often it is called
 * @param milliseconds how long a call takes
 */
public record Dependency(String name, double callsPerConsultation, double milliseconds) {

    static Dependency read(StrictProperties file, String name) {
        return new Dependency(
                name,
                file.number("dependency." + name + ".calls", 0, 10_000),
                file.number("dependency." + name + ".milliseconds", 0.01, 60_000));
    }

    /**
     * Calls in flight at the same time, by Little's law: L = λW (Little 1961).
     *
     * @param consultationsPerSecond the rate at which consultations start
     */
    public double concurrentCalls(double consultationsPerSecond) {
        return consultationsPerSecond * callsPerConsultation * milliseconds / 1000;
    }
}
