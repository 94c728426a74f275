package org.consilium.dependencies;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.consilium.dependencies.Repository.Pom;

/** Looks at one library: whether it is abandoned, has moved, or has had a release for long that is not in use. */
final class Inspection {
    private static final Duration AT_MOST = Duration.ofDays(365);

    private final Repository repository;
    private final AbandonedLibraries abandoned;

    Inspection(Repository repository, AbandonedLibraries abandoned) {
        this.repository = repository;
        this.abandoned = abandoned;
    }

    /** The fault that it finds, in words. */
    Optional<String> fault(Component component) throws IOException, InterruptedException {
        Optional<String> reason = abandoned.reason(component);
        if (reason.isPresent()) {
            return reason.map(why -> "is abandoned: " + why);
        }
        Optional<Pom> current = repository.pom(component);
        if (current.isEmpty()) {
            return Optional.of("is not in the repository");
        }
        Optional<Pom> newest = newest(component);
        Optional<String> relocation = newest.or(() -> current).flatMap(Pom::relocation);
        if (relocation.isPresent()) {
            return relocation.map(successor -> "has moved to " + successor);
        }
        return newest.isEmpty() ? Optional.empty() : lag(current.get(), newest.get());
    }

    /** The newest that is within reach: a repository may name more than it has. */
    private Optional<Pom> newest(Component component) throws IOException, InterruptedException {
        for (String version : Versions.newer(component.version(), repository.versions(component))) {
            Optional<Pom> pom = repository.pom(component.in(version));
            if (pom.isPresent()) {
                return pom;
            }
        }
        return Optional.empty();
    }

    private Optional<String> lag(Pom current, Pom newest) throws IOException, InterruptedException {
        Optional<Instant> before = repository.released(current);
        Optional<Instant> after = repository.released(newest);
        String release = newest.component().version();
        if (before.isEmpty() || after.isEmpty() || isImplausible(current, before.get(), after.get())) {
            return Optional.of("has release " + release + ", and nothing tells how much newer it is");
        }
        return Duration.between(before.get(), after.get()).compareTo(AT_MOST) <= 0
                ? Optional.empty()
                : Optional.of("is of " + day(before.get()) + ", release " + release + " of " + day(after.get()));
    }

    /** Builds that give the same jar each time may note the same day for every release. */
    private static boolean isImplausible(Pom current, Instant before, Instant after) {
        return current.lastModified().isEmpty() && !after.isAfter(before);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
