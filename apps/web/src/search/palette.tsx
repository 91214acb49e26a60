import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useId, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { prefer, usePreferences } from '../preferences.ts';
import { questions } from '../questions.ts';
import { everything, search, type Found } from './found.ts';

/** Ctrl or Cmd and K: objects, claims, figures, hashes, pages and acts, in both languages and by first consonants. */
export function Palette({
  projects,
  project,
  onClose,
}: {
  readonly projects: readonly Project[];
  readonly project: Project | null;
  readonly onClose: () => void;
}): ReactElement {
  const { language, say } = useWords();
  const { recent } = usePreferences();
  const router = useRouter();
  const list = useId();
  const chain = useQuery({
    ...questions.chain(project?.id ?? ''),
    enabled: project !== null && project.status !== 'never',
  });
  const claims = useQuery({ ...questions.claims(project?.id ?? ''), enabled: project !== null });
  const cases = useQuery({ ...questions.portfolio, retry: false });
  const programme = useQuery({ ...questions.programme, retry: false });
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const all = useMemo(
    () => everything(language, projects, project, chain.data, claims.data, cases.data?.cases, programme.data),
    [language, projects, project, chain.data, claims.data, cases.data, programme.data],
  );
  const found = useMemo(() => search(all, wanted, recent), [all, wanted, recent]);
  const option = (index: number): string => `${list}-${index}`;

  const open = (one: Found): void => {
    prefer({ recent: [one.key, ...recent.filter((key) => key !== one.key)].slice(0, 8) });
    onClose();
    router.history.push(one.path);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.code === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.code === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.code === 'Enter') {
      const chosen = found[at];
      if (chosen !== undefined) open(chosen);
    } else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={640}
      yOffset={88}
      padding={0}
      aria-label={say('search.title')}
    >
      <div className="palette" onKeyDown={pressed}>
        <input
          data-autofocus=""
          className="palette-input"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? option(at) : undefined}
          aria-autocomplete="list"
          aria-label={say('search.title')}
          placeholder={say('search.placeholder')}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            setAt(0);
          }}
        />
        {found.length === 0 ? (
          <p className="palette-none quiet">{say('search.none', { wanted })}</p>
        ) : (
          <ul
            id={list}
            role="listbox"
            aria-label={say('search.count', { count: found.length })}
            className="palette-list"
          >
            {found.map((one, index) => (
              <li
                key={one.key}
                id={option(index)}
                role="option"
                aria-selected={index === at}
                onMouseMove={() => setAt(index)}
                onClick={() => open(one)}
                ref={index === at ? (row) => void row?.scrollIntoView({ block: 'nearest' }) : undefined}
              >
                <Glyph name={one.glyph} />
                <span className="palette-title">{one.title}</span>
                <span className="t-dense faint palette-detail">{one.detail}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}
