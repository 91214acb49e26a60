import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import { useWords } from '../i18n.ts';
import { Loading } from '../parts/blank.tsx';
import { QueryTroublePage, TroublePage } from '../patterns/trouble-page.tsx';
import { preferences, prefer } from '../preferences.ts';
import { questions } from '../questions.ts';

/** Finds the product that the address names before its page is drawn. */
export function WithProject({
  page: Page,
}: {
  readonly page: (props: { readonly project: Project }) => ReactElement;
}): ReactElement {
  const { say } = useWords();
  const { project: id } = useParams({ strict: false });
  const projects = useQuery(questions.projects);
  const project = projects.data?.find((one) => one.id === id);
  useEffect(() => {
    if (project !== undefined && preferences().project !== project.id) prefer({ project: project.id });
  }, [project]);
  if (projects.isPending) return <Loading rows={8} what={say('project.product')} />;
  if (projects.isError)
    return <QueryTroublePage error={projects.error} onRetry={() => void projects.refetch()} />;
  if (project === undefined) {
    return (
      <TroublePage
        title={say('project.noneHere')}
        trouble={{
          happened: say('project.unknown', { id: id ?? '' }),
          todo: say('project.unknownTodo'),
          code: 'project-unknown',
        }}
      />
    );
  }
  return <Page key={project.id} project={project} />;
}
