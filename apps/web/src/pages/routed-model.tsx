import type { ReactElement } from 'react';
import { ModelPage } from '../economics/model-page.tsx';
import { WithProject } from './with-project.tsx';

export const ModelOfProject = (): ReactElement => <WithProject page={ModelPage} />;
