package org.consilium.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.consilium.platform.PublicIds;

/** A folder of e-mails on one machine: a file for each, as mail programs save them (RFC 5322). */
final class MailFolder {
    private MailFolder() {}

    static void add(Path folder, String from, Mail mail) {
        String message = String.join(
                "\r\n",
                "From: " + from,
                "To: " + mail.to(),
                "Subject: " + mail.subject(),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                mail.text());
        try {
            // readable by its owner alone, as the link in it is secret
            Path unfinished = Files.createTempFile(Files.createDirectories(folder), "mail", ".tmp");
            Files.writeString(unfinished, message);
            Files.move(unfinished, folder.resolve(PublicIds.next() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new MailUnavailableException("the folder of mails cannot be written", failure);
        }
    }
}
