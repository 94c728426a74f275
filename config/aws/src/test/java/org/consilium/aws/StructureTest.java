package org.consilium.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How classes and packages depend on each other, as the JDK's {@code jdeps} reads it from the compiled classes. Unlike
 * ArchUnit, it also sees the use of constants, which the compiler copies. A nested class counts as its outer class.
 */
class StructureTest {

    private static final int LARGEST_CYCLE_OF_CLASSES = 3;
    private static final int LARGEST_PACKAGE = 25;
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "^ +(?<from>org\\.consilium\\.[\\w.]+)\\S* +-> (?<to>org\\.consilium\\.[\\w.]+)", Pattern.MULTILINE);

    private static final Map<String, Set<String>> GRAPH = dependencies();

    private static Map<String, Set<String>> dependencies() {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(writer, writer, "-verbose:class", "-filter:none", CLASSES.toString());
        assertThat(status).as("%s", output).isZero();
        Map<String, Set<String>> graph = new TreeMap<>();
        Matcher lines = DEPENDENCY.matcher(output.toString());
        while (lines.find()) {
            graph.computeIfAbsent(lines.group("from"), from -> new TreeSet<>()).add(lines.group("to"));
            graph.computeIfAbsent(lines.group("to"), to -> new TreeSet<>());
        }
        return graph;
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    /**
     * The strongly connected components of more than one node, where {@code name} says which node a class belongs to.
     */
    private static Set<Set<String>> cycles(Map<String, Set<String>> graph, UnaryOperator<String> name) {
        Map<String, Set<String>> nodes = new TreeMap<>();
        graph.forEach((from, targets) -> targets.forEach(to ->
                nodes.computeIfAbsent(name.apply(from), node -> new TreeSet<>()).add(name.apply(to))));
        return nodes.keySet().stream()
                .map(node -> reachable(nodes, node).stream()
                        .filter(other -> reachable(nodes, other).contains(node))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(component -> component.size() > 1)
                .collect(Collectors.toSet());
    }

    private static Set<String> reachable(Map<String, Set<String>> graph, String start) {
        Set<String> found = new HashSet<>();
        Set<String> next = Set.of(start);
        while (!next.isEmpty()) {
            found.addAll(next);
            next = next.stream()
                    .flatMap(node -> graph.getOrDefault(node, Set.of()).stream())
                    .filter(node -> !found.contains(node))
                    .collect(Collectors.toSet());
        }
        return found;
    }

    @Test
    void findsCycles() {
        Map<String, Set<String>> graph =
                Map.of("a.A", Set.of("a.B", "b.C"), "a.B", Set.of("a.A"), "b.C", Set.of("b.D"), "b.D", Set.of("a.E"));

        assertThat(cycles(graph, type -> type)).containsExactly(Set.of("a.A", "a.B"));
        assertThat(cycles(graph, StructureTest::packageOf)).containsExactly(Set.of("a", "b"));
    }

    @Test
    void noCycleOfClassesIsLarge() {
        assertThat(GRAPH).hasSizeGreaterThan(100);
        assertThat(cycles(GRAPH, type -> type))
                .allSatisfy(cycle -> assertThat(cycle).hasSizeLessThanOrEqualTo(LARGEST_CYCLE_OF_CLASSES));
    }

    @Test
    void packagesHaveNoCycle() {
        assertThat(cycles(GRAPH, StructureTest::packageOf)).isEmpty();
    }

    @Test
    void packagesAreSmall() {
        Map<String, Long> sizes =
                GRAPH.keySet().stream().collect(Collectors.groupingBy(StructureTest::packageOf, Collectors.counting()));

        assertThat(sizes).hasSizeGreaterThan(10);
        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }
}
