package org.consilium.ear.service;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;

/** What the identity store said when a person's e-mail address and password were shown to it. */
record SignedIn(CredentialValidationResult result) implements Credential {}
