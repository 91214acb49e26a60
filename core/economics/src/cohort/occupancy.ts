import { type Column } from '../kernel/operations.ts';
import { type State } from './structure.ts';

/**
 * Where the people of one state are, one value a draw. A state with tunnels keeps its copies in a ring: a cycle later everybody
 * stands one copy further because the ring has turned, and nothing was moved. Only copies that anybody can have reached are visited.
 */
export type Occupancy = {
  readonly tunnels: number;
  /** Copies 1..reached may hold somebody. */
  readonly reached: () => number;
  readonly copy: (residence: number) => Column;
  /** Everybody in the state; valid until the next turn. */
  readonly total: () => Column;
  /** The share of a copy that stays in the state; `null` where nobody does. Said once a cycle for each copy, before the turn. */
  readonly keep: (residence: number, share: Column | null) => void;
  /** Ends a cycle: those who stayed move one copy on (the last copy keeps its own), and the arrivals stand in copy 1. */
  readonly turn: (arrivals: Column) => void;
};

export function occupancyOf({ tunnels }: State, draws: number): Occupancy {
  return tunnels === 1 ? plainOccupancy(draws) : ringOccupancy(tunnels, draws);
}

function plainOccupancy(draws: number): Occupancy {
  const here = new Float64Array(draws);
  let staying: Column | null = null;
  return {
    tunnels: 1,
    reached: () => 1,
    copy: () => here,
    total: () => here,
    keep: (_residence, share) => void (staying = share),
    turn: (arrivals) => {
      if (staying === null) here.set(arrivals);
      else keepAndAdd(here, staying, arrivals);
    },
  };
}

function ringOccupancy(tunnels: number, draws: number): Occupancy {
  const ring: Column[] = []; // grows as copies are reached
  let head = 0; // the place of copy 1
  let fresh = true;
  const sum = new Float64Array(draws);

  const slot = (residence: number): Column => {
    const place = (head + residence - 1) % tunnels;
    return ring[place] ?? (ring[place] = new Float64Array(draws));
  };
  let reached = 1;
  return {
    tunnels,
    reached: () => reached,
    copy: slot,
    total: () => {
      if (!fresh) return sum;
      sum.fill(0);
      for (let residence = 1; residence <= reached; residence++) addInto(sum, slot(residence));
      fresh = false;
      return sum;
    },
    keep: (residence, share) => {
      if (share === null) slot(residence).fill(0);
      else keepAndAdd(slot(residence), share, null);
    },
    turn: (arrivals) => {
      const last = slot(tunnels);
      addInto(slot(tunnels - 1), last); // it becomes the last copy
      last.fill(0); // and this place becomes copy 1
      head = (head + tunnels - 1) % tunnels;
      reached = Math.min(tunnels, reached + 1);
      addInto(slot(1), arrivals);
      fresh = true;
    },
  };
}

export function addInto(into: Column, what: Column): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (what[i] ?? 0);
}

/** into += factor x people x value, draw by draw; a value of length 1 holds in every draw. */
export function addProductInto(into: Column, people: Column, value: Column, factor: number | Column): void {
  if (typeof factor !== 'number') {
    const stride = value.length === 1 ? 0 : 1;
    for (let i = 0; i < into.length; i++)
      into[i] = (into[i] ?? 0) + (factor[i] ?? 0) * (people[i] ?? 0) * (value[i * stride] ?? NaN);
  } else if (value.length === 1) {
    const times = factor * (value[0] ?? NaN);
    if (times === 0) return;
    for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + times * (people[i] ?? 0);
  } else {
    for (let i = 0; i < into.length; i++)
      into[i] = (into[i] ?? 0) + factor * (people[i] ?? 0) * (value[i] ?? NaN);
  }
}

/** people = people x share + arrivals. */
function keepAndAdd(people: Column, share: Column, arrivals: Column | null): void {
  const stride = share.length === 1 ? 0 : 1;
  const only = stride === 0 ? share[0] : undefined;
  if (only === 1) {
    if (arrivals !== null) addInto(people, arrivals);
  } else if (arrivals === null) {
    for (let i = 0; i < people.length; i++) people[i] = (people[i] ?? 0) * (share[i * stride] ?? NaN);
  } else {
    for (let i = 0; i < people.length; i++)
      people[i] = (people[i] ?? 0) * (share[i * stride] ?? NaN) + (arrivals[i] ?? 0);
  }
}
