package org.consilium.trail.owner;

/**
 * Where archived days go.
 *
 * @param endpoint of another server than AWS's; empty for AWS
 * @param rowsOfFile the most entries in one file
 */
public record ArchiveSettings(String bucket, String region, String endpoint, int rowsOfFile) {

    /** A file of this many entries is far smaller than the 5 GB that S3 takes in one request. */
    static final int ROWS_OF_A_FILE = 5_000_000;
}
