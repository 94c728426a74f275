package org.consilium.web.care;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.consilium.account.AccountId;
import org.consilium.account.EmailAddress;
import org.consilium.care.TeamMember;
import org.consilium.care.cover.CoverId;
import org.consilium.care.cover.CoverPlan;
import org.consilium.care.cover.CoverRefusedException;
import org.consilium.care.cover.CoverService;
import org.consilium.care.cover.NewCover;
import org.consilium.care.cover.PlannedCover;
import org.consilium.platform.ShortValue;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PressedRow;
import org.consilium.web.site.Times;
import org.jspecify.annotations.Nullable;

/** Who covers for whom, and when; days and hours are those of the reader. */
@Named
@RequestScoped
public class CareCoverBacking {

    private static final int HOURS_OF_DAY = 24;

    @Inject
    private CoverService covers;

    @Inject
    private Times times;

    @Inject
    private Navigation navigation;

    @Inject
    private HttpServletRequest request;

    private @Nullable CoverPlan plan;

    @ShortValue
    private @Nullable String away;

    @EmailAddress
    private @Nullable String colleague;

    private @Nullable LocalDate from;
    private @Nullable Integer fromHour;

    @NotNull
    private @Nullable LocalDate until;

    private @Nullable Integer untilHour;

    private CoverPlan plan() {
        if (plan == null) {
            plan = covers.plan();
        }
        return plan;
    }

    public List<PlannedCover> getCovers() {
        return plan().covers();
    }

    /** The people for whom the reader can name somebody else. */
    public List<TeamMember> getLed() {
        return plan().led();
    }

    public List<Integer> getHours() {
        return IntStream.range(0, HOURS_OF_DAY).boxed().toList();
    }

    public void give() {
        LocalDate last = Objects.requireNonNull(until);
        Instant begin = from == null ? null : times.at(from, Objects.requireNonNullElse(fromHour, 0));
        Instant end = untilHour == null ? times.at(last.plusDays(1), 0) : times.at(last, untilHour);
        try {
            covers.give(new NewCover(
                    away == null ? null : new AccountId(away), Objects.requireNonNull(colleague), begin, end));
            navigation.to(Done.COVER_GIVEN.at(Page.COVER.path()));
        } catch (CoverRefusedException refused) {
            String field = switch (refused.reason()) {
                case NOBODY, SELF, OTHER_TEAMS, AWAY, ALREADY -> "colleague";
                case OVER, TOO_LONG -> "until";
            };
            navigation.refuseAt(field, "care.cover.refused." + refused.reason());
        }
    }

    public void end() {
        covers.end(new CoverId(PressedRow.of(request, "end")));
        navigation.to(Done.COVER_ENDED.at(Page.COVER.path()));
    }

    /** The account of the one who is away; null for the reader. */
    public @Nullable String getAway() {
        return away;
    }

    public void setAway(@Nullable String away) {
        this.away = away;
    }

    public @Nullable String getColleague() {
        return colleague;
    }

    public void setColleague(@Nullable String colleague) {
        this.colleague = colleague;
    }

    /** The first day; null for now. */
    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    /** Null for the beginning of the day. */
    public @Nullable Integer getFromHour() {
        return fromHour;
    }

    public void setFromHour(@Nullable Integer fromHour) {
        this.fromHour = fromHour;
    }

    /** The last day. */
    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }

    /** Null for the end of the day. */
    public @Nullable Integer getUntilHour() {
        return untilHour;
    }

    public void setUntilHour(@Nullable Integer untilHour) {
        this.untilHour = untilHour;
    }
}
