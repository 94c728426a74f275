package org.consilium.account;

/** A LIKE pattern for "begins with", in which what the person typed stands for itself ('!' escapes). */
final class Prefix {

    private Prefix() {}

    static String of(String typed) {
        return typed.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
