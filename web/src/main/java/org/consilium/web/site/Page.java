package org.consilium.web.site;

import static org.consilium.access.Role.ADMINISTRATOR;
import static org.consilium.access.Role.DOCTOR;
import static org.consilium.access.Role.NURSE;
import static org.consilium.access.Role.PATIENT;
import static org.consilium.access.Role.PRIVACY_OFFICER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consilium.access.RecordId;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.consultation.ConsultationId;
import org.consilium.emergency.EmergencyId;
import org.consilium.image.ImageId;
import org.consilium.mail.LetterKind;
import org.consilium.privacy.question.QuestionId;
import org.consilium.review.FindingId;
import org.jspecify.annotations.Nullable;

/**
 * Every page with an address: the address in the browser, the view behind it, and the roles that may open it. A "*"
 * stands for the public id of a record. What is not listed here does not exist.
 */
public enum Page {
    LANDING("/", "/site/landing.xhtml"),
    PRIVACY_NOTICE("/privacy-notice", "/site/notice.xhtml"),
    SIGN_IN("/sign-in", "/account/signin.xhtml"),
    SIGN_IN_CODE("/sign-in/code", "/account/code.xhtml"),
    SIGN_IN_SETUP("/sign-in/set-up", "/account/setup.xhtml"),
    REGISTER("/register", "/care/register.xhtml"),
    CONFIRM(LetterKind.CONFIRMATION.path(), "/care/confirm.xhtml"),
    FORGOT_PASSWORD("/forgot-password", "/account/forgot.xhtml"),
    RESET_PASSWORD(LetterKind.RESET.path(), "/account/reset.xhtml"),
    INVITATION(LetterKind.INVITATION.path(), "/account/invitation.xhtml"),
    CONFIRM_ADDRESS(LetterKind.ADDRESS_CONFIRMATION.path(), "/profile/confirm.xhtml"),
    ACCOUNT("/account", "/account/overview.xhtml", Role.values()),
    ACCOUNT_NAME("/account/name", "/profile/name.xhtml", Role.values()),
    ACCOUNT_ADDRESS("/account/address", "/profile/address.xhtml", Role.values()),
    ACCOUNT_ZONE("/account/time-zone", "/profile/zone.xhtml", Role.values()),
    ACCOUNT_PASSWORD("/account/password", "/account/password.xhtml", Role.values()),
    ACCOUNT_FACTOR("/account/second-factor", "/account/factor.xhtml", Role.values()),
    ACCOUNT_PASSKEYS("/account/passkeys", "/account/passkeys.xhtml", Role.values()),
    ACCOUNT_CODES("/account/recovery-codes", "/account/codes.xhtml", Role.values()),
    ACCOUNT_ACCESSES("/account/accesses", "/privacy/accesses.xhtml", PATIENT),
    NEWS(LetterKind.NEWS.path(), "/consultation/news.xhtml", PATIENT, NURSE, DOCTOR),
    CONSULTATIONS("/consultations", "/consultation/list.xhtml", PATIENT),
    NEW_CONSULTATION("/consultation/new", "/consultation/new.xhtml", PATIENT),
    CONSULTATION("/consultation/*", "/consultation/thread.xhtml", ConsultationId::new, PATIENT, NURSE, DOCTOR),
    CONSULTATION_ACCESS(
            "/consultation/*/access", "/consultation/access.xhtml", ConsultationId::new, PATIENT, NURSE, DOCTOR),
    IMAGE("/image/*", "/image/view.xhtml", ImageId::new, PATIENT, NURSE, DOCTOR),
    QUEUE("/queue", "/consultation/queue.xhtml", NURSE, DOCTOR),
    COVER("/cover", "/care/cover.xhtml", NURSE, DOCTOR),
    PEOPLE("/people", "/account/people.xhtml", ADMINISTRATOR),
    PERSON("/people/*", "/person/details.xhtml", AccountId::new, ADMINISTRATOR),
    TEAMS("/teams", "/care/teams.xhtml", ADMINISTRATOR),
    LETTERS("/letters", "/mail/letters.xhtml", ADMINISTRATOR),
    PRIVACY_PROOF("/privacy/proof", "/privacy/proof.xhtml", PRIVACY_OFFICER),
    EMERGENCY("/emergency", "/emergency/search.xhtml", NURSE, DOCTOR),
    EMERGENCY_PATIENT("/emergency/*", "/emergency/patient.xhtml", EmergencyId::new, NURSE, DOCTOR),
    EMERGENCIES("/privacy/emergencies", "/emergency/queue.xhtml", PRIVACY_OFFICER),
    EMERGENCY_LETTER("/privacy/emergencies/*", "/emergency/letter.xhtml", EmergencyId::new, PRIVACY_OFFICER),
    REVIEWS("/privacy/reviews", "/review/list.xhtml", PRIVACY_OFFICER),
    REVIEW("/privacy/reviews/*", "/review/finding.xhtml", FindingId::new, PRIVACY_OFFICER),
    REVIEWED("/privacy/reviewed", "/review/decided.xhtml", PRIVACY_OFFICER),
    MARKS("/privacy/marks", "/review/marks.xhtml", PRIVACY_OFFICER),
    APPROVALS("/approvals", "/account/approvals.xhtml", ADMINISTRATOR, PRIVACY_OFFICER),
    PRIVACY("/privacy", "/privacy/overview.xhtml", PRIVACY_OFFICER),
    PRIVACY_TRAIL("/privacy/trail", "/privacy/trail.xhtml", PRIVACY_OFFICER),
    PRIVACY_AFFECTED("/privacy/affected", "/privacy/affected.xhtml", PRIVACY_OFFICER),
    PRIVACY_DISCLOSURES("/privacy/disclosures/*", "/privacy/disclosures.xhtml", AccountId::new, PRIVACY_OFFICER),
    PRIVACY_QUESTIONS("/privacy/questions", "/privacy/questions.xhtml", PRIVACY_OFFICER),
    PRIVACY_QUESTION("/privacy/questions/*", "/privacy/question.xhtml", QuestionId::new, PRIVACY_OFFICER);

