package org.consilium.aws.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostEstimateTest {

    @Test
    void theBillIsTheSumOfItsLines() {
        CapacityPlan plan = CapacityPlan.of(Examples.committed());
        // three nodes the whole month, by hand: 3 × 730 × 0.0816
        assertThat(plan.cost().lines().get(0).dollars()).isCloseTo(178.704, within(1e-6));
        assertThat(plan.cost().lines()).extracting(CostLine::dollars).allMatch(dollars -> dollars > 0);
        double sum = 0;
        for (CostLine line : plan.cost().lines()) {
            sum += line.quantity() * line.unitPrice();
        }
        assertThat(plan.cost().dollars()).isCloseTo(sum, within(1e-6));
    }

    /**
     * The nodes of a peak are paid for its hours only. The minima of a week alone are (5 × 29 + 19 × 3 + 6 × (5 × 18 +
     * 19 × 3)) / 168 = 6.5 nodes on average; the evenings need more than that.
     */
    @Test
    void paysForPeaksByTheHour() {
        assertThat(quantity(CapacityPlan.of(Examples.country()), "Nodes") / 730).isBetween(7.0, 9.0);
    }

    /**
     * By hand, with 600 × 365 / 12 = 18,250 consultations a month: 36,500 photos of 3 MB and a fifth more are 131.4 GB,
     * in a year 1,576.8, and four objects each; they are looked at ten times at 250 KB. 180 pages of 30 KB are 98.55
     * GB, which needs as many units of the load balancer, of a gigabyte an hour. The database has three copies of 100
     * GB; seven mails a consultation; 247 requests of half a kilobyte in the log.
     */
    @Test
    void countsWhatIsPaidByUse() {
        CapacityPlan plan = CapacityPlan.of(Examples.committed());
        assertThat(quantity(plan, "Images of a year in S3")).isCloseTo(1576.8, within(1e-6));
        assertThat(quantity(plan, "Uploads and renditions")).isCloseTo(146, within(1e-6));
        assertThat(quantity(plan, "Images from CloudFront")).isCloseTo(91.25, within(1e-6));
        assertThat(quantity(plan, "Pages to the internet")).isCloseTo(98.55, within(1e-6));
        assertThat(quantity(plan, "Load balancer capacity units")).isCloseTo(98.55, within(1e-6));
        assertThat(quantity(plan, "Disks of the databases")).isEqualTo(300);
        assertThat(quantity(plan, "E-mail")).isCloseTo(127.75, within(1e-6));
        assertThat(quantity(plan, "Logs")).isCloseTo(18_250 * 247 * 0.5 / 1e6, within(1e-6));
    }

    private static double quantity(CapacityPlan plan, String line) {
        return plan.cost().lines().stream()
                .filter(each -> each.name().startsWith(line))
                .findFirst()
                .orElseThrow()
                .quantity();
    }
}
