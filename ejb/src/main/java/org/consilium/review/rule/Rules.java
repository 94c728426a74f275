package org.consilium.review.rule;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The rules that the hospital uses, with their thresholds. */
@ApplicationScoped
public class Rules {

    private static final String NONE = "none";

    @Inject
    @ConfigProperty(name = "consilium.review.volume-least")
    private long volumeLeast;

    @Inject
    @ConfigProperty(name = "consilium.review.volume-times")
    private double volumeTimes;

    @Inject
    @ConfigProperty(name = "consilium.review.after-hours-least")
    private long afterHoursLeast;

    @Inject
    @ConfigProperty(name = "consilium.review.refusals-least")
    private long refusalsLeast;

    @Inject
    @ConfigProperty(name = "consilium.review.two-places-minutes")
    private long twoPlacesMinutes;

    @Inject
    @ConfigProperty(name = "consilium.review.rules-off")
    private String rulesOff;

    private List<AccessRule> accessRules = List.of();
    private List<DayRule> dayRules = List.<DayRule>of();
    private @Nullable TwoPlacesRule twoPlaces;

    /**
     * From which numbers on a rule finds something.
     *
     * @param twoPlaces within which time two uses count as being at the same time
     */
    record Thresholds(long volume, double times, long afterHours, long refusals, Duration twoPlaces) {}

    public Rules() {}

    /** Without a container, there is no configuration. */
    Rules(Thresholds thresholds, Set<RuleName> off) {
        use(thresholds, off);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is invalid
     */
    @PostConstruct
    public void read() {
        use(
                new Thresholds(
                        volumeLeast, volumeTimes, afterHoursLeast, refusalsLeast, Duration.ofMinutes(twoPlacesMinutes)),
                off(rulesOff));
    }

    private void use(Thresholds thresholds, Set<RuleName> off) {
        accessRules = List.<AccessRule>of(
                        new BreakGlassRule(),
                        new SameSurnameRule(),
                        new OwnRecordRule(),
                        new ColleagueRule(),
                        new SensitiveRule(),
                        new NoRelationRule())
                .stream()
                .filter(rule -> !off.contains(rule.name()))
                .toList();
        dayRules = List.<DayRule>of(
                        new VolumeRule(thresholds.volume(), thresholds.times()),
                        new AfterHoursRule(thresholds.afterHours()),
                        new RefusalsRule(thresholds.refusals()))
                .stream()
                .filter(rule -> !off.contains(rule.name()))
                .toList();
        TwoPlacesRule places = new TwoPlacesRule(thresholds.twoPlaces());
        twoPlaces = off.contains(places.name()) ? null : places;
    }

    /**
     * Reads the names of rules, such as {@code same-surname, after-hours}; {@code none} for no rule.
     *
     * @throws IllegalArgumentException if a name is that of no rule, or of the one that every hospital has
     */
    static Set<RuleName> off(String text) {
        Set<RuleName> off = EnumSet.noneOf(RuleName.class);
        if (text.strip().equals(NONE)) {
            return off;
        }
        Arrays.stream(text.split(",", -1)).map(Rules::rule).forEach(off::add);
        if (off.contains(RuleName.BREAK_GLASS)) {
            throw new IllegalArgumentException("consilium.review.rules-off: each emergency access is reviewed");
        }
        return off;
    }

    private static RuleName rule(String code) {
        return Arrays.stream(RuleName.values())
                .filter(rule -> rule.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("consilium.review.rules-off: there is no rule \"" + code + "\""));
    }

    public List<AccessRule> ofAccesses() {
        return accessRules;
    }

    public List<DayRule> ofDays() {
        return dayRules;
    }

    /** The one about two places at once; null if the hospital does not use it. */
    public @Nullable TwoPlacesRule ofPlaces() {
        return twoPlaces;
    }
}
