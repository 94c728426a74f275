/* Reads a chosen file. It may have changed or vanished since it was chosen: phones also offer files that lie in a
   cloud. */

/** The file cannot be read, or is no longer the one that was chosen: it has to be chosen again. */
export class Unreadable extends Error {}

/** All bytes of a file, or of a part of it. */
export async function bytesOf(file) {
  const bytes = await file.arrayBuffer().catch(failure => {
    throw new Unreadable('the file cannot be read', { cause: failure });
  });
  /* some browsers read what is there now */
  if (bytes.byteLength !== file.size) {
    throw new Unreadable('the file has another length now');
  }
  return bytes;
}
