import type { ReactElement } from 'react';
import { OverviewPage } from './overview-page.tsx';
import { WithProject } from './with-project.tsx';

export const Overview = (): ReactElement => <WithProject page={OverviewPage} />;
