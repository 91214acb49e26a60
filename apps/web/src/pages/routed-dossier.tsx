import type { ReactElement } from 'react';
import { DossierPage } from './dossier-page.tsx';
import { WithProject } from './with-project.tsx';

export const DossierOfProject = (): ReactElement => <WithProject page={DossierPage} />;
