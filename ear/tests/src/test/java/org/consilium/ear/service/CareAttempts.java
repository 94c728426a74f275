package org.consilium.ear.service;

import static org.consilium.ear.service.Groups.ANYBODY;
import static org.consilium.ear.service.Groups.CLINICIANS;
import static org.consilium.ear.service.Groups.PATIENTS;
import static org.consilium.ear.service.Groups.PATIENT_AND_CLINICIANS;
import static org.consilium.ear.service.Groups.STAFF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.care.TeamService;
import org.consilium.care.cover.CoverId;
import org.consilium.care.cover.CoverService;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ImageDetailsService;
import org.consilium.consultation.ImageLinksService;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.consultation.team.AccessService;
import org.consilium.consultation.team.AskingId;
import org.consilium.consultation.team.AskingService;
import org.consilium.draft.DraftPlace;
import org.consilium.draft.DraftService;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyReason;
import org.consilium.emergency.EmergencyService;
import org.consilium.emergency.NewEmergency;
import org.consilium.emergency.PatientSearch;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.image.PhotoLooks;
import org.consilium.image.annotation.AnnotationService;
import org.consilium.image.upload.ImageUploadService;
import org.consilium.imaging.Rendition;
import org.consilium.notice.Audience;
import org.consilium.notice.LiveService;
import org.consilium.notification.NotificationSettings;
import org.consilium.notification.NotificationSettingsService;
import org.consilium.notification.Timing;
import org.consilium.testing.photo.SamplePhotos;

/** Calls of the services that patients and clinicians work with. */
@ApplicationScoped
public class CareAttempts {

    @Inject
    private ConsultationService consultations;

    @Inject
    private QueueService queue;

    @Inject
    private AccessService access;

    @Inject
    private AskingService askings;

    @Inject
    private CoverService covers;

    @Inject
    private ImageService images;

    @Inject
    private ImageUploadService uploads;

    @Inject
    private TeamService teams;

    @Inject
    private ImageDetailsService details;

    @Inject
    private ImageLinksService links;

    @Inject
    private AnnotationService annotations;

    @Inject
    private PhotoLooks looks;

    @Inject
    private Callers callers;

    @Inject
    private NotificationSettingsService notifications;

    @Inject
    private EmergencyService emergencies;

    @Inject
    private LiveService live;

    @Inject
    private DraftService drafts;

    /** Calls that name no record. */
    List<Attempt> general() {
        QueueFilter all = new QueueFilter(QueueView.WAITING, "", null);
        DraftPlace draft = DraftPlace.of("written/consultation/1").orElseThrow();
        return List.of(
                new Attempt("ImageLinksService.renew", PATIENT_AND_CLINICIANS, () -> links.renew(List.of())),
                new Attempt("LiveService.version", ANYBODY, () -> live.version(new Audience(Set.of()))),
                new Attempt("DraftService.find", PATIENT_AND_CLINICIANS, () -> drafts.find(draft)),
                new Attempt("DraftService.save", PATIENT_AND_CLINICIANS, () -> drafts.save(draft, "{}", 0)),
                new Attempt("DraftService.empty", PATIENT_AND_CLINICIANS, () -> drafts.empty(draft)),
                new Attempt("ConsultationService.submit", PATIENTS, () -> consultations.submit(Forms.consultation())),
                new Attempt("QueueService.own", PATIENTS, () -> queue.own(null)),
                new Attempt("QueueService.news", PATIENT_AND_CLINICIANS, () -> queue.news()),
                new Attempt("NotificationSettingsService.get", ANYBODY, notifications::get),
                new Attempt(
                        "NotificationSettingsService.choose",
                        PATIENT_AND_CLINICIANS,
                        () -> notifications.choose(new NotificationSettings(Timing.AT_ONCE, null))),
                new Attempt("EmergencyService.find", CLINICIANS, () -> emergencies.find(Forms.nobody())),
                new Attempt("EmergencyService.open", CLINICIANS, () -> Tolerated.isStale(() -> open(Forms.nobody()))),
                new Attempt("EmergencyService.current", CLINICIANS, () -> emergencies.current()),
                new Attempt("AskingService.asked", CLINICIANS, () -> askings.asked()),
                new Attempt("CoverService.plan", CLINICIANS, () -> covers.plan()),
                new Attempt("CoverService.give", CLINICIANS, () -> covers.give(Forms.cover(Hospital.email()))),
                new Attempt("QueueService.queue", CLINICIANS, () -> queue.queue(all, null)),
                new Attempt("TeamService.list", STAFF, () -> teams.list()),
                new Attempt(
                        "ImageUploadService.upload",
                        PATIENT_AND_CLINICIANS,
                        () -> uploads.upload(new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)),
                new Attempt("ImageUploadService.ticket", PATIENT_AND_CLINICIANS, () -> uploads.ticket(Forms.upload())));
    }

