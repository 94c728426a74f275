package org.consilium.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds cycles between classes: the strongly connected components of their dependencies (Tarjan, "Depth-first search
 * and linear graph algorithms", 1972). A nested class counts as part of its outermost class.
 */
public final class ClassCycles {
    private final Map<String, NavigableSet<String>> dependencies = new TreeMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> lowLinks = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<NavigableSet<String>> components = new ArrayList<>();

    private ClassCycles(JavaClasses classes) {
        Set<String> names = classes.stream().map(ClassCycles::outermost).collect(Collectors.toSet());
        for (JavaClass type : classes) {
            NavigableSet<String> targets = dependencies.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> outermost(dependency.getTargetClass().getBaseComponentType()))
                    .filter(names::contains)
                    .forEach(targets::add);
        }
    }

    /** The cycles of more than one class, the largest first; each lists the names of its classes. */
    public static List<NavigableSet<String>> in(JavaClasses classes) {
        ClassCycles cycles = new ClassCycles(classes);
        cycles.dependencies.keySet().forEach(cycles::visit);
        return cycles.components.stream()
                .filter(component -> component.size() > 1)
                .sorted(Comparator.<Collection<String>>comparingInt(Collection::size)
                        .reversed())
                .toList();
    }

    private int visit(String type) {
        Integer known = lowLinks.get(type);
        if (known != null) {
            return known;
        }
        int index = indexes.size();
        indexes.put(type, index);
        lowLinks.put(type, index);
        stack.push(type);
        int low = index;
        for (String dependency : dependencies.getOrDefault(type, new TreeSet<>())) {
            boolean finished = indexes.containsKey(dependency) && !stack.contains(dependency);
            if (!finished) {
                low = Math.min(low, visit(dependency));
            }
        }
        lowLinks.put(type, low);
        if (low == index) {
            components.add(pop(type));
        }
        return low;
    }

    /** The classes above this one on the stack, which can all reach each other. */
    private NavigableSet<String> pop(String last) {
        NavigableSet<String> component = new TreeSet<>();
        String type;
        do {
            type = stack.pop();
            component.add(type);
        } while (!type.equals(last));
        return component;
    }

    private static String outermost(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getName();
    }
}
