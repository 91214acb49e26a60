import type { ReactElement } from 'react';
import { ResultsPage } from './results-page.tsx';
import { WithProject } from './with-project.tsx';

export const ResultsOfProject = (): ReactElement => <WithProject page={ResultsPage} />;
