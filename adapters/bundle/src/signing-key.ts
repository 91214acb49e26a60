import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Signer } from '@daero/evidence/bundle/manifest';

/** The Ed25519 key of this installation, made at its first build and kept outside git, readable by its owner alone. */
export async function signingKey(path: string): Promise<Signer> {
  if (!existsSync(path)) await makeKey(path);
  const key = createPrivateKey(readFileSync(path, 'utf8'));
  const publicKey = createPublicKey(key);
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
    digest,
  };
}

/** Two builds may start at once: the first to link its key wins, and both then read that one. */
async function makeKey(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
  } finally {
    await file.close();
  }
  await link(beside, path).catch((error: unknown) => {
    if (!existsSync(path)) throw error;
  });
  await unlink(beside);
}

/** SHA-256 in hexadecimal. */
export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What people compare: the SHA-256 of the public key, in hexadecimal. */
const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** The fingerprint of the key that made this signature, or null where it did not. */
export function signerOf(text: string, signature: string, publicKey: string): string | null {
  try {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return null;
    const made = verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
    return made ? fingerprintOf(key) : null;
  } catch {
    return null;
  }
}
