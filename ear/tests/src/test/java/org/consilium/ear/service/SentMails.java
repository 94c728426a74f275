package org.consilium.ear.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The e-mails that nodes have put into a folder. */
public final class SentMails {

    private static final Pattern TOKEN = Pattern.compile("/invitation\\?token=(\\S+)");

    private final Path folder;

    public SentMails(Path folder) {
        this.folder = folder;
    }

    /** The token in the only e-mail to somebody, which is then removed. */
    public String takeToken(String email) {
        List<Path> found = to(email);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " mails to " + email);
        }
        Matcher token = TOKEN.matcher(text(found.get(0)));
        if (!token.find()) {
            throw new AssertionError("no link in the mail to " + email);
        }
        try {
            Files.delete(found.get(0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return token.group(1);
    }

    public boolean has(String email) {
        return !to(email).isEmpty();
    }

    private List<Path> to(String email) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .filter(file -> text(file).contains("\r\nTo: " + email + "\r\n"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
