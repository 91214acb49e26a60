import type { Language } from '@daero/domain/text';
import { sayIn } from '../i18n.ts';
import type { Impact } from './lineage.ts';

export const impactWords = (impact: Impact, language: Language): string =>
  impact.figures + impact.claims + impact.documents === 0
    ? sayIn(language, 'chain.nothing')
    : sayIn(language, 'chain.change', impact);
