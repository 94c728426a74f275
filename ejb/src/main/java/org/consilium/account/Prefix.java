package org.consilium.account;

/** A LIKE pattern for "begins with", in which typed wildcards are escaped by '!'. */
final class Prefix {

    private Prefix() {}

    static String of(String typed) {
        return typed.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
