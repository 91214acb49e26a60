import { languages, type Language } from '@daero/domain/text';
import {
  ActionIcon,
  Button,
  NativeSelect,
  Popover,
  SegmentedControl,
  Switch,
  Tooltip,
  useMantineColorScheme,
  useComputedColorScheme,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import { api } from '../api.ts';
import type { Project, Session } from '../api-types.ts';
import { isGoing, runs, useRefresh, useRuns } from '../chain/runs.ts';
import { Glyph } from '../figure/glyph.tsx';
import { asLanguage, useWords } from '../i18n.ts';
import { densities, prefer, usePreferences } from '../preferences.ts';

function LanguageSwitch(): ReactElement {
  const { language, say } = useWords();
  const navigate = useNavigate();
  const choose = (code: string): void => {
    const next: Language = asLanguage(code) ?? language;
    prefer({ language: next });
    // An address that names a language would overrule the choice just made.
    void navigate({
      to: '.',
      search: (search) => ({ ...search, lang: search.lang === undefined ? undefined : next }),
      replace: true,
    });
  };
  return (
    <SegmentedControl
      aria-label={say('language.name')}
      value={language}
      onChange={choose}
      data={languages.map((code) => ({
        value: code,
        label: <span lang={code}>{say(`language.${code}`)}</span>,
      }))}
    />
  );
}

function SchemeSwitch(): ReactElement {
  const { say } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const word = say(scheme === 'light' ? 'scheme.toDark' : 'scheme.toLight');
  return (
    <Tooltip label={word}>
      <ActionIcon aria-label={word} onClick={() => setColorScheme(scheme === 'light' ? 'dark' : 'light')}>
        <Glyph name={scheme === 'light' ? 'moon' : 'sun'} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function Settings(): ReactElement {
  const { say } = useWords();
  const { density, letterKeys } = usePreferences();
  return (
    <Popover position="bottom-end" shadow="none" trapFocus returnFocus classNames={{ dropdown: 'pop' }}>
      <Popover.Target>
        <ActionIcon aria-label={say('settings.open')} title={say('settings.open')}>
          <Glyph name="density" size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('settings.open')}>
        <div className="stack">
          <div>
            <p className="t-dense quiet">{say('density.name')}</p>
            <SegmentedControl
              aria-label={say('density.name')}
              value={density}
              onChange={(chosen) => prefer({ density: densities.find((one) => one === chosen) ?? density })}
              data={densities.map((one) => ({ value: one, label: say(`density.${one}`) }))}
            />
          </div>
          <Switch
            label={say('settings.keys')}
            checked={letterKeys}
            onChange={(event) => prefer({ letterKeys: event.currentTarget.checked })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

export function TopBar({
  session,
  projects,
  project,
  onSearch,
  onHelp,
}: {
  readonly session: Session | null;
  readonly projects: readonly Project[];
  readonly project: Project | null;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const refresh = useRefresh();
  const going = useRuns().filter(isGoing);
  useEffect(() => runs.restore(refresh), [refresh]);
  useEffect(() => {
    for (const one of projects) if (one.run !== null) runs.watch(one.run, one.id, refresh);
  }, [projects, refresh]);
  const leave = (): void => {
    void api.signOut().then(() => {
      client.clear();
      return navigate({ to: '/work' });
    });
  };
  return (
    <div className="top">
      <span className="top-brand strong">{say('app.name')}</span>
      {projects.length > 0 && (
        <NativeSelect
          className="top-project"
          aria-label={say('project.choose')}
          value={project?.id ?? ''}
          onChange={(event) => {
            prefer({ project: event.currentTarget.value });
            void navigate({ to: '/projects/$project', params: { project: event.currentTarget.value } });
          }}
          data={projects.map((one) => ({ value: one.id, label: text(one.product) }))}
        />
      )}
      <Button
        className="top-search"
        color="ink"
        onClick={onSearch}
        leftSection={<Glyph name="search" size={14} />}
        rightSection={<kbd>Ctrl K</kbd>}
      >
        {say('search.open')}
      </Button>
      <span className="top-space" />
      {going.map((run) => (
        <Link
          key={run.run}
          to="/projects/$project"
          params={{ project: run.project }}
          search={{ drawer: 'build' }}
          className="top-run t-dense nowrap"
        >
          <Glyph name="computing" /> {say('build.running', { done: run.facts.done, total: run.facts.total })}
        </Link>
      ))}
      {session !== null && (
        <span className="top-role t-dense quiet">
          <Glyph name="person" /> {say(`role.${session.role}`)}
        </span>
      )}
      <LanguageSwitch />
      <SchemeSwitch />
      <Settings />
      <Tooltip label={say('keys.open')}>
        <ActionIcon aria-label={say('keys.open')} onClick={onHelp}>
          <Glyph name="help" size={16} />
        </ActionIcon>
      </Tooltip>
      {session !== null && (
        <Tooltip label={say('role.signOut')}>
          <ActionIcon aria-label={say('role.signOut')} onClick={leave}>
            <Glyph name="out" size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
