package org.consilium.aws.capacity;

/**
 * A line of the bill.
 *
 * @param quantity of a month
 * @param unit that the quantity counts
 * @param unitPrice in dollars
 */
public record CostLine(String name, double quantity, String unit, double unitPrice) {

    /** Dollars a month. */
    public double dollars() {
        return quantity * unitPrice;
    }
}
