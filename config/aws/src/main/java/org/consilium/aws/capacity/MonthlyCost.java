package org.consilium.aws.capacity;

import java.util.List;

/** What a month is estimated to cost, line by line, without taxes, support and discounts. */
public record MonthlyCost(List<CostLine> lines) {

    /** Dollars a month, of all lines. */
    public double dollars() {
        return lines.stream().mapToDouble(CostLine::dollars).sum();
    }
}
