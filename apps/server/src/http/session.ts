import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Session } from '@daero/api/access';
import { id } from '@daero/domain/identity';
import { roles } from '@daero/domain/product';
import { isMissing, writeWhole } from '@daero/objects/file-store';
import { z } from 'zod';

export const cookieName = 'daero-session';
const hoursOpen = 12;

const form = z.strictObject({
  person: z.string().transform((text) => id<'person'>(text)),
  role: z.enum(roles),
  projects: z.union([z.literal('all'), z.array(z.string())]),
  until: z.number(),
});

/** Sessions that carry themselves: signed, so that nobody but this installation can have made them. */
export type Sessions = {
  readonly seal: (session: Session, nowMs: number, hours?: number) => string;
  readonly open: (sealed: string, nowMs: number) => Session | null;
};

export function sessions(key: Uint8Array): Sessions {
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    seal: (session, nowMs, hours = hoursOpen) => {
      const text = Buffer.from(JSON.stringify({ ...session, until: nowMs + hours * 3_600_000 })).toString(
        'base64url',
      );
      return `${text}.${sign(text).toString('base64url')}`;
    },
    open: (sealed, nowMs) => {
      const [text = '', signature = ''] = sealed.split('.');
      const [given, right] = [Buffer.from(signature, 'base64url'), sign(text)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const read = form.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (!read.success || read.data.until < nowMs) return null;
      const { person, role, projects } = read.data;
      return { person, role, projects };
    },
  };
}

/** The key of this installation, made at the first start; nobody else on the machine may read it. */
export async function sessionKey(path: string): Promise<Uint8Array> {
  const known = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (known !== null && known.length === 32) return known;
  const key = randomBytes(32);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeWhole(path, key);
  await chmod(path, 0o600);
  return key;
}
