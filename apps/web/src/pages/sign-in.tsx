import { roles, type Role } from '@daero/domain/product';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { api } from '../api.ts';
import { useWords } from '../i18n.ts';
import { QueryTrouble } from '../parts/blank.tsx';
import { PageHeader } from '../patterns/page-header.tsx';
import { questions } from '../questions.ts';

const people: readonly Role[] = roles.filter((role) => role !== 'device');

/** One question: what is your work? The answer signs in for a demonstration and sets the first page. */
export function SignIn(): ReactElement {
  const { say } = useWords();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('market-access');
  const [trouble, setTrouble] = useState<Error | null>(null);
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    setTrouble(null);
    api.signIn(role).then(
      (session) => {
        client.setQueryData(questions.session.queryKey, session);
        void client.invalidateQueries();
      },
      (error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))),
    );
  };
  return (
    <form className="sign-in" onSubmit={enter}>
      <PageHeader head={{ title: say('role.title'), state: say('role.sentence') }} />
      <fieldset className="sign-roles">
        <legend className="sr">{say('role.title')}</legend>
        {people.map((one) => (
          <label key={one} className="sign-role">
            <input
              type="radio"
              name="role"
              value={one}
              checked={role === one}
              onChange={() => setRole(one)}
            />
            {say(`role.${one}`)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" variant="filled">
        {say('role.enter')}
      </Button>
      {trouble !== null && <QueryTrouble error={trouble} onRetry={() => setTrouble(null)} />}
    </form>
  );
}
