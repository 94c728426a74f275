package org.consilium.account;

/**
 * Somebody who could sign in has another status, role, password, or address than before: a session that began under the
 * old one must end.
 *
 * @param publicId the name by which the container knows the person
 */
public record StandingChanged(long accountKey, String publicId) {}
