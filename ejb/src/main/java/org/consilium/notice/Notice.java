package org.consilium.notice;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.platform.PublicIds;

/** What a node tells all nodes, by ids alone: each reader then reads with their own permission. */
public sealed interface Notice {

    /** The words of the message, separated by spaces. */
    String text();

    /** Parses a notice; empty if the text comes from another version of the application. */
    static Optional<Notice> of(String text) {
        String[] words = text.split(" ");
        if (words.length > 2 && words[0].equals(Change.WORD) && PublicIds.isWellFormed(words[1])) {
            Set<String> members = Arrays.stream(words).skip(2).collect(Collectors.toSet());
            return Optional.of(new Change(words[1], new Audience(members)));
        }
        if (words.length == 2 && words[0].equals(End.WORD) && words[1].matches("\\d{1,18}")) {
            return Optional.of(new End(Long.parseLong(words[1])));
        }
        return text.equals(Missed.WORD) ? Optional.of(new Missed()) : Optional.empty();
    }

    /**
     * A consultation has changed, or another record that lists show.
     *
     * @param consultation its public id
     */
    record Change(String consultation, Audience audience) implements Notice {

        private static final String WORD = "changed";

        @Override
        public String text() {
            return WORD + " " + consultation + " " + String.join(" ", audience.members());
        }
    }

    /** Some notices may not have reached this node; the versions of pages tell. */
    record Missed() implements Notice {

        private static final String WORD = "missed";

        @Override
        public String text() {
            return WORD;
        }
    }

    /** Everything that a person has open must end. */
    record End(long accountKey) implements Notice {

        private static final String WORD = "ended";

        @Override
        public String text() {
            return WORD + " " + accountKey;
        }
    }
}
