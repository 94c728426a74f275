package org.consilium.dependencies;

/** A library in a certain version, by its Maven coordinates. */
record Component(String group, String artifact, String version) {

    /** Without the version, as the lists name it. */
    String name() {
        return group + ":" + artifact;
    }

    /**
     * Whether a list means it: by {@code group:artifact}, or by the beginning, {@code group:*} or
     * {@code group:artifact:6.*}.
     */
    boolean isMeantBy(String pattern) {
        return pattern.endsWith("*")
                ? toString().startsWith(pattern.substring(0, pattern.length() - 1))
                : name().equals(pattern);
    }

    Component in(String otherVersion) {
        return new Component(group, artifact, otherVersion);
    }

    /** Its folder in a repository. */
    String folder() {
        return group.replace('.', '/') + "/" + artifact + "/";
    }

    /** A file of this version in a repository. */
    String file(String extension) {
        return folder() + version + "/" + artifact + "-" + version + "." + extension;
    }

    @Override
    public String toString() {
        return name() + ":" + version;
    }
}
