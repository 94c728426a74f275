package org.consilium.draft;

/**
 * A draft as it was last saved.
 *
 * @param text of the fields of the form; empty once the form was sent
 * @param version to be named when it is saved again; it is another one after each save
 */
public record SavedDraft(String text, long version) {
    /** Without the text. */
    @Override
    public String toString() {
        return "SavedDraft[" + version + ']';
    }
}
