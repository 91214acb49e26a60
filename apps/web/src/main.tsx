import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ServerProblem } from './api.ts';
import './design/mantine.css';
import './design/base.css';
import { startWords } from './i18n.ts';
import { preferences } from './preferences.ts';
import { questions } from './questions.ts';
import { router } from './router.tsx';

startWords(preferences().language);

const client = new QueryClient({
  queryCache: new QueryCache({
    // A session that has run out: the page asks who is there instead of showing trouble.
    onError: (error) => {
      if (error instanceof ServerProblem && error.problem.status === 401)
        client.setQueryData(questions.session.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server decided does not change by asking again; a lost connection may.
      retry: (failures, error) =>
        !(error instanceof ServerProblem && error.problem.status >= 400) && failures < 2,
    },
  },
});

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
