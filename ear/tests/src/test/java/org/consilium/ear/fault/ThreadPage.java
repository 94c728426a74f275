package org.consilium.ear.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.ear.stand.People.Person;

/** What a patient who writes numbered letters reads in their consultation. */
record ThreadPage(String html, Person reader) {

    private static final Pattern LETTERS = Pattern.compile("Letters? (\\d+ )?of Made");

    /**
     * What should not be as it is.
     *
     * @param title that of the consultation
     * @param last the newest that has to be there
     */
    List<String> wrongs(String title, String last) {
        List<String> wrongs = new ArrayList<>();
        if (!html.contains(title) || !html.contains(reader.name())) {
            wrongs.add("not this patient's page: " + html);
        }
        if (!html.contains(last)) {
            wrongs.add("what was acknowledged is not on the page: " + last);
        }
        if (LETTERS.matcher(html.replace(reader.lastName(), "")).find()) {
            wrongs.add("somebody else's words: " + html);
        }
        if (!isInOrder()) {
            wrongs.add("what was written later stands before: " + html);
        }
        return wrongs;
    }

    /** Each letter once, and none before an earlier one. */
    private boolean isInOrder() {
        List<Integer> numbers = Pattern.compile("Letter (\\d+) of " + reader.lastName())
                .matcher(html)
                .results()
                .map(letter -> Integer.valueOf(letter.group(1)))
                .toList();
        return numbers.equals(numbers.stream().sorted().distinct().toList());
    }
}
