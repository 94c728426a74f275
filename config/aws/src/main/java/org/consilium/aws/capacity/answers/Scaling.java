package org.consilium.aws.capacity.answers;

import org.consilium.aws.capacity.simulation.ScalingParameters;

/**
 * How the fleet is scaled.
 *
 * @param cpuTargetPercent the target of target tracking
 * @param parameters how quickly target tracking acts
 */
public record Scaling(double cpuTargetPercent, ScalingParameters parameters) {

    static Scaling read(StrictProperties file) {
        ScalingParameters parameters = new ScalingParameters(
                file.count("scaling.metric-seconds", 10, 300),
                file.count("scaling.metric-delay-seconds", 0, 300),
                file.count("scaling.datapoints-out", 1, 60),
                file.count("scaling.datapoints-in", 1, 60),
                file.count("scaling.boot-seconds", 1, 900),
                file.count("scaling.warm-up-seconds", 1, 3600),
                file.count("scaling.scale-in-cooldown-seconds", 0, 3600),
                file.count("scaling.replacement-seconds", 0, 3600));
        if (parameters.warmUpSeconds() < parameters.bootSeconds()) {
            throw new RefusedFileException(
                    "scaling.warm-up-seconds", "is shorter than scaling.boot-seconds: an idle node would count");
        }
        return new Scaling(file.number("scaling.cpu-percent", 10, 90), parameters);
    }
}