    List<Attempt> onConsultation(ConsultationId id) {
        return List.of(
                new Attempt("ConsultationService.read", PATIENT_AND_CLINICIANS, () -> consultations.read(id, null)),
                new Attempt(
                        "ConsultationService.write",
                        PATIENT_AND_CLINICIANS,
                        () -> consultations.write(id, Forms.message("Hello"))),
                new Attempt("AccessService.of", PATIENT_AND_CLINICIANS, () -> access.of(id)),
                new Attempt("AskingService.ask", CLINICIANS, () -> askings.ask(id, Forms.asking(Hospital.email()))),
                new Attempt("ConsultationService.markUnread", CLINICIANS, () -> consultations.markUnread(id)),
                new Attempt(
                        "ConsultationService.note", CLINICIANS, () -> consultations.note(id, Forms.note("Mind this."))),
                new Attempt(
                        "ConsultationService.handOver",
                        CLINICIANS,
                        () -> consultations.handOver(id, Hospital.GENERAL_CARE)),
                new Attempt(
                        "ImageUploadService.uploadInto",
                        PATIENT_AND_CLINICIANS,
                        () -> uploads.uploadInto(id, new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)),
                new Attempt(
                        "ImageUploadService.ticketInto",
                        PATIENT_AND_CLINICIANS,
                        () -> uploads.ticketInto(id, Forms.upload())),
                new Attempt("ConsultationService.take", CLINICIANS, () -> consultations.take(id)),
                new Attempt("ConsultationService.close", CLINICIANS, () -> consultations.close(id, Forms.closing(-1))));
    }

    Attempt onCover(CoverId id) {
        return new Attempt("CoverService.end", CLINICIANS, () -> covers.end(id));
    }

    Attempt onAsking(AskingId id) {
        return new Attempt("AskingService.end", CLINICIANS, () -> askings.end(id));
    }

    List<Attempt> onImage(ImageId id) {
        return List.of(
                new Attempt("ImageService.view", PATIENT_AND_CLINICIANS, () -> images.view(id, Rendition.THUMBNAIL)),
                new Attempt("ImageUploadService.state", PATIENT_AND_CLINICIANS, () -> uploads.state(id)),
                new Attempt("ImageUploadService.complete", PATIENT_AND_CLINICIANS, () -> uploads.complete(id)),
                new Attempt(
                        "ImageUploadService.removeMetadata", PATIENT_AND_CLINICIANS, () -> uploads.removeMetadata(id)),
                new Attempt("ImageUploadService.discard", PATIENT_AND_CLINICIANS, () -> uploads.discard(id)));
    }

    /** On an image that is part of a message. */
    List<Attempt> onSentImage(ImageId id) {
        return List.of(
                new Attempt("ImageDetailsService.get", PATIENT_AND_CLINICIANS, () -> details.get(id)),
                new Attempt(
                        "ImageService.shown",
                        PATIENT_AND_CLINICIANS,
                        () -> images.shown(id, Rendition.THUMBNAIL, looks.look(id, callers.get()))),
                new Attempt("ImageService.original", CLINICIANS, () -> images.original(id)),
                new Attempt("AnnotationService.add", CLINICIANS, () -> annotations.add(id, Forms.annotation("Here"))));
    }

    /** On an emergency access that the caller has opened; after the second one it has ended. */
    List<Attempt> onOwnEmergency(EmergencyId id) {
        return List.of(
                new Attempt("QueueService.inEmergency", CLINICIANS, () -> queue.inEmergency(id, null)),
                new Attempt("EmergencyService.end", CLINICIANS, () -> emergencies.end(id)));
    }

    private void open(PatientSearch patient) {
        var unused = emergencies.open(
                new NewEmergency(patient, 1, EmergencyReason.OTHER, "No time to lose"), FreshTicket.NONE);
    }
}
