package org.consilium.local;

/** The kind of machine that the programs of the back ends are built for. */
public final class Platform {
    private Platform() {}

    /**
     * Refuses every machine that is not one.
     *
     * @param what names, at the beginning of the message, what would run there
     */
    public static void require(String what) {
        require(what, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void require(String what, String system, String processor) {
        if (!system.equals("Linux") || !processor.equals("amd64")) {
            throw new StartException(
                    "%s runs on Linux on x86-64 only, this is %s on %s".formatted(what, system, processor));
        }
    }
}
