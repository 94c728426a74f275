/*
 * Makes passkeys, and signs with them. The server's options and the answers to it are JSON, with binary values in
 * base64url (WebAuthn Level 3, sections 5.1.3, 5.1.8 and 5.1.9); browsers from before 2025 do not convert them.
 */

/** Whether this browser has passkeys at all; on a page without TLS, it has none. */
export function passkeysWork() {
  return typeof globalThis.PublicKeyCredential === 'function' && Boolean(navigator.credentials);
}

/** Whether this browser can offer passkeys in a field, among the other things that it fills in. */
export async function passkeysFillIn() {
  return passkeysWork() && await PublicKeyCredential.isConditionalMediationAvailable?.() === true;
}

/**
 * Makes a passkey, and gives the answer for the server.
 *
 * Fails with InvalidStateError if this device has one already, and with NotAllowedError if the person does not want to.
 */
export async function createPasskey(optionsJson) {
  const publicKey = creationOptions(JSON.parse(optionsJson).publicKey);
  return JSON.stringify(answerOf(await navigator.credentials.create({ publicKey })));
}

/**
 * Signs with a passkey, and gives the answer for the server.
 *
 * If conditional, the browser offers passkeys in the field with autocomplete="webauthn", and waits until one is chosen
 * or the signal ends it. Fails with NotAllowedError if the person does not want to.
 */
export async function getPasskey(optionsJson, { conditional = false, signal } = {}) {
  const publicKey = requestOptions(JSON.parse(optionsJson).publicKey);
  const mediation = conditional ? 'conditional' : 'optional';
  return JSON.stringify(answerOf(await navigator.credentials.get({ publicKey, mediation, signal })));
}

function creationOptions(json) {
  return PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: descriptors(json.excludeCredentials)
  };
}

function requestOptions(json) {
  return PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: bytes(json.challenge),
    allowCredentials: descriptors(json.allowCredentials)
  };
}

function descriptors(list = []) {
  return list.map(descriptor => ({ ...descriptor, id: bytes(descriptor.id) }));
}

function answerOf(credential) {
  try {
    return credential.toJSON();
  } catch {
    /* an older browser, or a password manager that answers with an object of its own */
    return converted(credential);
  }
}

function converted(credential) {
  const { id, type, response } = credential;
  return {
    id,
    rawId: id,
    type,
    response: response.attestationObject ? made(response) : signed(response),
    clientExtensionResults: {}
  };
}

function made(response) {
  return {
    clientDataJSON: base64url(response.clientDataJSON),
    attestationObject: base64url(response.attestationObject),
    transports: response.getTransports?.() ?? []
  };
}

function signed(response) {
  return {
    clientDataJSON: base64url(response.clientDataJSON),
    authenticatorData: base64url(response.authenticatorData),
    signature: base64url(response.signature),
    userHandle: response.userHandle ? base64url(response.userHandle) : undefined
  };
}

function bytes(text) {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

function base64url(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
