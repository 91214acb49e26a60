import type { Role } from '@daero/domain/product';
import type { GlyphName } from '../figure/glyph.tsx';
import type { WordKey } from '../words.ts';

/** The rooms that exist. A room that does not exist has no row: no empty promises. */
export type ProductPath =
  | '/projects/$project'
  | '/projects/$project/results'
  | '/projects/$project/model'
  | '/projects/$project/chain'
  | '/projects/$project/dossier';
export type CommonPath = '/work' | '/portfolio' | '/adoption' | '/programmes' | '/studies/design' | '/design';
export type Room = {
  readonly name: WordKey;
  readonly glyph: GlyphName;
  readonly code: string;
  readonly letter: string;
  readonly to: ProductPath | CommonPath;
  /** The roles that may open it; all where it names none. */
  readonly roles?: readonly Role[];
};

/** A room of the chosen product; the others are the same for all. */
export const isOfProduct = (to: Room['to']): to is ProductPath => to.startsWith('/projects/');

/** Who sees hospitals at all: neither those who only compute nor those who only judge. */
const adopters: readonly Role[] = [
  'market-access',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
  'investor',
  'operator',
];

/** Calls are public notices to everybody who works here; an investor sees what was released. */
const followers: readonly Role[] = [
  'market-access',
  'statistician',
  'economist',
  'clinician',
  'hospital-it',
  'administrator',
  'procurement',
  'programme-office',
  'reviewer',
  'operator',
];

export const rooms: readonly Room[] = [
  { name: 'nav.work', glyph: 'work', code: 'KeyW', letter: 'w', to: '/work' },
  { name: 'nav.portfolio', glyph: 'road', code: 'KeyO', letter: 'o', to: '/portfolio' },
  { name: 'nav.adoption', glyph: 'seal', code: 'KeyA', letter: 'a', to: '/adoption', roles: adopters },
  { name: 'nav.programme', glyph: 'table', code: 'KeyM', letter: 'm', to: '/programmes', roles: followers },
  { name: 'nav.overview', glyph: 'overview', code: 'KeyP', letter: 'p', to: '/projects/$project' },
  { name: 'nav.results', glyph: 'plot', code: 'KeyR', letter: 'r', to: '/projects/$project/results' },
  { name: 'nav.model', glyph: 'balance', code: 'KeyE', letter: 'e', to: '/projects/$project/model' },
  { name: 'nav.chain', glyph: 'chain', code: 'KeyL', letter: 'l', to: '/projects/$project/chain' },
  { name: 'nav.dossier', glyph: 'document', code: 'KeyD', letter: 'd', to: '/projects/$project/dossier' },
  { name: 'nav.studies', glyph: 'study', code: 'KeyS', letter: 's', to: '/studies/design' },
];
export const designRoom: Room = {
  name: 'nav.design',
  glyph: 'palette',
  code: 'KeyY',
  letter: 'y',
  to: '/design',
};
