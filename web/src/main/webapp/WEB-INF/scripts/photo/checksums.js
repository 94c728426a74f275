/* Describes a photo to the server before it is sent. Each part is signed for by its checksum. */
import { bytesOf, Unreadable } from './reading.js';

/** Type, length and SHA-256 checksums of a file: the whole in hex, its parts in Base64, as the store wants them. */
export async function describe(file, partBytes, consultation) {
  const bytes = await bytesOf(file);
  const parts = [];
  for (let from = 0; from < bytes.byteLength; from += partBytes) {
    parts.push(base64(await digest(bytes.slice(from, from + partBytes))));
  }
  return { type: file.type, bytes: bytes.byteLength, sha256: hex(await digest(bytes)), parts, consultation };
}

/** Fails with Unreadable unless the part can be read, and still has this checksum. */
export async function checkUnchanged(part, checksum) {
  if (base64(await digest(await bytesOf(part))) !== checksum) {
    throw new Unreadable('the file has other content now');
  }
}

function digest(bytes) {
  return crypto.subtle.digest('SHA-256', bytes);
}

function hex(bytes) {
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
}

function base64(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
