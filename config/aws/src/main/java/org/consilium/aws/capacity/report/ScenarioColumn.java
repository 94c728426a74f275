package org.consilium.aws.capacity.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.consilium.aws.capacity.answers.Calendar;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.chart.LineChart;
import org.consilium.aws.capacity.chart.TimeLine;
import org.consilium.aws.capacity.replay.Verdict;
import org.consilium.aws.capacity.simulation.Minute;

/** A scenario on the page: its verdict, and charts of CPU, nodes and wait. */
public final class ScenarioColumn {

    private static final int BEFORE = 60;
    private static final int AFTER = 240;
    private static final double MILLIS = 1000;
    private static final int NONE = -1;

    private final Verdict verdict;
    private final Scenario scenario;
    private final int event;
    private final List<Minute> shown;

    ScenarioColumn(Verdict verdict, Calendar calendar) {
        this.verdict = verdict;
        scenario = verdict.replay().scenario();
        event = scenario == Scenario.DAY ? NONE : scenario.minute(calendar);
        List<Minute> minutes = verdict.replay().minutes();
        shown = event == NONE
                ? minutes
                : minutes.subList(Math.max(0, event - BEFORE), Math.min(minutes.size(), event + AFTER));
    }

    public String title() {
        return scenario.title();
    }

    public boolean holds() {
        return verdict.holds();
    }

    public List<String> failures() {
        return verdict.failures();
    }

    public String summary() {
        String figures = "At most " + Figures.of(verdict.highestCpuPercent()) + " % CPU, "
                + Figures.of(verdict.highestDelaySeconds() * MILLIS) + " ms and " + verdict.mostNodes() + " nodes.";
        return verdict.bound().minutesOutside() == 0
                ? figures
                : figures + " Outside the bounds for " + verdict.minutesOutside() + " minutes ("
                        + verdict.bound().minutesOutside() + " are allowed); "
                        + Figures.of(Math.rint(verdict.givenUp())) + " requests are given up.";
    }

    public List<Chart> charts() {
        return List.of(
                chart("CPU of the nodes", "%", verdict.bound().cpuPercent(), Minute::cpuPercent),
                chart("Nodes in service", "", NONE, Minute::nodes),
                chart(
                        "p99 of the wait for a processor",
                        "ms",
                        verdict.bound().delaySeconds() * MILLIS,
                        minute -> minute.delaySeconds() * MILLIS));
    }

    private Chart chart(String caption, String unit, double bound, ToDoubleFunction<Minute> figure) {
        List<Double> values = shown.stream().map(figure::applyAsDouble).toList();
        TimeLine line = new TimeLine(shown.get(0).minute(), values);
        return new Chart(caption, new LineChart(title() + ": " + caption, unit, line, bound, event).svg());
    }
}
