package org.consilium.server;

class ProbeEarMain {
    public static void main(String[] a) throws Exception {
        ProbeEar.working(java.nio.file.Path.of(a[0]));
        ProbeEar.broken(java.nio.file.Path.of(a[0]));
    }
}
