import { fail, succeed, type Result } from '@daero/domain/result';

/** Pages run no code but our own files; styles may stand in the page, because the component library writes them there. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; '),
};

/** A dossier brings its styles and plots with it and needs nothing else, above all no script. */
export const dossierHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
};

export const everyHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * Whether a change was asked for by a page of this server. A browser says where a request comes from; a program that
 * says nothing has no cookies of ours either.
 */
export function sameOrigin(header: (name: string) => string | undefined): Result<null> {
  const origin = header('origin');
  if (origin !== undefined) {
    const host = hostOf(origin);
    return host !== null && host === header('host')
      ? succeed(null)
      : fail({ kind: 'origin-refused', origin });
  }
  const site = header('sec-fetch-site') ?? 'none';
  return site === 'same-origin' || site === 'none'
    ? succeed(null)
    : fail({ kind: 'origin-refused', origin: site });
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** Loopback by name or by number; a name that merely points here (DNS rebinding) is not. */
export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);

export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
