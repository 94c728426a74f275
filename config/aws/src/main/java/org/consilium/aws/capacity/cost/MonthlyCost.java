package org.consilium.aws.capacity.cost;

import java.util.List;

/** The estimated cost of a month, line by line, without taxes, support and discounts. */
public record MonthlyCost(List<CostLine> lines) {

    /** The total in dollars. */
    public double dollars() {
        return lines.stream().mapToDouble(CostLine::dollars).sum();
    }
}
