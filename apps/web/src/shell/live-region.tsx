import { useEffect, useState, type ReactElement } from 'react';
import { onAnnouncement } from './announce.ts';

/** Seen and heard: short notices at the foot of the page, polite to screen readers. */
export function LiveRegion(): ReactElement {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onAnnouncement((next) => {
      setSentence(next);
      clearTimeout(timer);
      timer = setTimeout(() => setSentence(''), 4000);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className={`notice ${sentence === '' ? 'notice-none' : ''}`} role="status" aria-live="polite">
      {sentence}
    </div>
  );
}
