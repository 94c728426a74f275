package org.consilium.aws.capacity.report;

import org.consilium.aws.capacity.answers.RequestKind;
import org.consilium.aws.capacity.cost.CostLine;
import org.consilium.aws.capacity.cost.MonthlyCost;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.ScheduledAction;
import org.consilium.aws.capacity.sizing.Workload;

/** The tables of figures on the page. */
public final class Tables {

    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    private final CapacityPlan plan;
    private final MonthlyCost cost;

    Tables(CapacityPlan plan, MonthlyCost cost) {
        this.plan = plan;
        this.cost = cost;
    }

    public Table requests() {
        Workload workload = plan.workload();
        double requests = workload.requestsPerConsultation();
        double cpuSeconds = workload.cpuSecondsPerConsultation();
        Table table = new Table()
                .text("Kind")
                .numbers("Requests", "CPU per request, ms", "Share of requests, %", "Share of CPU, %");
        for (RequestKind kind : RequestKind.values()) {
            table.row(
                    kind.code(),
                    Figures.of(workload.perConsultation(kind)),
                    Figures.of(plan.answers().measurements().secondsOf(kind) * MILLIS),
                    Figures.of(PERCENT * workload.perConsultation(kind) / requests),
                    Figures.of(PERCENT * workload.cpuSecondsPerConsultation(kind) / cpuSeconds));
        }
        return table;
    }

    public Table schedule() {
        Table table = new Table().text("Name", "Recurrence (cron)", "Time zone").numbers("Minimum");
        for (ScheduledAction action : plan.scheduledActions()) {
            table.row(
                    action.name(),
                    action.recurrence().cron(),
                    action.zone().getId(),
                    Integer.toString(action.minimum()));
        }
        return table;
    }

    public Table cost() {
        Table table = new Table().text("Item").numbers("Quantity").text("Unit").numbers("Unit price, $", "Dollars");
        for (CostLine line : cost.lines()) {
            table.row(
                    line.name(),
                    Figures.of(line.quantity()),
                    "× " + line.unit(),
                    Figures.plain(line.unitPrice()),
                    Figures.dollars(line.dollars()));
        }
        table.row("Total", "", "", "", Figures.dollars(cost.dollars()));
        return table;
    }
}
