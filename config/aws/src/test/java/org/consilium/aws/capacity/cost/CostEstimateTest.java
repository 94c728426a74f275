package org.consilium.aws.capacity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.consilium.aws.capacity.Examples;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.junit.jupiter.api.Test;

class CostEstimateTest {

    private static MonthlyCost cost(Answers answers) {
        return CostEstimate.of(CapacityPlan.of(answers), Prices.committed());
    }

    @Test
    void theBillIsTheSumOfItsLines() {
        MonthlyCost cost = cost(Examples.committed());
        // three nodes the whole month, by hand: 3 × 730 × 0.0816
        assertThat(cost.lines().get(0).dollars()).isCloseTo(178.704, within(1e-6));
        assertThat(cost.lines()).extracting(CostLine::dollars).allMatch(dollars -> dollars > 0);
        double sum = 0;
        for (CostLine line : cost.lines()) {
            sum += line.quantity() * line.unitPrice();
        }
        assertThat(cost.dollars()).isCloseTo(sum, within(1e-6));
    }

    /** A country has the same parts: only numbers and sizes differ. */
    @Test
    void onlyNumbersChange() {
        assertThat(cost(Examples.country()).lines().stream().map(CostLine::unit))
                .containsExactlyElementsOf(cost(Examples.committed()).lines().stream()
                        .map(CostLine::unit)
                        .toList());
    }

    /** The network has nine endpoints in each of three zones. */
    @Test
    void countsTheEndpointsOfTheNetwork() {
        assertThat(quantity(cost(Examples.committed()), "Endpoints")).isEqualTo(9 * 3 * 730);
    }

    /**
     * The nodes for a peak are paid only during the peak. The minima of a week are (5 × 29 + 19 × 3 + 6 × (5 × 18 + 19
     * × 3)) / 168 = 6.5 nodes on average; the evenings need more than that.
     */
    @Test
    void paysForPeaksByTheHour() {
        assertThat(quantity(cost(Examples.country()), "Nodes") / 730).isBetween(7.0, 9.0);
    }

    /**
     * By hand, with 600 × 365 / 12 = 18,250 consultations a month: 36,500 photos of 3 MB and a fifth more are 131.4 GB,
     * in a year 1,576.8, and four objects each; each is viewed ten times at 250 KB. 180 pages of 30 KB are 98.55 GB,
     * which is as many units of the load balancer, at 1 GB an hour. The database has three copies of 100 GB; seven
     * e-mails per consultation; 247 log entries of half a kilobyte.
     */
    @Test
    void countsWhatIsPaidByUse() {
        MonthlyCost cost = cost(Examples.committed());
        assertThat(quantity(cost, "Images of a year in S3")).isCloseTo(1576.8, within(1e-6));
        assertThat(quantity(cost, "Uploads and renditions")).isCloseTo(146, within(1e-6));
        assertThat(quantity(cost, "Images from CloudFront")).isCloseTo(91.25, within(1e-6));
        assertThat(quantity(cost, "Pages to the internet")).isCloseTo(98.55, within(1e-6));
        assertThat(quantity(cost, "Load balancer capacity units")).isCloseTo(98.55, within(1e-6));
        assertThat(quantity(cost, "Disks of the databases")).isEqualTo(300);
        assertThat(quantity(cost, "E-mail")).isCloseTo(127.75, within(1e-6));
        assertThat(quantity(cost, "Logs")).isCloseTo(18_250 * 247 * 0.5 / 1e6, within(1e-6));
    }

    private static double quantity(MonthlyCost cost, String line) {
        return cost.lines().stream()
                .filter(each -> each.name().startsWith(line))
                .findFirst()
                .orElseThrow()
                .quantity();
    }
}
