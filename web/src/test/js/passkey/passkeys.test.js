import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createPasskey, getPasskey, passkeysFillIn, passkeysWork } from '#scripts/passkey/passkeys.js';

const CREATION = JSON.stringify({
  publicKey: {
    challenge: 'AP_-', rp: { id: 'example.org', name: 'Consilium' }, user: { id: 'AQID', name: 'a', displayName: 'A' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }], excludeCredentials: [{ type: 'public-key', id: 'BAUG' }]
  }
});
const REQUEST = JSON.stringify({ publicKey: { challenge: 'AP_-', rpId: 'example.org' } });

const MADE = {
  id: 'BAUG', type: 'public-key',
  response: { clientDataJSON: buffer(1), attestationObject: buffer(0, 255, 254), getTransports: () => ['internal'] }
};
const SIGNED = {
  id: 'BAUG', type: 'public-key',
  response: { clientDataJSON: buffer(1), authenticatorData: buffer(2), signature: buffer(3), userHandle: null }
};

let asked;

function buffer(...values) {
  return Uint8Array.from(values).buffer;
}

/** A browser whose person agrees to everything. */
function browser(credential, functions = {}) {
  const answer = async options => {
    asked = options;
    return credential;
  };
  globalThis.PublicKeyCredential = Object.assign(class {}, functions);
  Object.defineProperty(globalThis, 'navigator', {
    value: { credentials: { create: answer, get: answer } }, configurable: true, writable: true
  });
}

let navigatorBefore;

beforeEach(() => {
  navigatorBefore = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
});

afterEach(() => {
  delete globalThis.PublicKeyCredential;
  delete globalThis.navigator;
  if (navigatorBefore) {
    Object.defineProperty(globalThis, 'navigator', navigatorBefore);
  }
});

test('a browser that converts JSON does so itself', async () => {
  browser({ toJSON: () => ({ id: 'BAUG' }) }, {
    parseCreationOptionsFromJSON: json => ({ parsed: json.challenge }),
    parseRequestOptionsFromJSON: json => ({ parsed: json.rpId })
  });

  assert.equal(await createPasskey(CREATION), '{"id":"BAUG"}');
  assert.deepEqual(asked.publicKey, { parsed: 'AP_-' });
  assert.equal(await getPasskey(REQUEST), '{"id":"BAUG"}');
  assert.deepEqual(asked.publicKey, { parsed: 'example.org' });
});

test('for an older browser, the options of a new passkey and its answer are converted', async () => {
  browser(MADE);

  const answer = JSON.parse(await createPasskey(CREATION));

  assert.deepEqual([...asked.publicKey.challenge], [0, 255, 254]);
  assert.deepEqual([...asked.publicKey.user.id], [1, 2, 3]);
  assert.deepEqual([...asked.publicKey.excludeCredentials[0].id], [4, 5, 6]);
  assert.equal(asked.publicKey.rp.name, 'Consilium');
  assert.deepEqual(answer, {
    id: 'BAUG', rawId: 'BAUG', type: 'public-key', clientExtensionResults: {},
    response: { clientDataJSON: 'AQ', attestationObject: 'AP_-', transports: ['internal'] }
  });
});

test('for an older browser, the options of a signature and its answer are converted', async () => {
  browser(SIGNED);

  const answer = JSON.parse(await getPasskey(REQUEST));

  assert.deepEqual([...asked.publicKey.challenge], [0, 255, 254]);
  assert.deepEqual(asked.publicKey.allowCredentials, []);
  assert.deepEqual(answer.response, { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'Aw' });
});

test('passkeys are offered in a field until the signal ends it', async () => {
  browser(SIGNED);
  const { signal } = new AbortController();

  await getPasskey(REQUEST, { conditional: true, signal });
  assert.equal(asked.mediation, 'conditional');
  assert.equal(asked.signal, signal);
  await getPasskey(REQUEST);
  assert.equal(asked.mediation, 'optional');
});

test('a browser may have no passkeys, or not offer them in a field', async () => {
  assert.equal(passkeysWork(), false);
  assert.equal(await passkeysFillIn(), false);
  browser(SIGNED);
  assert.equal(passkeysWork(), true);
  assert.equal(await passkeysFillIn(), false);
  browser(SIGNED, { isConditionalMediationAvailable: async () => true });
  assert.equal(await passkeysFillIn(), true);
});
