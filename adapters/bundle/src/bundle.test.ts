import { createHash, createPublicKey } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readZip, writeZip } from './canonical-zip.ts';
import { signerOf, signingKey } from './signing-key.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = new Map([
  ['b.json', bytes('{}')],
  ['a/ä.html', bytes('<p>가</p>')],
  ['empty', new Uint8Array()],
]);

describe('a canonical zip', () => {
  test('is one sequence of bytes, whatever the order of its files and the day it is written', () => {
    const reversed = new Map([...files].reverse());
    expect(writeZip(reversed)).toEqual(writeZip(files));
    expect(Buffer.from(writeZip(files)).includes('<p>')).toBe(true); // stored, not packed
  });

  test('gives its files back: a law', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9/.-]{0,12}$/).filter((text) => !/\.\.|\/\/|\/$/.test(text));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.uint8Array()), { selector: ([text]) => text }),
        (entries) => {
          const read = readZip(writeZip(new Map(entries)));
          expect(new Map(read)).toEqual(new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
        },
      ),
    );
  });
});

describe('a zip from a stranger is refused', () => {
  const swelling = zipSync({ 'a.json': [new Uint8Array(10_000_000), { level: 9 }] });
  const shared = ((): Uint8Array => {
    // Two names in the list at the end for one place: what would be read is more than there is.
    const whole = Buffer.from(
      writeZip(
        new Map([
          ['a', new Uint8Array(1000)],
          ['b', new Uint8Array(1000)],
        ]),
      ),
    );
    const central = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const entry = whole.subarray(central, central + 47);
    const many = Buffer.concat([whole.subarray(0, central), ...Array.from({ length: 50 }, () => entry)]);
    const end = Buffer.from(whole.subarray(whole.length - 22));
    end.writeUInt16LE(50, 8);
    end.writeUInt16LE(50, 10);
    return Buffer.concat([many, end]);
  })();
  it.each([
    { name: 'where it is packed, for it may swell', zip: swelling },
    { name: 'where many names share one place', zip: shared },
    { name: 'where a name climbs', zip: zipSync({ '../a': [new Uint8Array(1), { level: 0 }] }) },
    { name: 'where a name is absolute', zip: zipSync({ '/etc/a': [new Uint8Array(1), { level: 0 }] }) },
    { name: 'where it is cut short', zip: writeZip(files).slice(0, -5) },
    { name: 'where it is no zip', zip: bytes('PK, but no zip') },
    { name: 'where it is nothing', zip: new Uint8Array() },
  ])('$name', ({ zip }) => expect(readZip(zip)).toBeNull());

  test('a law: bytes that are no zip end in a refusal, never in an accident', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 200 }), (noise, at) => {
        const whole = writeZip(files);
        whole.set(noise.subarray(0, whole.length - Math.min(at, whole.length)), Math.min(at, whole.length));
        expect(() => readZip(whole)).not.toThrow();
        expect(() => readZip(noise)).not.toThrow();
      }),
    );
  });
});

describe('a signing key', () => {
  const made: string[] = [];
  const keyPath = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'daero-key-'));
    made.push(folder);
    return join(folder, 'keys/signing-key.pem');
  };
  afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

  test('is made once, even when many ask at once, for its owner alone, and nothing is left beside it', async () => {
    const path = await keyPath();
    const keys = await Promise.all(Array.from({ length: 10 }, () => signingKey(path)));
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect((await signingKey(path)).fingerprint).toBe(keys[0]?.fingerprint);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(path, '..'))).toEqual(['signing-key.pem']);
  });

  test('signs so that the signature names the key, and no other text or key', async () => {
    const [key, other] = [await signingKey(await keyPath()), await signingKey(await keyPath())];
    const signature = key.sign('what was signed');
    expect(signerOf('what was signed', signature, key.publicKey)).toBe(key.fingerprint);
    expect(signerOf('what was signeD', signature, key.publicKey)).toBeNull();
    expect(signerOf('what was signed', signature, other.publicKey)).toBeNull();
    expect(signerOf('what was signed', other.sign('what was signed'), key.publicKey)).toBeNull();
    const der = createPublicKey(key.publicKey).export({ type: 'spki', format: 'der' });
    expect(key.fingerprint).toBe(createHash('sha256').update(der).digest('hex'));
  });

  it.each(['', 'no key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'])(
    'that is none signs nothing: %j',
    (key) => {
      expect(signerOf('text', 'AAAA', key)).toBeNull();
    },
  );
});
