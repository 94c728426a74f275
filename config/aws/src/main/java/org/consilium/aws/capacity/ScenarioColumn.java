package org.consilium.aws.capacity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.consilium.aws.capacity.chart.LineChart;
import org.consilium.aws.capacity.chart.TimeLine;
import org.consilium.aws.capacity.simulation.Minute;

/** One scenario on the page: its verdict, and how CPU, nodes and wait went. */
final class ScenarioColumn {

    private static final int BEFORE = 60;
    private static final int AFTER = 240;
    private static final double MILLIS = 1000;

    private final Verdict verdict;
    private final Scenario scenario;
    private final int event;
    private final List<Minute> shown;

    ScenarioColumn(Verdict verdict, Calendar calendar) {
        this.verdict = verdict;
        scenario = verdict.replay().scenario();
        event = scenario == Scenario.DAY ? -1 : scenario.minute(calendar);
        List<Minute> minutes = verdict.replay().minutes();
        shown = event < 0
                ? minutes
                : minutes.subList(Math.max(0, event - BEFORE), Math.min(minutes.size(), event + AFTER));
    }

    void write(Html page) {
        page.raw("<section class=\"scenario\">");
        page.element("h3", scenario.title());
        page.raw(verdict.holds() ? "<p class=\"good\">holds</p>" : "<p class=\"bad\">fails</p>");
        page.element("p", summary());
        chart(page, "CPU of the nodes", "%", verdict.bound().cpuPercent(), Minute::cpuPercent);
        chart(page, "Nodes in service", "", -1, Minute::nodes);
        chart(
                page,
                "p99 of the wait for a processor",
                "ms",
                verdict.bound().delaySeconds() * MILLIS,
                minute -> minute.delaySeconds() * MILLIS);
        verdict.failures().forEach(failure -> page.raw("<p class=\"failure\">" + Html.escape(failure) + "</p>"));
        page.raw("</section>");
    }

    private String summary() {
        String figures = "At most " + Figures.of(verdict.highestCpuPercent()) + " % CPU, "
                + Figures.of(verdict.highestDelaySeconds() * MILLIS) + " ms and " + verdict.mostNodes() + " nodes.";
        return verdict.bound().minutesOutside() == 0
                ? figures
                : figures + " Outside of the bounds for " + verdict.minutesOutside() + " minutes, where "
                        + verdict.bound().minutesOutside() + " are allowed; "
                        + Figures.of(Math.rint(verdict.givenUp())) + " requests are given up.";
    }

    private void chart(Html page, String title, String unit, double bound, ToDoubleFunction<Minute> figure) {
        List<Double> values = shown.stream().map(figure::applyAsDouble).toList();
        TimeLine line = new TimeLine(shown.get(0).minute(), values);
        page.raw("<figure><figcaption>" + Html.escape(title) + "</figcaption>"
                + new LineChart(scenario.title() + ": " + title, unit, line, bound, event).svg() + "</figure>");
    }
}
