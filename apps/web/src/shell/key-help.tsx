import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { designRoom, rooms } from './rooms.ts';

export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { say } = useWords();
  const places = [...rooms, designRoom].map((room) => `${room.letter} ${say(room.name)}`).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    ['j k', say('keys.move')],
    ['Enter', say('keys.enter')],
    ['l', say('keys.lineage')],
    ['c', say('keys.copy')],
    ['t', say('keys.toggle')],
    ['g', say('keys.go', { places })],
    ['/', say('keys.filter')],
    ['Ctrl K', say('keys.search')],
    ['?', say('keys.help')],
    ['Esc', say('keys.close')],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('keys.title')}
      closeButtonProps={{ 'aria-label': say('drawer.close') }}
    >
      <dl className="pairs">
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
