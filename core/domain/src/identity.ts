declare const of: unique symbol;
/** An identifier of one kind of thing; a site's id does not pass for a subject's. */
export type Id<Kind extends string> = string & { readonly [of]: Kind };

export type SiteId = Id<'site'>;
export type SubjectId = Id<'subject'>; // a pseudonym: keyed at the site, never a hospital number
export type DeviceId = Id<'device'>;
export type ConsortiumId = Id<'consortium'>;
export type DeploymentId = Id<'deployment'>;
export type EventId = Id<'event'>;
export type PersonId = Id<'person'>; // someone who works with Daero, not a patient

const form = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

export const isId = (text: string): boolean => form.test(text);

/** Ids are short, printable and safe in a path, a URL and a log. */
export function id<Kind extends string>(text: string): Id<Kind> {
  if (!form.test(text))
    throw new RangeError(`an id is 1-128 letters, digits or ._:- , got ${JSON.stringify(text)}`);
  return text as Id<Kind>;
}
