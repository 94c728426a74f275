package org.consilium.dependencies;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.stream.Stream;

/**
 * Fails if a library that ships is abandoned, has a release that is newer by more than a year, or stands in no bill of
 * materials.
 *
 * <p>Arguments: the address of a repository, the folder with the lists {@code abandoned.txt} and {@code waivers.txt},
 * the EAR, and bills of materials.
 */
public final class DependencyCheck {
    private static final int BILLS_FROM = 3;

    private DependencyCheck() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        NavigableSet<Component> components = BillOfMaterials.read(
                Stream.of(arguments).skip(BILLS_FROM).map(Path::of).toList());
        Report report = check(
                new Repository(arguments[0]), Path.of(arguments[1]), components, LocalDate.now(Clock.systemUTC()));
        List<String> unlisted = ShippedJars.unlisted(Path.of(arguments[2]), components);
        System.out.println(components.size() + " libraries ship");
        report.waived().forEach(System.out::println);
        report.failures().forEach(failure -> System.out.println("FAILED " + failure));
        unlisted.forEach(jar -> System.out.println("FAILED " + jar + " ships and stands in no bill of materials"));
        System.exit(report.failures().isEmpty() && unlisted.isEmpty() ? 0 : 1);
    }

    static Report check(Repository repository, Path lists, Collection<Component> components, LocalDate today)
            throws IOException, InterruptedException {
        Inspection inspection = new Inspection(repository, AbandonedLibraries.read(lists.resolve("abandoned.txt")));
        Map<Component, String> faults = new LinkedHashMap<>();
        for (Component component : components) {
            inspection.fault(component).ifPresent(fault -> faults.put(component, fault));
        }
        return Report.of(faults, Waiver.read(lists.resolve("waivers.txt")), today);
    }
}
