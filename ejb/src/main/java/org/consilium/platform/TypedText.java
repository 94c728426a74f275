package org.consilium.platform;

import java.util.regex.Pattern;

/**
 * What people type and paste, as it is stored and shown. Word processors and PDF files leave control characters in
 * pasted text that nobody sees in a field; they are removed where text enters, so that what is stored is what was seen.
 * A password is no such text: it is never cleaned.
 */
public final class TypedText {

    /** CR LF, and every other mandatory line break (Unicode Standard Annex #14: CR, NL, and BK). */
    private static final Pattern BREAK = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\n\t]+");

    /** Characters outside of the categories of marks and formats that have no glyph or an empty one. */
    private static final Pattern BLANK =
            Pattern.compile("[\u115F\u1160\u2065\u2800\u3164\uFFA0\uFFF0-\uFFF8" + "\\x{1D159}\\x{E0000}-\\x{E0FFF}]");

    private TypedText() {}

    /**
     * Text of several lines: each kind of line break is a line feed; other control characters but the tab, unpaired
     * surrogates, and noncharacters are gone.
     */
    public static String clean(String typed) {
        String lines = BREAK.matcher(typed).replaceAll("\n");
        return lines.codePoints().allMatch(TypedText::isText)
                ? lines
                : lines.codePoints()
                        .filter(TypedText::isText)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The same on one line: line breaks and tabs are spaces. */
    public static String cleanLine(String typed) {
        return BETWEEN_WORDS.matcher(clean(typed)).replaceAll(" ");
    }

    /**
     * Whether anything of a text can be seen: a letter, a digit, a sign, or a symbol. White space, invisible format
     * characters, fillers, and combining marks without a letter cannot.
     */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(TypedText::isVisible);
    }

    /** Without the spaces around it, of any width. */
    public static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            default -> !isNoncharacter(character);
        };
    }

    /** The 66 code points that are never assigned (Unicode Standard, section 23.7). */
    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default ->
                !isNoncharacter(character)
                        && !BLANK.matcher(Character.toString(character)).matches();
        };
    }
}
