import { questionTitles } from '@daero/api/schemas/design-fields';
import { languages, type Language } from '@daero/domain/text';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { api, ServerProblem } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Loading, QueryTrouble } from '../parts/blank.tsx';
import { LiveModelPage } from '../patterns/patterns.tsx';
import { save } from '../plot/save.ts';
import { announce } from '../shell/announce.ts';
import { DesignResults, Numbers } from './design-results.tsx';
import { QuestionForm } from './question-form.tsx';
import { bodyOf, kindOf, readSearch, type DesignSearch } from './search.ts';
import './study-designer.css';

const settles = 150; // ms without a further key

/** A question at the left, what it takes at the right: recomputed with every change, and the address reproduces it. */
export function StudyDesignerPage(): ReactElement {
  const { say, text } = useWords();
  const search = useSearch({ from: '/studies/design' });
  const navigate = useNavigate({ from: '/studies/design' });
  const [asked] = useDebouncedValue(bodyOf(search), settles);
  const found = useQuery({
    queryKey: ['design', asked],
    queryFn: () => api.design(asked),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const change = (next: DesignSearch): void =>
    void navigate({
      search: (now) => ({
        ...readSearch({ ...next }),
        ...(now.lang === undefined ? {} : { lang: now.lang }),
      }),
      replace: true,
      resetScroll: false,
    });
  const problem = found.error instanceof ServerProblem ? found.error.problem : null;
  const wrongField = problem !== null && 'field' in problem ? String(problem['field']) : null;
  const design = found.isError ? undefined : found.data;

  return (
    <LiveModelPage
      head={{
        title: say('designer.title'),
        state: say('designer.state', { question: text(questionTitles[kindOf(search)]) }),
        action: <Downloads search={search} enabled={design !== undefined} />,
      }}
      controls={<QuestionForm search={search} wrongField={wrongField} onChange={change} />}
      decision={
        design !== undefined ? (
          <Numbers design={design} />
        ) : found.isError ? (
          <div className="panel">
            {problem !== null && problem.status === 422 ? (
              <div className="blank blank-empty" role="alert">
                <p className="strong role-bad">
                  <Glyph name="failed" /> {say('designer.none')}
                </p>
                <p>{text({ ko: problem.ko, en: problem.en })}</p>
              </div>
            ) : (
              <QueryTrouble error={found.error} onRetry={() => void found.refetch()} />
            )}
          </div>
        ) : (
          <Loading rows={2} what={say('designer.numbers')} />
        )
      }
      results={
        design !== undefined ? (
          <DesignResults
            design={design}
            step={search.step}
            checklist={search.checklist}
            computing={found.isPlaceholderData}
            onStep={(step) => change({ ...search, step })}
            onChecklist={(checklist) => change({ ...search, checklist })}
          />
        ) : found.isPending ? (
          <Loading rows={10} what={say('designer.title')} />
        ) : null
      }
      scenarios={null}
    />
  );
}

/** Plan and protocols as files; they are made when asked for, so that the hash in the plan is that of the protocol saved. */
function Downloads({
  search,
  enabled,
}: {
  readonly search: DesignSearch;
  readonly enabled: boolean;
}): ReactElement {
  const { say } = useWords();
  const [trouble, setTrouble] = useState<Error | null>(null);
  const take = (which: 'plan' | Language): void => {
    api.designFiles(bodyOf(search)).then(
      ({ plan, protocol }) => {
        setTrouble(null);
        const name = which === 'plan' ? 'plan.yaml' : `protocol-${which}.html`;
        if (which === 'plan') save(name, 'text/yaml', plan);
        else save(name, 'text/html', protocol[which]);
        announce(say('designer.saved', { files: name }));
      },
      (error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))),
    );
  };
  return (
    <>
      {languages.map((language) => (
        <Button
          key={language}
          disabled={!enabled}
          leftSection={<Glyph name="document" />}
          onClick={() => take(language)}
        >
          {say('designer.protocol', { language: say(`designer.protocolLanguage.${language}`) })}
        </Button>
      ))}
      <Button
        variant="filled"
        disabled={!enabled}
        leftSection={<Glyph name="download" />}
        onClick={() => take('plan')}
      >
        {say('designer.download')}
      </Button>
      {trouble !== null && <QueryTrouble error={trouble} onRetry={() => setTrouble(null)} />}
    </>
  );
}
