package org.consilium.aws.capacity.cost;

/**
 * A line of the estimate.
 *
 * @param quantity in a month
 * @param unit of the quantity
 * @param unitPrice in dollars
 */
public record CostLine(String name, double quantity, String unit, double unitPrice) {

    /** Dollars a month. */
    public double dollars() {
        return quantity * unitPrice;
    }
}
