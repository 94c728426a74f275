package org.consilium.dependencies;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Which releases of a library count as newer than the one in use. */
final class Versions {
    /** Numbers, and the words by which some call a release a release. Dates that once served as versions are none. */
    private static final Pattern RELEASE = Pattern.compile("\\d{1,7}(\\.\\d+)*([.-](Final|GA|RELEASE|SP\\d+|jre))?");

    private Versions() {}

    /** The newest first; without alphas, milestones and candidates, and without other editions of a release. */
    static List<String> newer(String current, List<String> all) {
        ComparableVersion inUse = new ComparableVersion(current);
        return all.stream()
                .filter(version -> RELEASE.matcher(version).matches())
                .map(ComparableVersion::new)
                .filter(version -> version.compareTo(inUse) > 0)
                .sorted(Comparator.reverseOrder())
                .map(ComparableVersion::toString)
                .toList();
    }
}
