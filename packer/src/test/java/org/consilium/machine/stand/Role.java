package org.consilium.machine.stand;

/** The credentials that an instance's role gives. */
record Role(String accessKey, String secretKey, String sessionToken) {}
