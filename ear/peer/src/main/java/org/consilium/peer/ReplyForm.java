package org.consilium.peer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form of a message. */
public class ReplyForm {

    @NotBlank
    @Size(max = 4_000)
    private String text;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
