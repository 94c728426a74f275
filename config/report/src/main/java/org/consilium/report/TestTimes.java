package org.consilium.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every class of tests that a build has run, in all modules, the longest first. */
public final class TestTimes {

    private static final Pattern REPORT = Pattern.compile(".*/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    /** A module lies at most two folders below the root; its reports are files in a folder of its target. */
    private static final int DEPTH = 5;

    private TestTimes() {}

    /** Takes the folder of the project, and when the build began: what is older was not run by it. */
    public static void main(String[] arguments) throws IOException {
        print(Path.of(arguments[0]), Instant.parse(arguments[1]));
    }

    private static void print(Path project, Instant begin) throws IOException {
        lines(reports(project, begin)).forEach(System.out::println);
    }

    static List<String> lines(List<TestReport> reports) {
        int tests = reports.stream().mapToInt(TestReport::tests).sum();
        double seconds = reports.stream().mapToDouble(TestReport::seconds).sum();
        Stream<String> head = Stream.of(
                "",
                String.format(
                        Locale.ROOT,
                        "Classes of tests, the longest first: %d with %d tests, %.0f s",
                        reports.size(),
                        tests,
                        seconds));
        Stream<String> each = reports.stream()
                .sorted(Comparator.comparingDouble(TestReport::seconds)
                        .reversed()
                        .thenComparing(TestReport::name))
                .map(report ->
                        String.format(Locale.ROOT, "%8.1f s %5d  %s", report.seconds(), report.tests(), report.name()));
        return Stream.concat(head, each).toList();
    }

    /** One for each class: Surefire writes a file for each of its runs in one module. */
    static List<TestReport> reports(Path project, Instant begin) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.find(
                project,
                DEPTH,
                (path, attributes) -> isReport(path)
                        && !attributes.lastModifiedTime().toInstant().isBefore(begin))) {
            files = all.toList();
        }
        return files.stream()
                .map(TestReport::read)
                .collect(Collectors.toMap(TestReport::name, report -> report, TestReport::plus))
                .values()
                .stream()
                .toList();
    }

    private static boolean isReport(Path path) {
        return REPORT.matcher(path.toString()).matches();
    }
}
