package org.consilium.peer;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages and forms. */
@Controller
class PortalController {

    private static final String TO_THREAD = "redirect:/consultation/{publicId}";

    private final ConsultationService consultations;
    private final PhotoService photos;

    PortalController(ConsultationService consultations, PhotoService photos) {
        this.consultations = consultations;
        this.photos = photos;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn me) {
        return "redirect:" + me.getRole().home();
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }

    @GetMapping("/consultations")
    String own(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("rows", consultations.own(me));
        return "consultations";
    }

    @GetMapping("/queue")
    String queue(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("rows", consultations.queue(me));
        return "queue";
    }

    @GetMapping("/consultation/{publicId}")
    String thread(@AuthenticationPrincipal SignedIn me, @PathVariable String publicId, Model model) {
        model.addAttribute("reply", new ReplyForm());
        return show(me, publicId, model);
    }

    @PostMapping("/consultation/{publicId}/messages")
    String send(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String publicId,
            @Valid @ModelAttribute("reply") ReplyForm reply,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) {
            return show(me, publicId, model);
        }
        consultations.send(me, publicId, reply.getText());
        return TO_THREAD;
    }

    @PostMapping("/consultation/{publicId}/photos")
    String send(
            @AuthenticationPrincipal SignedIn me, @PathVariable String publicId, @RequestParam MultipartFile photo)
            throws IOException {
        consultations.requireWritable(me, publicId);
        StoredPhoto stored = photos.store(UUID.randomUUID().toString(), photo.getBytes());
        consultations.send(me, publicId, stored);
        return TO_THREAD;
    }

    @GetMapping("/consultation/{publicId}/photo/{photoId}")
    String photo(
            @AuthenticationPrincipal SignedIn me, @PathVariable String publicId, @PathVariable long photoId) {
        return "redirect:" + consultations.linkToPhoto(me, publicId, photoId);
    }

    private String show(SignedIn me, String publicId, Model model) {
        model.addAttribute("thread", consultations.read(me, publicId));
        return "consultation";
    }
}
