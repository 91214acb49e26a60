import { MantineProvider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import { resolveVariables, theme } from '../design/theme.ts';
import { FigurePeek } from '../figure/figure-peek.tsx';
import { Glyph, GlyphSprite } from '../figure/glyph.tsx';
import { asLanguage, changeLanguage, useWords } from '../i18n.ts';
import { DemoRibbon, type DemoKind } from '../parts/demo-ribbon.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { usePreferences } from '../preferences.ts';
import { SignIn } from '../pages/sign-in.tsx';
import { questions } from '../questions.ts';
import { Palette } from '../search/palette.tsx';
import { KeyHelp } from './key-help.tsx';
import { useGo, useKeys } from './keys.ts';
import { LiveRegion } from './live-region.tsx';
import { useSaidKinds } from './demonstration.ts';
import { designRoom, isOfProduct, rooms, type Room } from './rooms.ts';
import './shell.css';
import { awaitTitle } from './title-focus.ts';
import { TopBar } from './top-bar.tsx';

/** The product chosen stays chosen across rooms: the address first, then what was chosen last, then the first there is. */
function useChosen(projects: readonly Project[]): Project | null {
  const params = useParams({ strict: false });
  const { project: kept } = usePreferences();
  const asked = params.project;
  return (
    projects.find((one) => one.id === asked) ?? projects.find((one) => one.id === kept) ?? projects[0] ?? null
  );
}

function NavLink({
  room,
  project,
}: {
  readonly room: Room;
  readonly project: Project | null;
}): ReactElement | null {
  const { say } = useWords();
  const word = say(room.name);
  const inside = (
    <>
      <Glyph name={room.glyph} size={16} /> <span className="nav-word">{word}</span>
    </>
  );
  if (!isOfProduct(room.to)) {
    return (
      <Link to={room.to} className="nav-link" title={word}>
        {inside}
      </Link>
    );
  }
  if (project === null) return null;
  return (
    <Link
      to={room.to}
      params={{ project: project.id }}
      activeOptions={{ exact: room.to === '/projects/$project' }}
      className="nav-link"
      title={word}
    >
      {inside}
    </Link>
  );
}

/** Moves focus to the new page's title and says its name; not on the first page, and not when only the search changes. */
function useRouteFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && path !== undefined && path !== before.current) awaitTitle();
    before.current = path ?? before.current;
  }, [path]);
}

function useGlobalKeys(project: Project | null, onSearch: () => void, onHelp: () => void): void {
  const navigate = useNavigate();
  useKeys([{ code: 'Slash', shift: true, act: onHelp }]);
  const places = useMemo(
    () =>
      [...rooms, designRoom].map((room) => ({
        code: room.code,
        go: () => {
          if (!isOfProduct(room.to)) void navigate({ to: room.to });
          else if (project !== null) void navigate({ to: room.to, params: { project: project.id } });
        },
      })),
    [navigate, project],
  );
  useGo(places);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        onSearch();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [onSearch]);
}

function Rooms(): ReactElement {
  const { say } = useWords();
  const session = useQuery(questions.session);
  const signedIn = session.data !== null && session.data !== undefined;
  const projects = useQuery({ ...questions.projects, enabled: signedIn });
  const all = projects.data ?? [];
  const project = useChosen(all);
  const [open, setOpen] = useState<'search' | 'help' | null>(null);
  const showSearch = useMemo(() => () => setOpen('search'), []);
  useGlobalKeys(project, showSearch, () => setOpen('help'));
  useRouteFocus();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // A product's own page speaks of that product; every other page of all that may appear on it.
  const { project: named } = useParams({ strict: false });
  const own = all.filter((one) => one.id === named);
  const spoken = own.length > 0 ? own : all;
  const said = useSaidKinds();
  const kinds: DemoKind[] = [];
  if (spoken.some((one) => one.generated) || said.includes('generated')) kinds.push('generated');
  if (spoken.some((one) => one.reference) || said.includes('reference')) kinds.push('reference');
  const wanted = !signedIn && !session.isPending && path !== '/design';

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say('app.skip')}
      </a>
      <header className="shell-head">
        <DemoRibbon kinds={kinds} signIn={session.data?.demonstration ?? true} />
        <TopBar
          session={session.data ?? null}
          projects={all}
          project={project}
          onSearch={showSearch}
          onHelp={() => setOpen('help')}
        />
      </header>
      <nav className="nav" aria-label={say('nav.name')}>
        {rooms
          .filter(({ roles }) => roles === undefined || roles.some((role) => role === session.data?.role))
          .map((room) => (
            <NavLink key={room.to} room={room} project={project} />
          ))}
        <span className="nav-space" />
        <NavLink room={designRoom} project={project} />
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        {session.isPending && path !== '/design' ? null : session.isError && wanted ? (
          <QueryTroublePage error={session.error} onRetry={() => void session.refetch()} />
        ) : wanted ? (
          <SignIn />
        ) : (
          <Outlet />
        )}
      </main>
      {open === 'search' && <Palette projects={all} project={project} onClose={() => setOpen(null)} />}
      {open === 'help' && <KeyHelp onClose={() => setOpen(null)} />}
      <FigurePeek />
      <LiveRegion />
    </div>
  );
}

/** Everything around a page: ribbon, bar, rooms, search, keys; language and density on the root element. */
export function AppShell({ lang }: { readonly lang: string | undefined }): ReactElement {
  const kept = usePreferences();
  const language = asLanguage(lang) ?? kept.language;
  useEffect(() => {
    changeLanguage(language);
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['density'] = kept.density;
  }, [kept.density]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <GlyphSprite />
      <Rooms />
    </MantineProvider>
  );
}
