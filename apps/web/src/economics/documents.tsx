import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api, ServerProblem } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { saveBytes } from '../plot/save.ts';
import { announce } from '../shell/announce.ts';

const kinds = {
  report: { ending: 'html' },
  workbook: { ending: 'xlsx' },
} as const;
type Kind = keyof typeof kinds;

/** The report and the workbook of the model as its file stands, written by the server. */
export function Documents({ project }: { readonly project: string }): ReactElement {
  const { language, say, text } = useWords();
  const [writing, setWriting] = useState<Kind | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fetchIt = async (kind: Kind): Promise<void> => {
    setWriting(kind);
    setTrouble(null);
    try {
      const bytes = await api.modelDocument(project, kind, language);
      const name = `${project}-model-${language}.${kinds[kind].ending}`;
      saveBytes(name, bytes);
      announce(say('documents.saved', { name }));
    } catch (error) {
      setTrouble(error instanceof ServerProblem ? text(error.problem) : String(error));
    } finally {
      setWriting(null);
    }
  };
  return (
    <span className="row">
      {(['report', 'workbook'] as const).map((kind) => (
        <Button
          key={kind}
          variant="default"
          leftSection={<Glyph name={writing === kind ? 'computing' : 'download'} />}
          disabled={writing !== null}
          title={say(`documents.${kind}Hint`)}
          onClick={() => void fetchIt(kind)}
        >
          {writing === kind ? say('documents.writing') : say(`documents.${kind}`)}
        </Button>
      ))}
      {trouble !== null && (
        <span className="role-bad t-dense" role="alert">
          {trouble}
        </span>
      )}
    </span>
  );
}
