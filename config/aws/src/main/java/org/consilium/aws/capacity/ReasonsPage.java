package org.consilium.aws.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The page that tells how large the cloud is, why, how it gets through its days, and what it costs. */
final class ReasonsPage {

    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    private final CapacityPlan plan;
    private final Prices prices;
    private final List<Verdict> verdicts;
    private final Html page = new Html();

    ReasonsPage(CapacityPlan plan, Prices prices, List<Verdict> verdicts) {
        this.plan = plan;
        this.prices = prices;
        this.verdicts = verdicts;
    }

    String html() {
        page.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.element("title", "Consilium: capacity plan").raw("<style>" + style() + "</style></head><body><main>");
        page.element("h1", "Capacity plan");
        tiles();
        replays();
        reasons();
        requests();
        schedule();
        cost();
        return page.raw("</main></body></html>").toString();
    }

    private void tiles() {
        FleetSize fleet = plan.fleet();
        boolean holds = verdicts.stream().allMatch(Verdict::holds);
        page.raw("<dl class=\"tiles\">");
        tile("Verdict", holds ? "holds" : "fails", "in " + verdicts.size() + " replayed days");
        tile("Nodes", fleet.minimum() + " – " + fleet.maximum(), plan.nodeType() + ", desired " + fleet.desired());
        tile("Database", plan.databaseType(), "Multi-AZ, replicas: " + plan.replicas());
        tile("Cache", plan.cacheType(), "replicas: " + plan.cacheReplicas());
        tile("Cost", "$" + Figures.of(Math.rint(plan.cost().dollars())), "a month, estimated");
        page.raw("</dl>");
    }

    private void tile(String name, String figure, String more) {
        page.raw("<div>").element("dt", name).element("dd", figure).raw("<dd class=\"more\">" + Html.escape(more));
        page.raw("</dd></div>");
    }

    private void replays() {
        page.element("h2", "Replayed days");
        page.element(
                "p",
                "Second by second, with the alarms of target tracking as AWS documents them. Broken lines are bounds; a"
                        + " vertical line is when it happens.");
        page.raw("<div class=\"scenarios\">");
        verdicts.forEach(verdict -> new ScenarioColumn(verdict, plan.answers().calendar()).write(page));
        page.raw("</div>");
    }

    private void reasons() {
        page.element("h2", "Reasons").tableHead("Question", "Answer", "What follows", "By which rule");
        for (Reason reason : Reasons.of(plan)) {
            page.row(List.of(reason.question(), reason.answer(), reason.derived(), reason.rule()));
        }
        page.tableEnd();
    }

    private void requests() {
        Workload workload = new Workload(plan.answers());
        page.element("h2", "Requests of a consultation");
        page.tableHead("Kind", "#Requests", "#CPU of one, ms", "#Share of requests, %", "#Share of CPU, %");
        for (RequestKind kind : RequestKind.values()) {
            page.row(List.of(
                    kind.code(),
                    Figures.of(workload.perConsultation(kind)),
                    Figures.of(plan.answers().measurements().secondsOf(kind) * MILLIS),
                    Figures.of(PERCENT * workload.perConsultation(kind) / workload.requestsPerConsultation()),
                    Figures.of(PERCENT
                            * workload.cpuSecondsPerConsultation(kind)
                            / workload.cpuSecondsPerConsultation())));
        }
        page.tableEnd();
    }

    private void schedule() {
        page.element("h2", "Scheduled actions").tableHead("Name", "When (cron)", "Time zone", "#Minimum");
        for (ScheduledAction action : plan.scheduledActions()) {
            page.row(List.of(
                    action.name(), action.cron() + "  ", action.zone().getId(), Integer.toString(action.minimum())));
        }
        page.tableEnd();
    }

    private void cost() {
        page.element("h2", "Cost of a month");
        page.element(
                "p",
                "List prices on demand of " + prices.date() + " in " + prices.region()
                        + ", in US dollars, without taxes, support and discounts: an estimate, to be refreshed.");
        page.tableHead("What", "#Quantity", "Unit", "#Unit price", "#Dollars");
        for (CostLine line : plan.cost().lines()) {
            page.row(List.of(
                    line.name(),
                    Figures.of(line.quantity()),
                    "× " + line.unit(),
                    Figures.plain(line.unitPrice()),
                    Figures.dollars(line.dollars())));
        }
        page.row(List.of("Total", "", "", "", Figures.dollars(plan.cost().dollars())));
        page.tableEnd();
    }

    private static String style() {
        try (InputStream style =
                Objects.requireNonNull(ReasonsPage.class.getResourceAsStream("reasons.css"), "reasons.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
