import type { ReactElement } from 'react';
import { ChainPage } from './chain-page.tsx';
import { WithProject } from './with-project.tsx';

export const ChainOfProject = (): ReactElement => <WithProject page={ChainPage} />;
