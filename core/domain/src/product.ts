import type { ConsortiumId, DeploymentId, DeviceId, PersonId, SiteId } from './identity.ts';
import type { Text } from './text.ts';
import type { Instant, Period } from './time.ts';

/** What is approved, bought and used is a version for an indication, never "the product". */
export type Device = {
  readonly deviceId: DeviceId;
  readonly name: Text;
  readonly maker: Text;
  /** A reference device is a published rule run to show the road; it is labelled wherever it appears. */
  readonly standing: 'approved' | 'investigational' | 'reference' | 'demonstration';
};

export type DeviceVersion = {
  readonly deviceId: DeviceId;
  readonly version: string;
  readonly udiDi: string | null; // UDI device identifier, once one is assigned
  readonly modelHash: string; // what exactly ran: weights, or the table of a score
  readonly thresholdSetId: string;
};

export type Indication = {
  readonly code: string;
  readonly population: Text;
  readonly purpose: Text;
};

export type Site = { readonly siteId: SiteId; readonly name: Text; readonly demonstration: boolean };

export type Consortium = {
  readonly consortiumId: ConsortiumId;
  readonly name: Text;
  readonly lead: SiteId;
  readonly sites: readonly Site[];
};

/** How far the device reaches into care: nobody sees it, it advises, it is part of the path. */
export type RolloutMode = 'off' | 'shadow' | 'advisory' | 'primary';

export type Deployment = {
  readonly deploymentId: DeploymentId;
  readonly siteId: SiteId;
  readonly device: DeviceVersion;
  readonly indication: Indication;
  readonly mode: RolloutMode;
  readonly span: Period;
};

/** Someone who acts: the role they act in, and who they are within Daero. */
export type Actor = { readonly personId: PersonId; readonly role: Role };

export const roles = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
  'reviewer',
  'investor',
  'operator', // runs this installation
  'device', // a machine acting in care
] as const;
export type Role = (typeof roles)[number];

/** Who did what to which thing, and why: the answer every change must give. */
export type Accountability = { readonly by: Actor; readonly at: Instant; readonly reason: string };