    /** No address of ours ends with these. */
    private static final Pattern ENDING = Pattern.compile("(?<=.)[/.,:!)]+$");

    private final String path;
    private final String view;

    @SuppressWarnings("ImmutableEnumChecker") // the constructor of a record
    private final @Nullable Function<String, RecordId> id;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, in the constructor, and never handed out
    private final Set<Role> roles;

    Page(String path, String view, Role... roles) {
        this(path, view, null, roles);
    }

    Page(String path, String view, @Nullable Function<String, RecordId> id, Role... roles) {
        this.path = path;
        this.view = view;
        this.id = id;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Arrays.asList(roles));
    }

    /** The page of a path; exact addresses come before patterns. */
    public static Optional<Page> at(String path) {
        return Arrays.stream(values())
                .filter(page -> page.path.equals(path))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(page -> page.recordIn(path) != null)
                        .findFirst());
    }

    /**
     * The path that was most likely meant by one that leads nowhere: without the slash or the punctuation that people
     * and e-mail programs leave at its end, and in lower case where the address names no record.
     */
    static Optional<String> meant(String path) {
        String plain = ENDING.matcher(path).replaceFirst("");
        String lower = plain.toLowerCase(Locale.ROOT);
        if (at(plain).isPresent()) {
            return plain.equals(path) ? Optional.empty() : Optional.of(plain);
        }
        return Arrays.stream(values()).map(Page::path).filter(lower::equals).findFirst();
    }

    /** The first page after sign-in for a role. */
    public static Page homeOf(Role role) {
        return switch (role) {
            case PATIENT -> CONSULTATIONS;
            case NURSE, DOCTOR -> QUEUE;
            case ADMINISTRATOR -> PEOPLE;
            case PRIVACY_OFFICER -> PRIVACY;
        };
    }

    /** The public id in a path, if this page is about one record. */
    @Nullable
    String recordIn(String path) {
        int place = path().indexOf('*');
        if (place < 0) {
            return null;
        }
        String begin = path().substring(0, place);
        String end = path().substring(place + 1);
        if (path.length() <= begin.length() + end.length() || !path.startsWith(begin) || !path.endsWith(end)) {
            return null;
        }
        String record = path.substring(begin.length(), path.length() - end.length());
        return record.contains("/") ? null : record;
    }

    /** The same as the id of a record of its kind. */
    @Nullable
    RecordId idIn(String path) {
        String record = recordIn(path);
        return record == null || id == null ? null : id.apply(record);
    }

    public String path() {
        return path;
    }

    /** The address of this page about one record, by the record's public id. */
    public String of(String record) {
        return path.replace("*", record);
    }

    public String view() {
        return view;
    }

    public boolean isPublic() {
        return roles.isEmpty();
    }

    /** Whether a view belongs to a page that everybody may open. */
    public static boolean isPublic(String view) {
        return Arrays.stream(values()).anyMatch(page -> page.isPublic() && page.view.equals(view));
    }

    /** Whether the page has a form with a field for photos. */
    public boolean takesPhotos() {
        return this == NEW_CONSULTATION || this == CONSULTATION;
    }

    public boolean isOpenTo(Role role) {
        return isPublic() || roles.contains(role);
    }
}
