import { canonicalJson, utf8 } from '@daero/domain/canonical';
import { z } from 'zod';

/** Who signs: the key of the installation that built the bundle. */
export type Signer = {
  readonly publicKey: string; // PEM
  readonly fingerprint: string; // SHA-256 of the public key
  readonly sign: (text: string) => string; // base64
  /** SHA-256 in hexadecimal: a port, because a bundle of many megabytes deserves the machine's own. */
  readonly digest: (bytes: Uint8Array) => string;
};

export type Files = ReadonlyMap<string, Uint8Array>;

export const manifestName = 'manifest.json';
export const signatureName = 'signature.json';

export const manifestSchema = z.strictObject({
  daero: z.literal(1),
  files: z.record(z.string(), z.strictObject({ sha256: z.string(), bytes: z.int() })),
  /** Outputs are equal byte for byte on the same version, and to 1e-9 across versions. */
  engine: z.string(),
});
export type Manifest = z.output<typeof manifestSchema>;

export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  signs: z.literal(manifestName),
  fingerprint: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

/** The files with the manifest that lists them and the signature over it. */
export function seal(files: Files, engine: string, signer: Signer): Files {
  const listed = [...files].map(
    ([name, bytes]) => [name, { sha256: signer.digest(bytes), bytes: bytes.length }] as const,
  );
  const manifest: Manifest = { daero: 1, files: Object.fromEntries(listed), engine };
  const text = canonicalJson(manifest);
  const signature: z.output<typeof signatureSchema> = {
    algorithm: 'Ed25519',
    signs: manifestName,
    fingerprint: signer.fingerprint,
    publicKey: signer.publicKey,
    signature: signer.sign(text),
  };
  return new Map([...files, [manifestName, utf8(text)], [signatureName, utf8(canonicalJson(signature))]]);
}
