package org.consilium.platform;

/**
 * Isolates the text of a person from the plain text around it, such as in a letter, a tooltip, or the title of a
 * window: its direction, and marks of direction in it, end with it (Unicode Standard Annex #9, section 2.7). In a page,
 * the element {@code bdi} does the same.
 */
public final class IsolatedText {

    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    private IsolatedText() {}

    /** The text between marks of isolation if it needs them; otherwise the text itself. */
    public static String of(String text) {
        return text.codePoints().anyMatch(IsolatedText::hasDirection) ? ISOLATE + balanced(text) + END : text;
    }

    /** With as many ends of isolates as beginnings: one too many would end ours, one too few would take its end. */
    private static String balanced(String text) {
        StringBuilder balanced = new StringBuilder(text.length());
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (isBeginning(character)) {
                open++;
            } else if (character == END) {
                if (open == 0) {
                    continue;
                }
                open--;
            }
            balanced.append(character);
        }
        return balanced.append(String.valueOf(END).repeat(open)).toString();
    }

    private static boolean isBeginning(char character) {
        return character >= '\u2066' && character <= ISOLATE;
    }

    /** Whether a character is written from right to left, or changes the direction. */
    private static boolean hasDirection(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
                    Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_NONSPACING_MARK,
                    Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
                    Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR,
                    Character.DIRECTIONALITY_SEGMENT_SEPARATOR,
                    Character.DIRECTIONALITY_WHITESPACE,
                    Character.DIRECTIONALITY_OTHER_NEUTRALS,
                    Character.DIRECTIONALITY_UNDEFINED -> false;
            default -> true;
        };
    }
}
