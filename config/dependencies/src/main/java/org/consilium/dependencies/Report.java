package org.consilium.dependencies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that were found, beside the waivers: one that is waived is told, anything else fails the check. */
record Report(List<String> waived, List<String> failures) {

    static Report of(Map<Component, String> faults, List<Waiver> waivers, LocalDate today) {
        Report report = new Report(new ArrayList<>(), new ArrayList<>());
        faults.forEach((component, fault) -> report.add(component + " " + fault, waiverOf(component, waivers), today));
        waivers.stream()
                .filter(Predicate.not(waiver -> faults.keySet().stream().anyMatch(waiver::covers)))
                .map(waiver -> waiver.name() + " needs no waiver any more")
                .forEach(report.failures::add);
        return report;
    }

    private static Optional<Waiver> waiverOf(Component component, List<Waiver> waivers) {
        return waivers.stream().filter(waiver -> waiver.covers(component)).findFirst();
    }

    private void add(String fault, Optional<Waiver> waiver, LocalDate today) {
        if (waiver.isEmpty()) {
            failures.add(fault);
        } else if (waiver.get().hasExpired(today)) {
            failures.add(fault + "; its waiver has expired, " + waiver.get());
        } else {
            waived.add(fault + "; waived " + waiver.get());
        }
    }
}
