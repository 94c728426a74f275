package org.consilium.response;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.care.TeamRule;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * How long a consultation may wait for somebody to take it, in working time. The settings are read at startup: with an
 * invalid one, the node does not start.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResponseTimes {

    static final String TIME = "consilium.response.time";
    static final String LEAD_TIME = "consilium.response.lead-time";
    static final String HOURS = "consilium.response.working-hours";
    static final String HOLIDAYS = "consilium.response.holidays";
    static final String ZONE = "consilium.web.time-zone";

    private static final Pattern LENGTH = Pattern.compile("([1-9]\\d{0,4})([mh])");

    @Inject
    private Config config;

    private @Nullable Rules rules;

    /**
     * What the configuration says.
     *
     * @param team after which a team is told
     * @param lead after which its lead is told
     */
    private record Rules(Duration team, Duration lead, WorkingHours hours) {}

    @PostConstruct
    void open() {
        read(setting -> config.getOptionalValue(setting, String.class).orElse(""));
    }

    /** @throws IllegalStateException if a setting is invalid */
    void read(UnaryOperator<String> settings) {
        Duration team = valid(TIME, () -> length(settings.apply(TIME)));
        Duration lead = valid(LEAD_TIME, () -> length(settings.apply(LEAD_TIME)));
        if (lead.compareTo(team) < 0) {
            throw new IllegalStateException(LEAD_TIME + " must not be shorter than " + TIME);
        }
        ZoneId zone = valid(ZONE, () -> ZoneId.of(settings.apply(ZONE)));
        Holidays holidays = valid(HOLIDAYS, () -> Holidays.of(settings.apply(HOLIDAYS)));
        WorkingHours hours = valid(HOURS, () -> new WorkingHours(WeekText.read(settings.apply(HOURS)), holidays, zone));
        rules = new Rules(team, lead, hours);
    }

    private static <T> T valid(String setting, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | DateTimeException otherwise) {
            throw new IllegalStateException(setting + ": " + otherwise.getMessage(), otherwise);
        }
    }

    private static Duration length(String text) {
        Matcher form = LENGTH.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a length of time has the form \"4h\" or \"30m\", not \"" + text + "\"");
        }
        int number = Integer.parseInt(form.group(1));
        return "h".equals(form.group(2)) ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }

    /**
     * What has been in a team's queue since this instant, or for longer, has waited for too long. A lead is told no
     * sooner than the team.
     */
    public Instant latestStart(TeamRule team, Addressee addressee, Instant now) {
        if (rules == null) {
            throw new IllegalStateException("the settings have not been read");
        }
        Duration response = minutes(team.responseMinutes(), rules.team());
        if (addressee == Addressee.TEAM) {
            return rules.hours().latestStart(now, response);
        }
        Duration lead = minutes(team.leadMinutes(), rules.lead());
        return rules.hours().latestStart(now, lead.compareTo(response) < 0 ? response : lead);
    }

    /** Whether the hospital answers at an instant. */
    public boolean isWorkingTime(Instant when) {
        if (rules == null) {
            throw new IllegalStateException("the settings have not been read");
        }
        return rules.hours().contains(when);
    }

    private static Duration minutes(@Nullable Integer ofTeam, Duration otherwise) {
        return ofTeam == null ? otherwise : Duration.ofMinutes(Math.max(1, ofTeam));
    }
}
