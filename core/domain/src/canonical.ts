import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One text for one value (RFC 8785), so that a hash of it is a name for it. Functions, NaN and undefined in arrays throw. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON form');
  return text;
}

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export const sha256Text = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The name of a value: SHA-256 of its canonical JSON. */
export const contentHash = (value: unknown): string => sha256Text(canonicalJson(value));

/** A text as bytes; core has neither TextEncoder nor Buffer. */
export const utf8 = (text: string): Uint8Array => utf8ToBytes(text);

/** The text in a field of a JSON value, or null where there is none. */
export const textField = (value: Json | undefined, name: string): string | null => {
  const field = jsonField(value, name);
  return typeof field === 'string' ? field : null;
};

export const jsonField = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;
