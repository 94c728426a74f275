package org.consilium.trail.verify;

/** What can be wrong with a trail, each with its words; the numbers in braces are the values of a {@link Finding}. */
public enum FindingKind {
    ENTRY_CHANGED("Entry {0} was changed after it had been sealed by seal {1}."),
    ENTRIES_SWAPPED("Entries {0} and {1} were swapped after they had been sealed."),
    ENTRY_MOVED("Entry {0} has the contents that entry {1} had when it was sealed."),
    ENTRIES_MISSING("Entries that seal {1} covers are missing: {0}."),
    ENTRIES_ADDED("Entries are in no seal, and were added later under ids that had been settled by seal {1}: {0}."),
    ENTRIES_UNPROVED("Entries cannot be verified, because a seal before seal {1} is missing or changed: {0}."),
    ENTRIES_MISPLACED("Entries are not in the order of their ids: {0}."),
    ROWS_CHANGED("The entries of seal {0} do not have the hash that was sealed."),
    SEAL_CHANGED("Seal {0} was changed or forged: its signature does not match the key."),
    SEAL_UNREADABLE("Line {0} is not a readable seal: it was changed."),
    SEAL_OF_UNKNOWN_KEY("Seal {0} was signed by a key that was not given: {1}."),
    SEALS_MISSING("Seals are missing: {0}."),
    SEAL_MISPLACED("Seal {0} is out of order, or there twice."),
    SEAL_REPLACED("Seal {0} is not the one that seal {1} follows: one of them was replaced."),
    SEALS_CUT_OFF("The newest seals are missing: seal {0} was anchored, and the last one here is seal {1}."),
    SEAL_NOT_AS_ANCHORED("Seal {0} is not the one that anchor {1} names: it was replaced."),
    ANCHORED_SEAL_MISSING("Anchor {1} names seal {0}, which is missing."),
    ANCHOR_CHANGED("Anchor {0} was changed or forged: its signature does not match the key."),
    ANCHOR_UNREADABLE("Line {0} is not a readable anchor: it was changed."),
    ANCHOR_OF_UNKNOWN_KEY("Anchor {0} was signed by a key that was not given: {1}."),
    ANCHORS_MISSING("Anchors are missing: {0}."),
    ANCHOR_MISPLACED("Anchor {0} is out of order, or there twice."),
    ANCHOR_REPLACED("Anchor {0} is not the one that anchor {1} follows: one of them was replaced."),
    ANCHOR_NOT_KEPT("Anchor {0} is no longer in the object store."),
    ANCHOR_DIFFERS("Anchor {0} in the database is not the one in the object store: one of them was replaced."),
    ANCHOR_ONLY_KEPT("Anchor {0} is in the object store, and was removed from the database."),
    KEPT_ANCHOR_CHANGED("The object of anchor {0} in the object store was changed or forged."),
    LINE_UNREADABLE("Line {0} is not a line of a trail."),
    FILE_CUT_OFF("The export ends before its last line: it was cut off."),
    FILE_CHANGED("The export is not as it was written: lines were changed, added, removed, or moved."),
    FILE_FORGED("The last line of the export was changed or forged: its signature does not match the key."),
    NOTHING_SEALED("There are entries, and no seal: {0} entries.");

    private final String words;

    FindingKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
