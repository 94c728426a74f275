package org.consilium.aws.capacity.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.consilium.aws.capacity.cost.CostEstimate;
import org.consilium.aws.capacity.cost.MonthlyCost;
import org.consilium.aws.capacity.cost.Prices;
import org.consilium.aws.capacity.replay.Verdict;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.FleetSize;

/** The page about a plan. */
public final class Page {

    private static final String TEMPLATES = Page.class.getPackageName() + ".templates";

    private final CapacityPlan plan;
    private final Prices prices;
    private final MonthlyCost cost;
    private final List<Verdict> verdicts;

    Page(CapacityPlan plan, Prices prices, List<Verdict> verdicts) {
        this.plan = plan;
        this.prices = prices;
        this.verdicts = verdicts;
        cost = CostEstimate.of(plan, prices);
    }

    String html() {
        TemplateOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, Page.class.getClassLoader(), TEMPLATES)
                .render("page.jte", this, html);
        return html.toString();
    }

    public String style() {
        try (InputStream style = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Tile> tiles() {
        FleetSize fleet = plan.fleet();
        boolean holds = verdicts.stream().allMatch(Verdict::holds);
        return List.of(
                new Tile("Verdict", holds ? "holds" : "fails", "on " + verdicts.size() + " replayed days"),
                new Tile(
                        "Nodes",
                        fleet.minimum() + " – " + fleet.maximum(),
                        plan.node().nodeType() + ", desired: " + fleet.desired()),
                new Tile(
                        "Database",
                        plan.database().instance().databaseType(),
                        "Multi-AZ, replicas: " + plan.database().replicas()),
                new Tile(
                        "Cache",
                        plan.cache().instance().cacheType(),
                        "replicas: " + plan.cache().replicas()),
                new Tile("Cost", "$" + Figures.of(Math.rint(cost.dollars())), "a month, estimated"));
    }

    public List<ScenarioColumn> scenarios() {
        return verdicts.stream()
                .map(verdict -> new ScenarioColumn(verdict, plan.answers().calendar()))
                .toList();
    }

    public Table reasons() {
        Table table = new Table().text("Question", "Answer", "Result", "Rule");
        for (Reason reason : Reasons.of(plan)) {
            table.row(reason.question(), reason.answer(), reason.result(), reason.rule());
        }
        return table;
    }

    public Tables tables() {
        return new Tables(plan, cost);
    }

    public Prices prices() {
        return prices;
    }
}
